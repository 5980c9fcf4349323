import type { AddedNumbers } from '#src/api/wire/do-not-call.ts';
import { count } from '#src/lib/format.ts';

/** More are not told one by one. */
const mostTold = 5;

/** `12 numbers were added, 1 was on the list already.` */
export function addedInWords({ added, already }: Pick<AddedNumbers, 'added' | 'already'>): string {
  const were = (figure: number) => (figure === 1 ? 'was' : 'were');
  const there = already.length > 0 && `${count(already.length, 'number')} ${were(already.length)} on the list already`;
  const fresh = (added > 0 || !there) && `${count(added, 'number')} ${were(added)} added`;
  return `${[fresh, there].filter(Boolean).join(', ')}.`;
}

/** Some of what was sent are no numbers: they stay in the form, each with its reason. */
export class NotAllAdded extends Error {
  override readonly name = 'NotAllAdded';
  /** What is left to correct, one a line. */
  readonly left: string;
  readonly fields: Record<string, string[]>;

  constructor({ added, already, wrong }: AddedNumbers) {
    const rest =
      wrong.length === 1
        ? 'What is left is no number: correct it, or delete it.'
        : `The ${wrong.length} that are left are no numbers: correct them, or delete them.`;
    super(`${addedInWords({ added, already })} ${rest}`);
    this.left = wrong.map(({ text }) => text).join('\n');
    const told = wrong.slice(0, mostTold).map(({ text, problem }) => `“${text}”: ${problem}`);
    const more = wrong.length > mostTold ? [`And ${wrong.length - mostTold} more.`] : [];
    this.fields = { numbers: [[...told, ...more].join('\n')] };
  }
}
