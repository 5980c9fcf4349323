import type { Page } from '@playwright/test';
import { callsOf, seedTeam } from './calls-data.ts';
import { failure } from './faults.ts';
import { expect, test } from './fixtures.ts';
import { type MakingForm, makingForms, worldOf } from './forms.ts';
import { expectNoAxeViolations } from './helpers.ts';
import { People } from './people.ts';

const title = (page: Page) => page.getByRole('heading', { level: 1 });
const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });
const demo = (page: Page, role: string) => page.getByRole('button', { name: new RegExp(`^${role}`) });
const telephone = (page: Page) => page.getByRole('textbox', { name: 'Telephone' });
const unknown = (page: Page) => page.getByRole('region', { name: 'Outcome unknown' });
const url = (page: Page) => page.getByRole('textbox', { name: 'URL', exact: true });

const squeezed = (text: string) => text.replace(/\s/g, '');
/** Whether a tab finds this anywhere in the browser's storage, however it is spaced. */
const finds = async (page: Page, typed: string) =>
  squeezed(await page.evaluate(() => JSON.stringify([{ ...localStorage }, { ...sessionStorage }]))).includes(
    squeezed(typed),
  );

/** Accepts the browser's own question when a page with unsaved input is left. */
const acceptLeaving = (page: Page) => page.on('dialog', (dialog) => void dialog.accept());

/** Sends what is typed, which is done, and its answer is lost. */
async function lose(page: Page, { submit }: MakingForm) {
  await button(page, submit).click();
  await expect(page.getByRole('alert').filter({ hasText: /^Not |answer/ })).toBeVisible();
}

async function signOut(page: Page) {
  await button(page, 'Sign out').click();
  const question = page.getByRole('dialog', { name: 'Sign out and delete what is not saved?' });
  await question.getByRole('button', { name: 'Sign out' }).click();
}

for (const form of makingForms) {
  test(`one intent is one thing in the form for ${form.name}: over a lost answer, another tab, a reload and a sign-out`, async ({
    page,
    context,
    server,
    sandbox,
    allowConsole,
  }) => {
    allowConsole(/status of 409/, /media\.example\.com/);
    const world = await worldOf(sandbox, new People(server));
    const [mine, others] = form.things();
    acceptLeaving(page);
    await page.goto(form.path(world));
    await form.type(page, mine);
    await sandbox.arm(failure('truncated', form.operation, { when: 'after' }));
    await lose(page, form);

    const tab = await context.newPage();
    await test.step('another tab knows nothing of it', async () => {
      await tab.goto(form.path(world));
      await form.type(tab, others);
      // What is one thing for all was saved, and is what the other tab reads.
      if (!form.isMany) return;
      expect(await finds(tab, mine)).toBe(false);
      await button(tab, form.submit).click();
      await expect.poll(() => form.made(world, others)).toBe(1);
    });

    await page.reload();
    if (form.isKept) await form.again(page);
    expect(await form.made(world, mine)).toBe(1);
    if (!form.isKept) return;

    await tab.goto(form.path(world));
    await form.type(tab, others);
    expect(await finds(tab, others)).toBe(true);
    await signOut(page);
    for (const left of [page, tab]) {
      await expect(title(left)).toHaveText('Sign in');
      for (const typed of [mine, others]) expect(await finds(left, typed)).toBe(false);
    }
  });
}

test('a copy of a tab begins with empty forms and leaves the first one’s alone', async ({ page, context }) => {
  acceptLeaving(page);
  await page.goto('/widgets/new');
  await url(page).pressSequentially('zanzibar.example');
  const opened = context.waitForEvent('page');
  // As “Duplicate tab” does, it gives the new one a copy of what this one has stored.
  await page.evaluate(() => void window.open('/widgets/new'));
  const copy = await opened;
  await expect(url(copy)).toHaveValue('');
  expect(await finds(copy, 'zanzibar')).toBe(false);
  await url(copy).pressSequentially('timbuktu.example');
  await page.reload();
  await expect(url(page)).toHaveValue('zanzibar.example');
});

