import { expect, test } from 'vitest';
import { isUnlisted, withDocumented } from './offered.ts';

const message = (message_id: string) => ({ message_id, enabled: true, updated_at: null, recording: null });
const offered = (ids: string[]) => withDocumented(ids.map(message)).map((one) => [one.message_id, isUnlisted(one)]);

test('keeps the order of the API and adds what it does not list', () => {
  expect(offered(['visitor.call', 'client.start'])).toEqual([
    ['visitor.call', false],
    ['client.start', false],
    ['manager.call', true],
  ]);
  expect(offered([])).toEqual([
    ['manager.call', true],
    ['visitor.call', true],
  ]);
  expect(offered(['manager.call', 'visitor.call'])).toHaveLength(2);
});
