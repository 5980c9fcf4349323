import { useState } from 'react';
import * as z from 'zod/mini';
import { drafts } from './drafts.ts';
import { isOutcomeUnknown } from './outcome.ts';

const Held = z.object({ intent: z.string(), key: z.string() });

/**
 * Has one intent carry one key, so that it is done once however often it is sent. Whatever says for sure that it was
 * done, or was not, ends the intent, and so does asking for something else; where nobody knows, the key is kept in the
 * browser, over a reload.
 * @param name of the form, under which the key is kept
 */
export function useIntentKey(name: string) {
  const [held] = useState(() => {
    const at = `intent:${name}`;
    return {
      read: () => z.safeParse(Held, drafts.read(at)).data,
      write: (intent: string, key: string) => drafts.write(at, { intent, key }),
      forget: () => drafts.remove(at),
    };
  });
  return {
    once: async <Input, Result>(
      input: Input,
      send: (input: Input, key: string) => Promise<Result>,
    ): Promise<Result> => {
      const intent = JSON.stringify(input);
      const former = held.read();
      const key = former?.intent === intent ? former.key : crypto.randomUUID();
      held.write(intent, key);
      try {
        const result = await send(input, key);
        held.forget();
        return result;
      } catch (error) {
        if (!isOutcomeUnknown(error)) held.forget();
        throw error;
      }
    },
    /** The person has looked, and wants it sent as something new. */
    renew: held.forget,
  };
}
