import { useState } from 'react';
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
