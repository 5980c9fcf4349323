import { useRef } from 'react';

/**
 * Has one intent carry one key: sent again after the connection was lost, nothing is made twice. Any answer ends the
 * intent, and so does asking for something else.
 */
export function useIntentKey() {
  const held = useRef<{ key: string; intent: string }>(undefined);
  return async <Input, Result>(input: Input, send: (input: Input, key: string) => Promise<Result>): Promise<Result> => {
    const intent = JSON.stringify(input);
    if (held.current?.intent !== intent) held.current = { intent, key: crypto.randomUUID() };
    try {
      const result = await send(input, held.current.key);
      held.current = undefined;
      return result;
    } catch (error) {
      if (!isUnanswered(error)) held.current = undefined;
      throw error;
    }
  };
}

/** No answer came at all: whether the request arrived, nobody knows. */
const isUnanswered = (error: unknown) => error instanceof Error && 'status' in error && error.status === 0;
