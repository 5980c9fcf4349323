import { formatNumber } from '#src/lib/format.ts';
import { wholeFrom } from '#src/lib/whole-from.ts';
import { NumberBox } from './NumberBox.tsx';

/** As the URL holds them: the text that was typed, so that nothing typed is lost. */
export interface TypedWindow {
  limit: string;
  offset: string;
}

/** The rows that are counted: all, or as many as the limit says, from the offset on. A text that is no number says nothing. */
export function countedOf<Row>(rows: readonly Row[], { limit, offset }: TypedWindow): readonly Row[] {
  const start = wholeFrom(offset, 0) ?? 0;
  return rows.slice(start, start + (wholeFrom(limit, 1) ?? rows.length));
}

/** `Managers 2–3 of 8 are counted.`; undefined where all are. */
export function partInWords(noun: string, all: number, counted: number, { offset }: TypedWindow): string | undefined {
  if (counted === all) return undefined;
  const total = formatNumber(all);
  if (counted === 0) return `None of the ${total} ${noun}s is counted: the offset is past the last one.`;
  const start = wholeFrom(offset, 0) ?? 0;
  const name = noun.charAt(0).toUpperCase() + noun.slice(1);
  return `${name}s ${formatNumber(start + 1)}–${formatNumber(start + counted)} of ${total} are counted.`;
}

interface CountedWindowProps {
  value: TypedWindow;
  onChange: (changes: Partial<TypedWindow>, options: { typing: boolean }) => void;
}

export function CountedWindow({ value: { limit, offset }, onChange }: CountedWindowProps) {
  const isWrong = (text: string, least: number) => text !== '' && wholeFrom(text, least) === null;
  return (
    <>
      <NumberBox
        label="Limit"
        placeholder="All"
        value={limit}
        problem={isWrong(limit, 1) ? 'Type a whole number from 1, or nothing for all.' : undefined}
        onChange={(text) => onChange({ limit: text }, { typing: true })}
      />
      <NumberBox
        label="Offset"
        placeholder="0"
        value={offset}
        problem={isWrong(offset, 0) ? 'Type a whole number from 0.' : undefined}
        onChange={(text) => onChange({ offset: text }, { typing: true })}
      />
    </>
  );
}
