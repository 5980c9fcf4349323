import { useMutation, useMutationState, useQueryClient } from '@tanstack/react-query';
import { useDeferredValue } from 'react';

/** Changes under one scope run one after another. For a mutation that writes what a switch of this key writes too. */
export const switchScope = (key: readonly (string | number)[]) => ({ id: ['switch', ...key].join() });

interface OptimisticSwitch {
  /** Names the thing that is switched, wherever its switch is drawn. */
  key: readonly (string | number)[];
  /** What the API last said. */
  enabled: boolean;
  send: (enabled: boolean) => Promise<unknown>;
  onError: (error: Error, enabled: boolean) => void;
  /** Reads the thing again; called once the last change has settled, however it ended. */
  refresh: () => Promise<unknown>;
}

/**
 * A switch that answers at once. What is under way is laid over what the API last said, so a failure needs no
 * undoing: the overlay goes and the truth shows. Changes of one thing run one after another, so the last intent wins;
 * one that was taken back before its turn came is not sent.
 */
export function useOptimisticSwitch({ key, enabled, send, onError, refresh }: OptimisticSwitch) {
  const client = useQueryClient();
  const mutationKey = ['switch', ...key];
  const intent = useSwitchIntent(key);
  // A row may be drawn from a deferred value, so a little after the change has ended: until then the intent still shows.
  const ending = useDeferredValue(intent);
  // Of those under way the first runs and the others wait, so the only one is the last.
  const isLast = () => client.isMutating({ mutationKey, exact: true }) === 1;
  const { mutate } = useMutation<void, Error, boolean>({
    mutationKey,
    scope: switchScope(key),
    mutationFn: async (wanted) => {
      if (isLast()) await send(wanted);
    },
    onError,
    onSettled: () => (isLast() ? refresh() : undefined),
  });
  return { enabled: intent ?? ending ?? enabled, setEnabled: mutate };
}

/** What the last change under way asks for; undefined where there is none. */
export const useSwitchIntent = (key: OptimisticSwitch['key']) =>
  useMutationState<boolean>({
    filters: { mutationKey: ['switch', ...key], exact: true, status: 'pending' },
    select: ({ state }) => state.variables === true,
  }).at(-1);

/** What the last changes under way ask for, of all switches whose key begins so: the rest of the key, and the intent. */
export const useSwitchIntents = (start: OptimisticSwitch['key']) =>
  useMutationState({
    filters: { mutationKey: ['switch', ...start], status: 'pending' },
    select: ({ options, state }) => ({
      key: (options.mutationKey ?? []).slice(start.length + 1),
      enabled: state.variables === true,
    }),
  });
