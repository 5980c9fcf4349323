import { Button } from '@mantine/core';
import { meantVariable, tokenize, variables } from '#src/domain/template-variables.ts';
import classes from './TextNotice.module.css';

interface UnknownVariablesProps {
  text: string;
  onChange: (text: string) => void;
}

/** What looks like a variable and is none would be sent as it is written. */
export function UnknownVariables({ text, onChange }: UnknownVariablesProps) {
  const tokens = tokenize(text);
  const unknown = [...new Set(tokens.filter(({ kind }) => kind === 'unknown').map((token) => token.text))];
  if (unknown.length === 0) return null;
  const replace = (wrong: string, right: string) =>
    onChange(tokens.map((token) => (token.kind === 'unknown' && token.text === wrong ? right : token.text)).join(''));
  return (
    <div className={classes.notice} role="status">
      <p>
        <strong>{unknown.join(', ')}</strong>{' '}
        {unknown.length === 1 ? 'is no variable and is' : 'are no variables and are'} sent as written. The variables are{' '}
        {variables.map((name) => `:${name}`).join(', ')}.
      </p>
      <div className={classes.actions}>
        {unknown.map((wrong) => {
          const meant = meantVariable(wrong);
          return (
            meant && (
              <Button key={wrong} variant="default" size="compact-sm" onClick={() => replace(wrong, `:${meant}`)}>
                Change {wrong} to :{meant}
              </Button>
            )
          );
        })}
      </div>
    </div>
  );
}
