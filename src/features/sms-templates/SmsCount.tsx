import { limits } from '#src/domain/limits.ts';
import { smsFigures } from '#src/domain/sms-segments.ts';
import { preview, type Variable } from '#src/domain/template-variables.ts';
import { count } from '#src/lib/format.ts';
import classes from './SmsCount.module.css';

interface SmsCountProps {
  id: string;
  text: string;
  values: Partial<Record<Variable, string>>;
}

/** How much of the limit is used, and how many SMS the text makes once its variables are filled in. */
export function SmsCount({ id, text, values }: SmsCountProps) {
  const { characters } = smsFigures(text);
  const { segments, encoding } = smsFigures(preview(text, values));
  const over = characters > limits.sms;
  return (
    <p id={id} className={classes.count}>
      <span data-over={over || undefined}>
        {characters} of {limits.sms} characters
      </span>
      <span>
        {count(segments, 'SMS', 'SMS')} with the values below{encoding === 'UCS-2' && ', in Unicode'}
      </span>
    </p>
  );
}
