import type { ReactNode } from 'react';
import { smsFigures } from '#src/domain/sms-segments.ts';
import { tokenize } from '#src/domain/template-variables.ts';
import classes from './MarkedText.module.css';

/** What lies beneath the editor: no letter of it is seen, only what marks variables and costly characters. */
export function MarkedText({ text }: { text: string }) {
  const forcing = new Map(smsFigures(text).forcing.map((character) => [character.position, character.text]));
  let position = 0;
  return (
    <div className={classes.marks} aria-hidden>
      {tokenize(text).map((token) => {
        const start = position;
        position += token.text.length;
        return (
          <span key={start} className={token.kind === 'text' ? undefined : classes[token.kind]}>
            {token.kind === 'text' ? marked(token.text, start, forcing) : token.text}
          </span>
        );
      })}
      {/* A last line that is empty has its height too. */}
      {'\u200b'}
    </div>
  );
}

function marked(text: string, start: number, forcing: ReadonlyMap<number, string>): ReactNode[] {
  const parts: ReactNode[] = [];
  let from = 0;
  for (const [position, character] of forcing) {
    const at = position - start;
    if (at < from || at >= text.length) continue;
    parts.push(text.slice(from, at));
    parts.push(
      <mark key={position} className={classes.forcing}>
        {character}
      </mark>,
    );
    from = at + character.length;
  }
  return [...parts, text.slice(from)];
}
