import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { ApiError } from '#src/api/errors.ts';
import { type CallEntry, callQueries } from '#src/features/calls/queries.ts';
import { type Intent, type SentIntent, unanswered } from './intent.ts';
import { usePlaceCall } from './queries.ts';

const tenMinutes = 600_000;

/** Calls of the same number a moment ago, or that they could not be looked up: the person decides. */
export interface Question {
  intent: Intent;
  recent: CallEntry[];
  error: Error | undefined;
  decide: (goOn: boolean) => void;
}

/** Nothing was sent, because the person thought better of it. */
class NotSent extends Error {}

/**
 * Places calls, one intent at a time: asks first where the number was called in the last ten minutes, sends one
 * request, and remembers it until there is an answer. `onUnknown` is told of an answer that was lost.
 */
export function usePlacing(onUnknown: (sent: SentIntent, error: ApiError) => void) {
  const client = useQueryClient();
  const { mutateAsync, error, isPending, reset } = usePlaceCall();
  const [question, setQuestion] = useState<Question>();
  const [checking, setChecking] = useState(false);
  // State changes too late for the second of two quick clicks.
  const busy = useRef(false);
  const left = useRef(false);
  useEffect(() => {
    left.current = false;
    return () => {
      left.current = true;
    };
  }, []);

  const recentCalls = (tel: string) =>
    client.fetchQuery({ ...callQueries.ofNumber(tel, Date.now() - tenMinutes), retry: false }).then(
      (recent) => ({ recent, error: undefined }),
      (reason: unknown) => ({ recent: [], error: reason instanceof Error ? reason : new Error(String(reason)) }),
    );

  const mayGoOn = async (intent: Intent): Promise<'first' | 'repeat' | 'no'> => {
    const found = await recentCalls(intent.tel);
    if (found.recent.length === 0 && !found.error) return 'first';
    const goOn = await new Promise<boolean>((decide) => setQuestion({ intent, ...found, decide }));
    setQuestion(undefined);
    return goOn ? 'repeat' : 'no';
  };

  const send = async (intent: Intent, repeat: boolean) => {
    const sent = { intent, at: Date.now() };
    unanswered.write(sent);
    try {
      const { id } = await mutateAsync({ intent, repeat });
      unanswered.remove();
      return { intent, id };
    } catch (reason) {
      if (reason instanceof ApiError && reason.outcomeUnknown) onUnknown(sent, reason);
      else unanswered.remove();
      throw reason;
    }
  };

  /** Gives the call's id. Rejects where there is none: refused, lost, or not sent at all. */
  const place = async (intent: Intent) => {
    if (busy.current) throw new NotSent();
    busy.current = true;
    reset();
    setChecking(true);
    try {
      const goOn = await mayGoOn(intent);
      if (goOn === 'no' || left.current) throw new NotSent();
      return await send(intent, goOn === 'repeat');
    } catch (reason) {
      // After a success it stays locked: the form is done.
      busy.current = false;
      throw reason;
    } finally {
      setChecking(false);
    }
  };

  return { place, question, error, loading: checking || isPending };
}
