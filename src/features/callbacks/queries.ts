import { useMutation } from '@tanstack/react-query';
import { callNow, callOrSchedule } from '#src/api/calls.ts';
import { callQueries } from '#src/features/calls/queries.ts';
import type { SentIntent } from './intent.ts';

/** Places one call. Nothing sends it again by itself, and sent again by a person it carries the same key. */
export const usePlaceCall = () =>
  useMutation({
    mutationFn: ({ intent, key, confirmed }: SentIntent) => {
      const { widgetId, tel, departmentId, managerId } = intent;
      if (managerId !== undefined) return callNow({ id: widgetId, tel, manager_id: managerId }, { key, confirmed });
      const department = departmentId === undefined ? {} : { department_id: departmentId };
      return callOrSchedule({ id: widgetId, tel, ...department }, { key, confirmed });
    },
    retry: false,
    meta: { invalidates: [callQueries.all()] },
  });
