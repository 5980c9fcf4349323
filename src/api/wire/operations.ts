/** CallPage's operations, by the names that the server's table, the sandbox and the page give them. */
export const operationIds = [
  'root',
  'widgets.list',
  'widgets.get',
  'widgets.create',
  'widgets.update',
  'widgets.delete',
  'widgets.addUsers',
  'widgets.call',
  'widgets.callOrSchedule',
  'managers.list',
  'managers.get',
  'managers.create',
  'managers.update',
  'managers.delete',
  'sms.list',
  'sms.create',
  'sms.update',
  'sms.reset',
  'voice.list',
  'voice.create',
  'voice.update',
  'voice.reset',
  'users.list',
  'users.get',
  'users.create',
  'users.update',
  'users.delete',
  'calls.list',
  'calls.get',
  'calls.updateField',
] as const;
export type OperationId = (typeof operationIds)[number];

/** Of those, the ones that change something: each leaves an act. A test holds them against the server's table. */
export type ChangeId = Exclude<OperationId, 'root' | `${string}.list` | `${string}.get`>;

/**
 * What a person may do: operations of CallPage, and pages of the console's own. `team`: sees colleagues and their figures,
 * not only themselves; `me`: has an availability of their own to switch.
 */
export type Permission = OperationId | 'activity' | 'doNotCall' | 'me' | 'people' | 'team';

/** What is done to what is the console's own, by which the trail knows it. */
export type OwnOperation = `people.${string}` | `doNotCall.${string}`;
