/** Whether what was sent may have been done although no answer says so. */
export const isOutcomeUnknown = (error: unknown): boolean =>
  error instanceof Error && 'outcomeUnknown' in error && error.outcomeUnknown === true;
