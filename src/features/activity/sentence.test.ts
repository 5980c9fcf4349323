import { describe, expect, test } from 'vitest';
import type { Act } from '#src/api/wire/activity.ts';
import { operationNames } from './operation-names.ts';
import { type Names, sentenceOf, textOf } from './sentence.ts';

const names: Names = {
  widget: (id) => (id === 1 ? 'Shop' : undefined),
  user: (id) => new Map([1, 2, 3, 4, 5].map((one) => [one, `User No ${one}`])).get(id),
  wholeWidgets: true,
  wholeUsers: true,
};

function actOf(operation: string, more: Partial<Act> = {}): Act {
  const [entity] = operation.split('.');
  return {
    id: 1,
    at: '2026-01-31T09:00:00Z',
    finished_at: null,
    person: { id: 'p', name: 'Olivia' },
    operation,
    entity: entity as Act['entity'],
    widget_id: entity === 'people' || entity === 'users' || entity === 'calls' ? null : 1,
    user_ids: entity === 'managers' || entity === 'users' ? [1] : [],
    call_id: entity === 'calls' ? 9 : null,
    message_id: entity === 'sms' || entity === 'voice' ? 'visitor.call' : null,
    subject: entity === 'people' ? 'Jan' : null,
    state: 'done',
    status: 200,
    message: null,
    confirmed: false,
    reason: null,
    request: null,
    before: null,
    after: null,
    ...more,
  };
}

const say = (operation: string, more: Partial<Act> = {}) => textOf(sentenceOf(actOf(operation, more), names));
const changing = (before: Record<string, unknown>, after: Record<string, unknown>) => ({
  before,
  request: after,
  after,
});

test.each<[string, Partial<Act>, string]>([
  ['widgets.create', {}, 'created the widget “Shop”'],
  ['widgets.update', changing({ enabled: true }, { enabled: false }), 'disabled the widget “Shop”'],
  ['widgets.update', changing({ enabled: false }, { enabled: true }), 'enabled the widget “Shop”'],
  [
    'widgets.update',
    changing(
      { url: 'a', description: 'x', settings: [{ a: 1, b: 1 }] },
      { url: 'a', description: 'y', settings: [{ a: 2, b: 2 }] },
    ),
    'changed the description and the settings of the widget “Shop”',
  ],
  ['widgets.update', changing({ url: 'a' }, { url: 'a' }), 'saved the widget “Shop”'],
  // What was there was not read, so nobody knows which of them changed.
  ['widgets.update', { request: { url: 'a', enabled: true } }, 'saved the widget “Shop”'],
  ['widgets.delete', { before: { description: 'Shop' } }, 'deleted the widget “Shop”'],
  ['widgets.addUsers', { user_ids: [1, 2] }, 'assigned User No 1 and User No 2 to the widget “Shop”'],
  [
    'widgets.addUsers',
    { user_ids: [1, 2, 3, 4, 5] },
    'assigned User No 1, User No 2, User No 3 and 2 more to the widget “Shop”',
  ],
  [
    'widgets.callOrSchedule',
    { request: { tel: '•••567' }, call_id: 9 },
    'requested a callback to •••567 through the widget “Shop”: call 9',
  ],
  [
    'widgets.call',
    { request: { tel: '•••567' } },
    'requested an immediate callback to •••567 through the widget “Shop”',
  ],
  [
    'widgets.call',
    { request: { tel: '•••567' }, confirmed: true },
    'requested another immediate callback to •••567 through the widget “Shop”',
  ],
  [
    'widgets.call',
    { request: { tel: '•••567' }, confirmed: true, reason: 'call_costs' },
    'requested an immediate callback to •••567 through the widget “Shop”',
  ],
  ['managers.create', {}, 'assigned User No 1 to the widget “Shop”'],
  ['managers.update', changing({ enabled: true }, { enabled: false }), 'disabled User No 1 on the widget “Shop”'],
  [
    'managers.update',
    changing({ enabled: true, business_times: [] }, { enabled: true, business_times: null }),
    'changed the hours of User No 1 on the widget “Shop”',
  ],
  ['managers.delete', {}, 'removed User No 1 from the widget “Shop”'],
  [
    'sms.update',
    changing({ text: 'a' }, { text: 'b' }),
    'changed the text of the SMS “visitor.call” of the widget “Shop”',
  ],
  ['sms.reset', { message_id: null }, 'reset every SMS of the widget “Shop”'],
  [
    'voice.create',
    changing({ enabled: false }, { enabled: true }),
    'enabled the voice message “Visitor: call announced” of the widget “Shop”',
  ],
  ['voice.reset', {}, 'reset the voice message “Visitor: call announced” of the widget “Shop”'],
  ['users.create', {}, 'created the user User No 1'],
  ['users.update', changing({ tel: '•••1' }, { tel: '•••2' }), 'changed the telephone of the user User No 1'],
  // The same as far as it is kept: nobody knows whether it changed.
  ['users.update', changing({ name: 'A•••' }, { name: 'A•••' }), 'saved the user User No 1'],
  ['users.delete', { user_ids: [7] }, 'deleted the user 7'],
  ['calls.updateField', {}, 'corrected an answer of call 9'],
  ['calls.updateField', { subject: 'topic' }, 'corrected the answer “topic” of call 9'],
  ['people.invite', { request: { role: 'support' } }, 'invited Jan as Support'],
  ['people.withdraw', {}, 'withdrew the invitation of Jan'],
  ['people.update', changing({ active: true }, { active: false }), 'deactivated Jan'],
  [
    'people.update',
    changing({ role: 'support', user_id: null }, { role: 'manager', user_id: 5 }),
    'changed the role and the CallPage user of Jan',
  ],
  ['people.passwordLink', {}, 'made a password link for Jan'],
  ['people.join', {}, 'joined the console'],
  ['people.newPassword', {}, 'chose a new password'],
  ['people.changePassword', {}, 'changed their password'],
  ['people.endSession', {}, 'ended a session of Jan'],
  ['people.signOutEverywhere', {}, 'ended all sessions of their own'],
  ['doNotCall.add', { subject: '•••200' }, 'added •••200 to the do-not-call list'],
  ['doNotCall.remove', { subject: '•••200' }, 'removed •••200 from the do-not-call list'],
  ['people.somethingNew', {}, 'did people.somethingNew'],
])('%s of %j reads as a person would say it', (operation, more, text) => {
  expect(say(operation, more)).toBe(text);
});

