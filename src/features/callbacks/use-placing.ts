import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { useLocation } from 'react-router-dom';
import { ApiError } from '#src/api/errors.ts';
import { type CallEntry, callQueries } from '#src/features/calls/queries.ts';
import { drafts } from '#src/lib/drafts.ts';
import { serverNow } from '#src/lib/server-clock.ts';
import { formKey, type Intent, type SentIntent, unanswered } from './intent.ts';
import { usePlaceCall } from './queries.ts';

const tenMinutes = 600_000;

/** Calls of the same number that are open or were a moment ago, or that they could not be looked up: the person decides. */
export interface Question {
  intent: Intent;
  recent: CallEntry[];
  open: CallEntry[];
  /** Why nobody can tell. */
  error?: Error | undefined;
  /** What the server asks: of a call that somebody asked for meanwhile, or of what it costs. */
  told?: { reason: string | undefined; text: string };
  decide: (goOn: boolean) => void;
}

const without = (calls: readonly CallEntry[], others: readonly CallEntry[]) =>
  calls.filter(({ id }) => !others.some((other) => other.id === id));

/** Nothing was sent, because the person thought better of it. */
class NotSent extends Error {
  constructor() {
    super('Nobody was called.');
  }
}

/**
 * Places calls, one intent at a time: asks first where the number was called in the last ten minutes or has a call that
 * is open, sends one request, and remembers it until there is an answer. `onUnknown` is told of an answer that was lost.
 */
export function usePlacing(onUnknown: (sent: SentIntent, error: ApiError) => void) {
  const client = useQueryClient();
  const { search } = useLocation();
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

  const ask = async (asked: Omit<Question, 'decide'>): Promise<void> => {
    const goOn = await new Promise<boolean>((decide) => setQuestion({ ...asked, decide }));
    setQuestion(undefined);
    if (!goOn) throw new NotSent();
  };

  /** Calls to the number that are open or were a moment ago, in spite of which the person wants another. */
  const knownCalls = async (intent: Intent): Promise<readonly number[]> => {
    // Waiting for the connection, it would call when nobody expects it any more.
    const once = { retry: false, networkMode: 'always' } as const;
    const found = await Promise.all([
      client.fetchQuery({ ...callQueries.ofNumber(intent.tel, serverNow() - tenMinutes), ...once }),
      client.fetchQuery({ ...callQueries.openTo(intent.tel), ...once }),
    ]).then(
      ([recent, open]) => ({ recent, open: without(open, recent), error: undefined }),
      (reason: unknown) => ({
        ...{ recent: [], open: [] },
        error: reason instanceof Error ? reason : new Error(String(reason)),
      }),
    );
    const calls = [...found.recent, ...found.open];
    if (calls.length > 0 || found.error) await ask({ intent, ...found });
    return calls.map(({ id }) => id);
  };

  /** @param known calls that the person has been told of */
  const send = async (sent: SentIntent, known: readonly number[] = []): Promise<{ intent: Intent; id: number }> => {
    unanswered.write(sent);
    try {
      const { id } = await mutateAsync(sent);
      unanswered.remove(sent);
      // Its form may be gone, where it was sent again: nothing of it waits to be sent once more.
      drafts.remove(formKey(sent.search));
      return { intent: sent.intent, id };
    } catch (reason) {
      if (reason instanceof ApiError && reason.outcomeUnknown) {
        onUnknown(sent, reason);
        throw reason;
      }
      unanswered.remove(sent);
      if (!(reason instanceof ApiError && reason.question !== undefined)) throw reason;
      reset();
      const { question: confirmed, earlier, message: text } = reason;
      // Otherwise somebody else, or another tab, was first; or it is the cost that is asked about.
      const wasShown = known.some((id) => id === earlier?.call_id);
      if (!wasShown) await ask({ intent: sent.intent, recent: [], open: [], told: { reason: reason.reason, text } });
      return send({ ...sent, at: serverNow(), key: crypto.randomUUID(), confirmed }, known);
    }
  };

  const once = async (work: () => Promise<{ intent: Intent; id: number }>) => {
    if (busy.current) throw new NotSent();
    busy.current = true;
    reset();
    setChecking(true);
    try {
      return await work();
    } catch (reason) {
      // After a success it stays locked: the form is done.
      busy.current = false;
      throw reason;
    } finally {
      setChecking(false);
    }
  };

  return {
    /** Gives the call's id. Rejects where there is none: refused, lost, or not sent at all. */
    place: (intent: Intent) =>
      once(async () => {
        const known = await knownCalls(intent);
        if (left.current) throw new NotSent();
        return send({ intent, at: serverNow(), search, key: crypto.randomUUID() }, known);
      }),
    /** Sends what has no answer again: with its key it is placed once at most. */
    sendAgain: (sent: SentIntent) => once(() => send(sent)),
    question,
    error,
    loading: checking || isPending,
  };
}
