import { useState } from 'react';
import type { DefaultValues, FieldValues, UseFormReturn } from 'react-hook-form';
import * as z from 'zod/mini';
import { drafts } from '#src/lib/drafts.ts';

export interface Draft<Values> {
  /** What the form was opened with: what "changed" is measured against. */
  baseline: Values;
  values: Values;
  restored: boolean;
}

/**
 * Where a form begins: from the draft kept under the key, if there is a readable one, else from `initial`. Read once,
 * when the form is mounted, so that nothing that arrives later overwrites what is being typed.
 */
export function useDraft<Values>(key: string, schema: z.ZodMiniType<Values>, initial: Values): Draft<Values> {
  const [draft] = useState(() => {
    const stored = z.safeParse(z.object({ baseline: schema, values: schema }), drafts.read(key));
    return stored.success
      ? { ...stored.data, restored: true }
      : { baseline: initial, values: initial, restored: false };
  });
  return draft;
}

/**
 * Makes another version what the form's changes are measured from, after a conflict. What is on the page stays
 * (`mine`), or is replaced by that version (`theirs`).
 */
export function rebase<Values extends FieldValues, Output>(
  form: UseFormReturn<Values, unknown, Output>,
  baseline: DefaultValues<Values>,
  keep: 'mine' | 'theirs',
): void {
  // A form that begins from a draft resets itself with `keepDefaultValues`, which would hold here as well.
  form.reset(baseline, { keepValues: keep === 'mine', keepDefaultValues: false });
}
