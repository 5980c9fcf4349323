import { Button } from '@mantine/core';
import { type ForcingCharacter, inPlainCharacters, smsFigures } from '#src/domain/sms-segments.ts';
import { preview, type Variable, variableNames, variables } from '#src/domain/template-variables.ts';
import { count } from '#src/lib/format.ts';
import classes from './TextNotice.module.css';

interface UnicodeNoticeProps {
  text: string;
  values: Partial<Record<Variable, string>>;
  onChange: (text: string) => void;
}

/** Says which characters make every SMS shorter, and what could stand in their place. */
export function UnicodeNotice({ text, values, onChange }: UnicodeNoticeProps) {
  if (smsFigures(preview(text, values)).encoding === 'GSM-7') return null;
  const { forcing } = smsFigures(text);
  const replaceable = forcing.filter(({ replacement }) => replacement !== null);
  const stubborn = forcing.filter(({ replacement }) => replacement === null);
  const guilty = variables.filter(
    (name) => text.includes(`:${name}`) && smsFigures(values[name] ?? '').forcing.length > 0,
  );
  const plain = smsFigures(preview(inPlainCharacters(text), values));
  return (
    <div className={classes.notice} role="status">
      <p>
        An SMS with special characters holds 70 instead of 160. <Characters of={replaceable} />
        {stubborn.length > 0 && (
          <>
            {' '}
            Only taking out <Characters of={stubborn} plain /> would help.
          </>
        )}
        {guilty.length > 0 && ` The value of ${guilty.map((name) => variableNames[name]).join(' and ')} has some, too.`}
      </p>
      <div className={classes.actions}>
        {replaceable.length > 0 && (
          <Button variant="default" size="compact-sm" onClick={() => onChange(inPlainCharacters(text))}>
            Replace {count(replaceable.length, 'character')} ({count(plain.segments, 'SMS', 'SMS')} then)
          </Button>
        )}
      </div>
    </div>
  );
}

/** Each character once, with what could stand in its place. */
function Characters({ of: characters, plain = false }: { of: readonly ForcingCharacter[]; plain?: boolean }) {
  const once = [...new Map(characters.map((character) => [character.text, character])).values()];
  return once.map(({ text, replacement }, index) => (
    <span key={text}>
      {index > 0 && ', '}
      <mark>{visible(text)}</mark>
      {!plain && ` → ${replacement === '' ? 'nothing' : visible(replacement ?? '')}`}
    </span>
  ));
}

/** Spaces and invisible characters by their number, for what has no shape cannot be pointed at. */
const visible = (text: string) =>
  /^[\p{Z}\p{C}]+$/u.test(text)
    ? text === ' '
      ? 'space'
      : `U+${(text.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`
    : text;
