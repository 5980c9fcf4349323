import type { ActEntity, ActState } from '#src/api/wire/activity.ts';
import type { ChangeId, OwnOperation } from '#src/api/wire/operations.ts';

export const entityNames: Readonly<Record<ActEntity, string>> = {
  widgets: 'Widgets',
  managers: 'Managers',
  sms: 'SMS',
  voice: 'Voice',
  users: 'Users',
  calls: 'Calls',
  people: 'People',
  doNotCall: 'Do not call',
};

export const stateNames: Readonly<Record<ActState, string>> = {
  done: 'Done',
  failed: 'Failed',
  unknown: 'Unknown',
  pending: 'Pending',
};

const namesById: Readonly<Record<ChangeId | OwnOperation, string>> = {
  'widgets.create': 'Widget created',
  'widgets.update': 'Widget changed',
  'widgets.delete': 'Widget deleted',
  'widgets.addUsers': 'Managers assigned',
  'widgets.call': 'Immediate callback',
  'widgets.callOrSchedule': 'Callback',
  'managers.create': 'Manager assigned',
  'managers.update': 'Manager changed',
  'managers.delete': 'Manager removed',
  'sms.create': 'Default SMS changed',
  'sms.update': 'SMS changed',
  'sms.reset': 'SMS reset',
  'voice.create': 'Default voice message changed',
  'voice.update': 'Voice message changed',
  'voice.reset': 'Voice message reset',
  'users.create': 'User created',
  'users.update': 'User changed',
  'users.delete': 'User deleted',
  'calls.updateField': 'Answer corrected',
  'people.invite': 'Person invited',
  'people.withdraw': 'Invitation withdrawn',
  'people.join': 'Invitation accepted',
  'people.update': 'Person changed',
  'people.passwordLink': 'Password link made',
  'people.newPassword': 'Password link used',
  'people.changePassword': 'Password changed',
  'people.endSession': 'Session ended',
  'people.signOutEverywhere': 'Signed out everywhere',
  'doNotCall.add': 'Number put on the do-not-call list',
  'doNotCall.remove': 'Number taken off the do-not-call list',
};

/** Every operation that leaves an act, by what it does. The first half of its id is what it is about. */
export const operationNames: ReadonlyMap<string, string> = new Map(Object.entries(namesById));

/** The operations on an entity, or all of them; value → name, for a filter. */
export function operationOptions(entity: ActEntity | ''): Record<string, string> {
  const shown = [...operationNames].filter(([id]) => entity === '' || id.startsWith(`${entity}.`));
  return { '': 'Action: any', ...Object.fromEntries(shown) };
}
