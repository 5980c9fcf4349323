import { expect, test } from 'vitest';
import { activityQueries } from '#src/features/activity/queries.ts';
import { callQueries } from '#src/features/calls/queries.ts';
import { doNotCallQueries } from '#src/features/do-not-call/queries.ts';
import { assignmentQueries } from '#src/features/managers/queries.ts';
import { peopleQueries } from '#src/features/people/queries.ts';
import { smsQueries } from '#src/features/sms-templates/queries.ts';
import { userQueries } from '#src/features/users/queries.ts';
import { voiceQueries } from '#src/features/voice-templates/queries.ts';
import { keys } from './live-keys.ts';

test('what is read again when others change something is what the pages have read', () => {
  expect(keys.activity()).toEqual(activityQueries.all());
  expect(callQueries.page({}, 1, 25).queryKey).toEqual(expect.arrayContaining(keys.calls()));
  expect(keys.managers(7)).toEqual(assignmentQueries.list(7).queryKey);
  expect(keys.entity('people')).toEqual(peopleQueries.all());
  expect(keys.entity('doNotCall')).toEqual(doNotCallQueries.all());
  expect(keys.sms(7)).toEqual(smsQueries.list(7).queryKey);
  expect(keys.entity('users')).toEqual(userQueries.all());
  expect(keys.voice(7)).toEqual(voiceQueries.list(7).queryKey);
});
