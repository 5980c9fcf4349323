import { preview, tokenize, type Variable, variableNames } from '#src/domain/template-variables.ts';
import classes from './SmsPreview.module.css';

interface SmsPreviewProps {
  text: string;
  values: Partial<Record<Variable, string>>;
}

/** The SMS as a phone would show it, and where its values are from. */
export function SmsPreview({ text, values }: SmsPreviewProps) {
  const used = [...new Set(tokenize(text).flatMap(({ variable }) => variable ?? []))];
  const missing = used.filter((name) => !values[name]);
  return (
    <section aria-label="Preview" className={classes.preview}>
      <h2>Preview</h2>
      <p className={classes.bubble}>
        {text.trim() === '' ? <span className="dim">No text yet</span> : preview(text, values)}
      </p>
      <p className={classes.note}>
        With the widget’s name and address, and the name and number of its first manager. CallPage fills in those of
        each call.
        {missing.length > 0 &&
          ` The widget tells nothing for ${missing.map((name) => variableNames[name]).join(', ')}.`}
      </p>
    </section>
  );
}
