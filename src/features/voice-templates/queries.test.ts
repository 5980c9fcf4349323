import { expect, test } from 'vitest';
import { isRestorable } from './queries.ts';

test.each([
  ['no recording of its own', null, true],
  ['one that CallPage takes again', 'https://media.example.com/hello.mp3', true],
  ['one by an address that it would refuse', 'https://media.example.com/hello.ogg', false],
])('a reset of a message with %s can be undone or not: %s', (_what, full_url, restorable) => {
  const recording = full_url === null ? null : { full_url };
  const message = { message_id: 'visitor.call', enabled: true, updated_at: '2026-11-24 09:00:00', recording };
  expect(isRestorable(message)).toBe(restorable);
});
