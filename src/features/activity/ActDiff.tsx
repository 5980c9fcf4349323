import type { Act } from '#src/api/wire/activity.ts';
import { diffWords } from '#src/domain/text-diff.ts';
import classes from './ActDetails.module.css';
import { diffOf, type FieldDiff } from './diff.ts';
import { fieldLabel, isMasked } from './values.ts';

/** What an act changed, field by field. */
export function ActDiff({ act }: { act: Act }) {
  const { fields, hasBefore, after } = diffOf(act);
  const shown = fields.filter(({ kind }) => kind !== 'same');
  const same = fields.filter(({ kind }) => kind === 'same').map(({ field }) => fieldLabel(field));
  const hides = shown.some(({ before, after }) => isMasked(`${before}${after}`));
  return (
    <>
      {shown.length > 0 && (
        <table className={classes.diff}>
          <caption className="visually-hidden">What changed</caption>
          <thead>
            <tr>
              <th scope="col">Field</th>
              {hasBefore && <th scope="col">Before</th>}
              {after && <th scope="col">{after}</th>}
            </tr>
          </thead>
          <tbody>
            {shown.map((diff) => (
              <tr key={diff.field}>
                <th scope="row">{fieldLabel(diff.field)}</th>
                {hasBefore && <td data-label="Before">{<Value diff={diff} side="before" />}</td>}
                {after && <td data-label={after}>{<Value diff={diff} side="after" />}</td>}
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {same.length > 0 && <p className={classes.note}>Sent along without a change: {same.join(', ')}.</p>}
      {!hasBefore && act.state !== 'pending' && readFirst.test(act.operation) && (
        <p className={classes.note}>What was there before could not be read.</p>
      )}
      {hides && <p className={classes.note}>••• stands for what is personal or secret, and was not kept.</p>}
    </>
  );
}

/** Of these the server looks first at what is there. */
const readFirst = /^(widgets|managers|users|sms|voice)\.(update|delete)$/;

interface ValueProps {
  diff: FieldDiff;
  side: 'before' | 'after';
}

function Value({ diff, side }: ValueProps) {
  const text = diff[side];
  if (text === null) return <span className="dim">{absent(diff.field, side)}</span>;
  if (text === '') return <span className="dim">Empty</span>;
  if (diff.kind === 'masked' && side === 'after') {
    return (
      <>
        {text} <span className="dim">(whether the rest changed was not kept)</span>
      </>
    );
  }
  return <Words diff={diff} side={side} text={text} />;
}

function absent(field: string, side: ValueProps['side']): string {
  if (side === 'after') return 'Not sent';
  return field.startsWith('settings.') ? 'Not set' : 'Not told';
}

/** Above so many pairs of characters the comparison would be felt. */
const mostPairs = 1_000_000;

/** A text with what is only on this side standing out. */
function Words({ diff: { before, after }, side, text }: ValueProps & { text: string }) {
  const isLong = before && after && before.includes(' ') && after.includes(' ');
  if (!isLong || before.length * after.length > mostPairs) return text;
  const [kind, Tag] = side === 'before' ? (['removed', 'del'] as const) : (['added', 'ins'] as const);
  return diffWords(before, after)
    .filter((part) => part.kind === kind || part.kind === 'same')
    .map((part, index) =>
      // A text's parts have no name but their place.
      // biome-ignore lint/suspicious/noArrayIndexKey: see above
      part.kind === 'same' ? part.text : <Tag key={index}>{part.text}</Tag>,
    );
}
