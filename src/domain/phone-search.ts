/** Digits of a number in whatever shape it is typed: no country prefix `00`, no `+`, no trunk zero. */
export function searchDigits(typed: string): string {
  return typed.normalize('NFKC').replace(/\(0\)/, '').replace(/\D/g, '').replace(/^0+/, '');
}

/**
 * Whether an E.164 number holds the part that is typed, in any shape: `601 234`, `(0)20-7946`, `+48 601`. What holds
 * no digit, or anything that no number is written with, finds nothing.
 */
export function phoneIncludes(e164: string, typed: string): boolean {
  if (/[^\d\s()+./\p{Pd}\p{Cf}]/u.test(typed.normalize('NFKC'))) return false;
  const digits = searchDigits(typed);
  return digits !== '' && e164.replace(/\D/g, '').includes(digits);
}
