import type { BarredNumber } from '#src/api/wire/do-not-call.ts';
import { asCountry, parsePhone } from '#src/domain/phone.ts';

/** The number in the shape for reading; one that cannot be read stays as it was typed. */
export function readAs({ number, country }: Pick<BarredNumber, 'number' | 'country'>): string {
  const phone = parsePhone(number, asCountry(country ?? undefined));
  return phone.ok ? phone.international : number;
}
