import { expect, test } from 'vitest';
import { paths } from './paths.ts';

test('every address of the console, as people have bookmarked it', () => {
  const build: Record<string, (id: number, userId: number) => string> = paths;
  const all = Object.fromEntries(Object.entries(build).map(([name, path]) => [name, path(7, 9)]));
  expect(all).toMatchInlineSnapshot(`
    {
      "account": "/account",
      "activity": "/activity",
      "activityOfManager": "/activity?widget=7&user=9",
      "activityOfPerson": "/activity?person=7",
      "activityOfUser": "/activity?user=7",
      "activityOfWidget": "/activity?widget=7",
      "addDoNotCall": "/do-not-call/add",
      "call": "/calls/7",
      "callbackTo": "/callbacks?widget=7&tel=9",
      "callbacks": "/callbacks",
      "calls": "/calls",
      "callsOf": "/calls?q=7",
      "doNotCall": "/do-not-call",
      "duplicateWidget": "/widgets/new?from=7",
      "home": "/",
      "invite": "/people/invite",
      "link": "/link",
      "managerHistory": "/widgets/7/managers/9/history",
      "managerHours": "/widgets/7/managers/9",
      "managers": "/managers",
      "me": "/me",
      "newUser": "/users/new",
      "newWidget": "/widgets/new",
      "people": "/people",
      "person": "/people/7",
      "sms": "/sms",
      "statistics": "/statistics",
      "user": "/users/7",
      "users": "/users",
      "voice": "/voice",
      "widget": "/widgets/7",
      "widgetEdit": "/widgets/7/edit",
      "widgetHistory": "/widgets/7/history",
      "widgetManagers": "/widgets/7/managers",
      "widgetSms": "/widgets/7/sms",
      "widgetSmsMessage": "/widgets/7/sms/edit?message=9",
      "widgetVoice": "/widgets/7/voice",
      "widgetVoiceMessage": "/widgets/7/voice/edit?message=9",
      "widgets": "/widgets",
    }
  `);
});
