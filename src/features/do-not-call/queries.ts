import { queryOptions, useMutation } from '@tanstack/react-query';
import { addBarred, readBarred, removeBarred } from '#src/api/do-not-call.ts';
import { unlessGone } from '#src/api/errors.ts';
import type { AddNumbersInput } from '#src/api/wire/do-not-call.ts';
import { NotAllAdded } from './not-all-added.ts';

export const doNotCallQueries = {
  all: () => ['doNotCall'] as const,
  list: () =>
    queryOptions({
      queryKey: [...doNotCallQueries.all(), 'list'],
      queryFn: ({ signal }) => readBarred(signal),
    }),
};

/** Rejects with `NotAllAdded` where some are no numbers: the others are on the list then. */
export const useAddNumbers = () =>
  useMutation({
    mutationFn: async (input: AddNumbersInput) => {
      const result = await addBarred(input);
      if (result.wrong.length > 0) throw new NotAllAdded(result);
      return result;
    },
    meta: { invalidates: [doNotCallQueries.all()] },
  });

export const useRemoveNumber = () =>
  useMutation({
    mutationFn: (id: number) => removeBarred(id).catch(unlessGone),
    meta: { invalidates: [doNotCallQueries.all()] },
  });
