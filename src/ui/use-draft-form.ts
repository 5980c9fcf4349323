import { useState } from 'react';
import { type DefaultValues, type FieldValues, type Resolver, type UseFormReturn, useForm } from 'react-hook-form';
import * as z from 'zod/mini';
import { drafts } from '#src/lib/drafts.ts';

interface DraftFormOptions<Values extends FieldValues, Output> {
  /** Under which the draft is kept: the form's path. */
  draftKey: string;
  /** What the form holds while it is typed in, valid or not. A draft that an older version stored may not parse. */
  values: z.ZodMiniType<Values>;
  initial: Values;
  resolver: Resolver<Values, unknown, Output>;
}

/** What `FormShell` needs to keep a form's draft, and to measure the form from another version after a conflict. */
export interface Draft<Values> {
  key: string;
  /** The form began from a draft. */
  restored: boolean;
  /** What "changed" is measured against: what the form was opened with. */
  baseline: () => Values;
  /** Makes another version the baseline. What is on the page stays (`mine`), or is replaced by that version (`theirs`). */
  rebase: (current: unknown, keep: 'mine' | 'theirs') => void;
}

interface DraftForm<Values extends FieldValues, Output> {
  form: UseFormReturn<Values, unknown, Output>;
  draft: Draft<Values>;
}

/**
 * A form that begins from the draft kept under its key, if there is a readable one, else from `initial`. Read once, when
 * the form is mounted, so that nothing that arrives later overwrites what is being typed.
 */
export function useDraftForm<Values extends FieldValues, Output>({
  draftKey,
  values,
  initial,
  resolver,
}: DraftFormOptions<Values, Output>): DraftForm<Values, Output> {
  const [start] = useState(() => {
    const stored = z.safeParse(z.object({ baseline: values, values }), drafts.read(draftKey));
    return stored.success
      ? { ...stored.data, restored: true }
      : { baseline: initial, values: initial, restored: false };
  });
  const form = useForm<Values, unknown, Output>({
    resolver,
    defaultValues: start.baseline as DefaultValues<Values>,
    values: start.values,
    resetOptions: { keepDefaultValues: true },
  });
  const draft: Draft<Values> = {
    key: draftKey,
    restored: start.restored,
    baseline: () => z.parse(values, form.formState.defaultValues),
    // The form resets itself with `keepDefaultValues`, which would hold here as well.
    rebase: (current, keep) =>
      form.reset(z.parse(values, current), { keepValues: keep === 'mine', keepDefaultValues: false }),
  };
  return { form, draft };
}
