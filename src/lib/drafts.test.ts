import { expect, test, vi } from 'vitest';
import { fakeBrowser, type Page } from './fake-browser.testing.ts';

const form = '/widgets/new';

const isLeft = ({ storage }: Page) => JSON.stringify([...storage]).includes('typed');

/** A page of Ada's into which something was typed. */
async function typedPage() {
  const browser = fakeBrowser();
  const page = await browser.open('ada');
  page.drafts.write(form, 'typed');
  return { ...browser, page };
}

/** The page is gone, and another is opened in its tab, at once. */
async function reload({ open, page }: Awaited<ReturnType<typeof typedPage>>, person: string | undefined = 'ada') {
  page.end();
  return open(person, page);
}

test('a reload finds what was typed, also while the page before it is still going', async () => {
  const ada = await typedPage();
  expect((await reload(ada)).drafts.read(form)).toBe('typed');

  const slow = await typedPage();
  setTimeout(slow.page.end, 50);
  expect((await slow.open('ada', slow.page)).drafts.read(form)).toBe('typed');
});

test('another tab finds nothing, and keeps its own', async () => {
  const { open, page } = await typedPage();
  const other = await open('ada');
  expect(other.drafts.read(form)).toBeUndefined();
  other.drafts.write(form, 'other');
  expect([page.drafts.read(form), other.drafts.read(form)]).toEqual(['typed', 'other']);
});

test('a copy of a tab finds nothing and takes nothing away, and each is its own from then on', async () => {
  const ada = await typedPage();
  const copy = await ada.open('ada', { storage: new Map(ada.page.storage) });
  expect(copy.drafts.read(form)).toBeUndefined();
  expect(isLeft(copy)).toBe(false);
  copy.drafts.write(form, 'the copy’s');
  expect((await reload(ada)).drafts.read(form)).toBe('typed');
  expect((await reload({ ...ada, page: copy })).drafts.read(form)).toBe('the copy’s');
});

test('a copy of a tab in which nothing was typed does not wait', async () => {
  vi.spyOn(AbortSignal, 'timeout');
  const { open } = fakeBrowser();
  const page = await open('ada');
  await open('ada', { storage: new Map(page.storage) });
  expect(AbortSignal.timeout).not.toHaveBeenCalled();
});

test('what was typed waits while nobody is signed in, for the same person', async () => {
  const ada = await typedPage();
  const nobody = await reload(ada, undefined);
  nobody.drafts.belongTo('ada');
  expect(nobody.drafts.read(form)).toBe('typed');
});

test('whoever else signs in finds nothing, and nothing is left', async () => {
  const ada = await typedPage();
  const bob = await reload(ada, 'bob');
  expect(bob.drafts.read(form)).toBeUndefined();
  expect(isLeft(bob)).toBe(false);

  const { page } = await typedPage();
  page.drafts.belongTo('bob');
  expect(page.drafts.read(form)).toBeUndefined();
  expect(isLeft(page)).toBe(false);
});

test('signing out leaves nothing, nor does what comes after it', async () => {
  const { page } = await typedPage();
  page.drafts.signOut();
  expect(isLeft(page)).toBe(false);
  page.drafts.write(form, 'typed late');
  expect(isLeft(page)).toBe(false);
  expect(page.drafts.read(form)).toBeUndefined();
});

test.each([undefined, 'ada', 'bob'])(
  'a tab that was asleep when its person signed out wakes empty for %s',
  async (next) => {
    const ada = await typedPage();
    const other = await ada.open('ada');
    ada.page.end();
    other.drafts.signOut();
    const woken = await ada.open(next, ada.page);
    expect(woken.drafts.read(form)).toBeUndefined();
    expect(isLeft(woken)).toBe(false);
  },
);

test('any tab knows whether something is kept in one of them', async () => {
  const { open, page } = await typedPage();
  const other = await open('ada');
  expect(await other.drafts.inAnyTab()).toBe(true);
  page.drafts.remove(form);
  await vi.waitFor(async () => expect(await other.drafts.inAnyTab()).toBe(false));
  page.drafts.write(form, 'typed again');
  await vi.waitFor(async () => expect(await other.drafts.inAnyTab()).toBe(true));
  page.end();
  expect(await other.drafts.inAnyTab()).toBe(false);
});

test('where storage is forbidden, a page keeps what is typed for as long as it is there', async () => {
  const { open } = fakeBrowser();
  const { drafts } = await open('ada', { isForbidden: true });
  drafts.write(form, 'typed');
  drafts.belongTo('ada');
  expect(drafts.read(form)).toBe('typed');
  drafts.belongTo('bob');
  expect(drafts.read(form)).toBeUndefined();
});

test('what earlier versions kept for all tabs is taken away', async () => {
  const { open, shared } = fakeBrowser();
  shared.set('draft:/widgets/new', '{}').set('drafts-of', 'ada').set('mantine-color-scheme-value', 'dark');
  await open('ada');
  expect([...shared.keys()]).toEqual(['mantine-color-scheme-value']);
});
