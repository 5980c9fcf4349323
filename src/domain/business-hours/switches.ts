/** What has to be on, besides the hours, for somebody to be called. */
export interface Switches {
  /** the manager, for the widget */
  enabled: boolean;
  /** the user whom the manager is, for every widget */
  userEnabled: boolean;
}

/** In the words that follow `Anna is`; null where the hours decide. */
export function whyOff({ enabled, userEnabled }: Switches): string | null {
  if (!userEnabled) return 'disabled as a user';
  return enabled ? null : 'switched off';
}
