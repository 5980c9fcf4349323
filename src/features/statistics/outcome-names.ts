import type { Outcome } from '#src/domain/calls-by-day.ts';

/** What the chart and its table call the ways in which a call ends. */
export const outcomeNames: Record<Outcome, string> = {
  completed: 'Completed',
  failed: 'Failed',
  cancelled: 'Cancelled',
  open: 'Not over',
  other: 'Other',
};
