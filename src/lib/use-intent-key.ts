import { useState } from 'react';
import * as z from 'zod/mini';
import { drafts } from './drafts.ts';
import { isOutcomeUnknown } from './outcome.ts';

const Held = z.object({ intent: z.string(), key: z.string() });

/**
 * Has one intent carry one key, so that it is done once however often it is sent. Whatever says for sure that it was
 * done, or was not, ends the intent, and so does asking for something else; where nobody knows, the tab keeps the key,
 * over a reload.
 * @param name of the form, under which the key is kept
 */
export function intentKey(name: string, kept: Pick<typeof drafts, 'read' | 'write' | 'remove'> = drafts) {
  const at = `intent:${name}`;
  const forget = () => kept.remove(at);
  return {
    once: async <Input, Result>(
      input: Input,
      send: (input: Input, key: string) => Promise<Result>,
    ): Promise<Result> => {
      const intent = JSON.stringify(input);
      const former = z.safeParse(Held, kept.read(at)).data;
      const key = former?.intent === intent ? former.key : crypto.randomUUID();
      kept.write(at, { intent, key });
      try {
        const result = await send(input, key);
        forget();
        return result;
      } catch (error) {
        if (!isOutcomeUnknown(error)) forget();
        throw error;
      }
    },
    /** The person has looked, and wants it sent as something new. */
    renew: forget,
  };
}

export const useIntentKey = (name: string) => useState(() => intentKey(name))[0];
