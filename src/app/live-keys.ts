import type { ActEntity } from '#src/api/wire/activity.ts';

/**
 * The keys of what is read, by what an act may change. Written here once more, so that hearing of changes does not load
 * the code of every page; the test holds them against the features' own.
 */
export const keys = {
  activity: () => ['activity'],
  /** Not the statistics: they count every call anew, and wait to be asked. */
  calls: () => ['calls', 'page'],
  /** Everything of the kind, where nothing else is said here. */
  entity: (entity: ActEntity) => [entity],
  managers: (widgetId: number) => ['widgets', 'managers', widgetId],
  sms: (widgetId: number) => ['sms', widgetId],
  voice: (widgetId: number) => ['voice', widgetId],
};
