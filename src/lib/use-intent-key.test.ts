import { expect, test } from 'vitest';
import { fakeBrowser, type Page } from './fake-browser.testing.ts';
import { intentKey } from './use-intent-key.ts';

const lost = Object.assign(new Error('The answer was lost.'), { outcomeUnknown: true });
const refused = new Error('Refused.');

/** Sends an intent from a page, with this end, and gives the key that went with it. */
async function send({ drafts }: Page, input: object, end?: Error): Promise<string> {
  let sent = '';
  const answer = async (_input: object, key: string) => {
    sent = key;
    if (end) throw end;
  };
  await intentKey('widgets.create', drafts)
    .once(input, answer)
    .catch(() => undefined);
  return sent;
}

const shop = { url: 'https://shop.example' };
const other = { url: 'https://other.example' };

test('an answer that was lost keeps the key for the same intent, over a reload, until somebody knows', async () => {
  const { open } = fakeBrowser();
  const page = await open('ada');
  const key = await send(page, shop, lost);
  expect(await send(page, shop, lost)).toBe(key);
  page.end();
  const reloaded = await open('ada', page);
  expect(await send(reloaded, shop, lost)).toBe(key);
  expect(await send(reloaded, shop)).toBe(key);
  expect(await send(reloaded, shop)).not.toBe(key);
});

test.each([
  ['after it was done', shop, undefined],
  ['after it was refused', shop, refused],
  ['for another intent', other, lost],
])('there is a new key %s', async (_when, next, end) => {
  const page = await fakeBrowser().open('ada');
  const key = await send(page, shop, end);
  expect(await send(page, next)).not.toBe(key);
});

test('what another tab asks for, or a copy of the tab, takes no key away and has one of its own', async () => {
  const { open } = fakeBrowser();
  const page = await open('ada');
  const key = await send(page, shop, lost);
  for (const storage of [new Map<string, string>(), new Map(page.storage)]) {
    const tab = await open('ada', { storage });
    expect(await send(tab, shop, lost)).not.toBe(key);
    await send(tab, other, lost);
  }
  expect(await send(page, shop)).toBe(key);
});

test('the next person has a key of their own', async () => {
  const { open } = fakeBrowser();
  const page = await open('ada');
  const key = await send(page, shop, lost);
  page.drafts.belongTo('bob');
  expect(await send(page, shop)).not.toBe(key);
});

test('where storage is forbidden, one page still sends one intent with one key', async () => {
  const page = await fakeBrowser().open('ada', { isForbidden: true });
  const key = await send(page, shop, lost);
  expect(await send(page, shop)).toBe(key);
});
