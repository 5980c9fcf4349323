import { useMutation } from '@tanstack/react-query';
import { callNow, callOrSchedule } from '#src/api/calls.ts';
import { callQueries } from '#src/features/calls/queries.ts';
import type { Intent } from './intent.ts';

/** Places one call. It is sent once and never again by itself: a second request would ring a second time. */
export const usePlaceCall = () =>
  useMutation({
    mutationFn: ({ widgetId, tel, departmentId, managerId }: Intent) => {
      if (managerId !== undefined) return callNow({ id: widgetId, tel, manager_id: managerId });
      return callOrSchedule({ id: widgetId, tel, ...(departmentId !== undefined && { department_id: departmentId }) });
    },
    retry: false,
    meta: { invalidates: [callQueries.all()] },
  });