test.each([...operationNames.keys()])('%s has words of its own', (operation) => {
  expect(say(operation)).not.toContain(operation);
});

describe('a sentence claims no more than is known', () => {
  test.each([
    ['failed', 'tried to delete the widget “Shop”'],
    ['unknown', 'may have deleted the widget “Shop”'],
    ['pending', 'is trying to delete the widget “Shop”'],
  ] as const)('of what is %s', (state, text) => {
    expect(say('widgets.delete', { state })).toBe(text);
  });
});

describe('what a sentence names', () => {
  test('leads to its page', () => {
    const links = sentenceOf(actOf('managers.update'), names).filter(({ to }) => to);
    expect(links).toEqual([
      { text: 'User No 1', to: '/users/1' },
      { text: '“Shop”', to: '/widgets/1' },
    ]);
  });

  test('leads to its history where it is gone, by its id and by what was recorded of it', () => {
    const gone = sentenceOf(actOf('managers.delete', { widget_id: 5, user_ids: [9] }), names);
    expect(gone.filter(({ to }) => to)).toEqual([
      { text: 'user 9', to: '/activity?user=9' },
      { text: '5', to: '/activity?widget=5' },
    ]);
    const before = { url: 'https://old.example', description: '' };
    expect(say('widgets.delete', { widget_id: 5, before })).toBe('deleted the widget “old.example” (5)');
  });

  test('is not taken for gone while the names are on their way', () => {
    const reading = { ...names, wholeWidgets: false, wholeUsers: false };
    const parts = sentenceOf(actOf('managers.delete', { widget_id: 5, user_ids: [9] }), reading);
    expect(parts.filter(({ to }) => to)).toEqual([
      { text: 'user 9', to: '/users/9' },
      { text: '5', to: '/widgets/5' },
    ]);
  });

  test('is told by its address where it has no id', () => {
    const request = { url: 'https://new.example' };
    expect(say('widgets.create', { widget_id: null, state: 'failed', request })).toBe(
      'tried to create the widget “new.example”',
    );
  });
});
