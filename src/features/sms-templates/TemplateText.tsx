import { tokenize } from '#src/domain/template-variables.ts';
import classes from './TemplateText.module.css';

/** A text with its variables standing out, and what only looks like one. */
export function TemplateText({ text }: { text: string }) {
  return (
    <p className={classes.text}>
      {tokenize(text).map((token, index) =>
        token.kind === 'text' ? (
          token.text
        ) : (
          // A text's parts have no name but their place.
          // biome-ignore lint/suspicious/noArrayIndexKey: see above
          <span key={index} className={classes[token.kind]}>
            {token.text}
          </span>
        ),
      )}
    </p>
  );
}
