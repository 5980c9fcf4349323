import { Button } from '@mantine/core';
import { type ForcingCharacter, inPlainCharacters, smsFigures } from '#src/domain/sms-segments.ts';
import { preview, type Variable, variables } from '#src/domain/template-variables.ts';
import { count } from '#src/lib/format.ts';
import classes from './TextNotice.module.css';

interface UnicodeNoticeProps {
  text: string;
  values: Partial<Record<Variable, string>>;
  onChange: (text: string) => void;
}

/** Says which characters make every SMS shorter, and puts others in their place. */
export function UnicodeNotice({ text, values, onChange }: UnicodeNoticeProps) {
  const now = smsFigures(preview(text, values));
  if (now.encoding === 'GSM-7') return null;
  const { forcing } = smsFigures(text);
  const replaceable = forcing.filter(({ replacement }) => replacement !== null);
  const filledIn = variables.filter((name) => text.includes(`:${name}`) && forcesUnicode(values[name]));
  const then = smsFigures(preview(inPlainCharacters(text), values));
  return (
    <div className={classes.notice} role="status">
      <p>
        Special characters leave room for 70 in one SMS instead of 160.
        {forcing.length > 0 && ' Here: '}
        <Characters characters={forcing} />
        {filledIn.length > 0 && ` ${filledIn.map((name) => `:${name}`).join(' and ')} stands for some, too.`}
      </p>
      {replaceable.length > 0 && (
        <div className={classes.actions}>
          <Button variant="default" size="compact-sm" onClick={() => onChange(inPlainCharacters(text))}>
            Replace {count(replaceable.length, 'character')}
            {then.segments < now.segments && ` (${count(then.segments, 'SMS', 'SMS')} then)`}
          </Button>
        </div>
      )}
    </div>
  );
}

const forcesUnicode = (value = '') => smsFigures(value).forcing.length > 0;

/** Each character once, with what could stand in its place. */
function Characters({ characters }: { characters: readonly ForcingCharacter[] }) {
  const once = [...new Map(characters.map((character) => [character.text, character])).values()];
  return once.map(({ text, replacement }, index) => (
    <span key={text}>
      {index > 0 && ', '}
      <mark>{visible(text)}</mark> {replacement === null ? '(nothing can replace it)' : `→ ${visible(replacement)}`}
    </span>
  ));
}

/** Spaces and invisible characters by their number, for what has no shape cannot be pointed at. */
function visible(text: string): string {
  if (text === '') return 'nothing';
  if (text === ' ') return 'space';
  if (!/^[\p{Z}\p{C}]+$/u.test(text)) return text;
  return `U+${(text.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
}