test('whoever else signs in, in any tab, finds nothing that was typed', async ({
  page,
  context,
  server,
  allowConsole,
}) => {
  allowConsole(/401/);
  await page.goto('/widgets/new');
  await url(page).pressSequentially('zanzibar.example');
  const tab = await context.newPage();
  await tab.goto('/widgets');
  await expect(title(tab)).toHaveText('Widgets');
  await new People(server).post('/auth/people/end-session', { id: 'demo-operator' });
  await tab.getByRole('button', { name: 'Sign in as somebody else' }).click();
  expect(await finds(page, 'zanzibar'), 'it may be the same person who comes back').toBe(true);
  await demo(tab, 'Support').click();
  await expect(title(page)).toHaveText('Not for your role');
  for (const each of [page, tab]) expect(await finds(each, 'zanzibar')).toBe(false);
});

test('a call whose answer was lost does not take the place of another address’s form', async ({ page, sandbox }) => {
  const { id } = await seedTeam(sandbox, { description: 'Corner shop' });
  const first = `/callbacks?widget=${id}&tel=%2B48600700811`;
  await page.goto(first);
  await sandbox.arm(failure('reset', 'widgets.callOrSchedule', { when: 'after' }));
  await button(page, 'Call back').click();
  await expect(unknown(page)).toBeVisible();

  await page.goto(`/callbacks?widget=${id}&tel=%2B48600700812`);
  await expect(telephone(page)).toHaveValue('+48 600 700 812');
  const notice = page.getByRole('status').filter({ hasText: 'Whether +48 600 700 811 is called is not known yet' });
  await expect(notice).toBeVisible();
  await expectNoAxeViolations(page);
  await button(page, 'Call back').click();
  await expect(page.getByRole('region', { name: /^Call \d+ to \+48 600 700 812/ })).toBeVisible();
  expect(await callsOf(sandbox, id)).toHaveLength(2);

  await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'New callback' }).click();
  await expect(telephone(page)).toHaveValue('');
  await notice.getByRole('button', { name: 'See what became of it' }).click();
  await expect(unknown(page)).toContainText('A call to +48 600 700 811');
  await expect(unknown(page).getByRole('listitem')).toHaveCount(1);

  await page.goto(first);
  await expect(unknown(page)).toContainText('A call to +48 600 700 811');
});

test.describe('where the browser forbids its storage', () => {
  test.use({ role: null });

  test('the sign-in page is drawn, and every form makes one thing of one intent', async ({
    page,
    server,
    sandbox,
    allowConsole,
  }) => {
    test.slow();
    allowConsole(/status of 409/, /media\.example\.com/);
    await page.addInitScript(() => {
      const refuse = () => {
        throw new DOMException('Access is denied for this document.', 'SecurityError');
      };
      for (const name of ['localStorage', 'sessionStorage']) Object.defineProperty(window, name, { get: refuse });
      Object.defineProperty(window, 'BroadcastChannel', { value: refuse });
      Object.defineProperty(navigator, 'locks', {
        value: { request: async () => refuse(), query: async () => refuse() },
      });
    });
    acceptLeaving(page);
    await page.goto('/account');
    await demo(page, 'Operator').click();
    await page.getByRole('combobox', { name: 'Colours' }).selectOption('dark');
    await expect(page.locator('html')).toHaveAttribute('data-mantine-color-scheme', 'dark');

    const world = await worldOf(sandbox, new People(server));
    for (const form of makingForms) {
      await test.step(form.name, async () => {
        const [mine] = form.things();
        await page.goto(form.path(world));
        await form.type(page, mine);
        await sandbox.arm(failure('truncated', form.operation, { when: 'after' }));
        await lose(page, form);
        await form.again(page);
        expect(await form.made(world, mine)).toBe(1);
      });
    }
  });
});
