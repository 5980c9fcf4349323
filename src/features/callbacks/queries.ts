import { useMutation } from '@tanstack/react-query';
import { callNow, callOrSchedule } from '#src/api/calls.ts';
import { callQueries } from '#src/features/calls/queries.ts';
import type { Intent } from './intent.ts';

/** Places one call. It is sent once and never again by itself: a second request would ring a second time. */
export const usePlaceCall = () =>
  useMutation({
    mutationFn: ({ intent, repeat }: { intent: Intent; repeat: boolean }) => {
      const { widgetId, tel, departmentId, managerId } = intent;
      if (managerId !== undefined) return callNow({ id: widgetId, tel, manager_id: managerId }, repeat);
      const department = departmentId === undefined ? {} : { department_id: departmentId };
      return callOrSchedule({ id: widgetId, tel, ...department }, repeat);
    },
    retry: false,
    meta: { invalidates: [callQueries.all()] },
  });
