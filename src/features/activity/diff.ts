import type { Act } from '#src/api/wire/activity.ts';
import { fieldsOf, fingerprint, isMasked, valueInWords } from './values.ts';

export interface FieldDiff {
  field: string;
  /** In words, empty for an empty value; null where it is not known. */
  before: string | null;
  after: string | null;
  /** `masked`: what is kept of the two is the same, which tells nothing of the rest. */
  kind: 'changed' | 'same' | 'masked';
}

export interface ActDiff {
  fields: readonly FieldDiff[];
  /** What was there is known. */
  hasBefore: boolean;
  /** What the other column holds: what was confirmed, what was sent of which nothing stays, or what was asked for. */
  after: 'After' | 'Sent' | 'Asked for' | null;
}

type Recorded = Pick<Act, 'entity' | 'state' | 'request' | 'before' | 'after'>;

/** They say what the act is about, which its sentence does. Of a person the CallPage user is something that changes. */
const ids = new Set(['id', 'widget_id', 'user_id', 'message_id']);

/** What an act changed, field by field; of one that was not done, what it was to change. */
export function diffOf({ entity, state, request, before, after }: Recorded): ActDiff {
  const asked = Object.entries(request ?? {}).filter(([name]) => entity === 'people' || !ids.has(name));
  const wanted = after ?? (asked.length > 0 ? Object.fromEntries(asked) : null);
  const [old, fresh] = [fieldsOf(before ?? {}), fieldsOf(wanted ?? {})];
  // What is shown of a deleted thing is what there was; of a change, what was sent.
  const names = wanted ? [...fresh.keys(), ...removed(old, fresh)] : [...old.keys()];
  return {
    fields: names
      .map((field) => compare(field, old, fresh, before !== null, wanted !== null))
      .filter((diff) => diff.before || diff.after || diff.kind === 'same'),
    hasBefore: before !== null,
    after: wanted && (after ? 'After' : state === 'done' ? 'Sent' : 'Asked for'),
  };
}

type Fields = ReadonlyMap<string, unknown>;

/** Settings that were there and were not sent again. */
const removed = (old: Fields, fresh: Fields) => [...old.keys()].filter((field) => !fresh.has(field));

function compare(field: string, old: Fields, fresh: Fields, hasOld: boolean, hasFresh: boolean): FieldDiff {
  const before = old.has(field) ? valueInWords(field, old.get(field)) : null;
  const after = fresh.has(field) ? valueInWords(field, fresh.get(field)) : null;
  if (!hasOld || !hasFresh || before !== after) return { field, before, after, kind: 'changed' };
  if (isMasked(before ?? '')) return { field, before, after, kind: 'masked' };
  if (fingerprint(field, old.get(field)) === fingerprint(field, fresh.get(field)))
    return { field, before, after, kind: 'same' };
  return { field, before: JSON.stringify(old.get(field)), after: JSON.stringify(fresh.get(field)), kind: 'changed' };
}

/** The fields of which it is known that they changed, or were to: none where nobody knows what was there. */
export const changedFields = (act: Recorded): string[] =>
  (act.before ? diffOf(act).fields : []).filter(({ kind }) => kind === 'changed').map(({ field }) => field);
