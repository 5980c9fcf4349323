import type { Page } from '@playwright/test';
import { failure, failures } from './faults.ts';
import { expect, test } from './fixtures.ts';
import { expectFieldError, nextBody } from './helpers.ts';
import type { Sandbox } from './sandbox.ts';

const field = (page: Page, name: string) => page.getByRole('textbox', { name, exact: true });
const locale = (page: Page) => page.getByRole('combobox', { name: 'Locale' });
const submit = (page: Page) => page.getByRole('button', { name: /^(Create widget|Save changes)$/ });
const refusal = (page: Page) => page.getByRole('alert').filter({ hasText: 'Not saved' });
const heading = (page: Page, name: string) => page.getByRole('heading', { level: 1, name, exact: true });

const settings = [{ countdown: 28, position: 'left' }, { recording: true }];

/** A widget with settings, and its edit form, ready to type in. */
async function openForm(page: Page, sandbox: Sandbox) {
  const widget = await sandbox.seedWidget({ description: 'Florist', url: 'https://florist.example.com', settings });
  await page.goto(`/widgets/${widget.id}/edit`);
  await expect(field(page, 'Description')).toHaveValue('Florist');
  return widget;
}

/** Fills what every widget form has. */
async function fill(page: Page) {
  await field(page, 'URL').fill('https://typed.example.com/offer');
  await field(page, 'Description').fill('Typed with care');
  await locale(page).selectOption('Polish');
}

async function expectFilled(page: Page) {
  await expect(field(page, 'URL')).toHaveValue('https://typed.example.com/offer');
  await expect(field(page, 'Description')).toHaveValue('Typed with care');
  await expect(locale(page)).toHaveValue('pl');
}

const saved = { url: 'https://typed.example.com/offer', description: 'Typed with care', locale_code: 'pl' };

/** Answers the browser's own question when a page with unsaved input is left. */
const acceptLeaving = (page: Page) => page.once('dialog', (dialog) => void dialog.accept());

test.describe('no fault loses what was typed', () => {
  for (const { kind, reason, isRefusal } of failures) {
    test(`${kind} on create`, async ({ page, sandbox }) => {
      await sandbox.arm(failure(kind, 'widgets.create'));
      await page.goto('/widgets/new');
      await fill(page);
      await submit(page).click();
      await expect(refusal(page)).toContainText(reason);
      await expectFilled(page);
      expect((await sandbox.requests()).counts['widgets.create'], 'nothing is created twice').toBe(1);

      acceptLeaving(page);
      await page.reload();
      await expect(page.getByText('Your unsaved changes were restored.')).toBeVisible();
      await expectFilled(page);
      await submit(page).click();
      if (!isRefusal) {
        await expect(refusal(page)).toContainText('nobody knows whether it was done');
        expect((await sandbox.requests()).counts['widgets.create'], 'it is not sent again by itself').toBe(1);
        await page.getByRole('button', { name: 'Create widget anyway' }).click();
      }
      await expect(heading(page, 'Typed with care')).toBeVisible();
      expect((await sandbox.widgets()).filter(({ url }) => url === saved.url)).toMatchObject([saved]);
    });

    test(`${kind} on create, after it was made: none is made twice unseen`, async ({ page, sandbox, allowConsole }) => {
      allowConsole(/status of 409/);
      await sandbox.arm(failure(kind, 'widgets.create', { when: 'after' }));
      await page.goto('/widgets/new');
      await fill(page);
      await submit(page).click();
      await expect(refusal(page)).toContainText(reason);
      const made = async () => (await sandbox.widgets()).filter(({ url }) => url === saved.url).length;
      // Of these two CallPage says that nothing was done: whoever is told so may try again.
      if (isRefusal) return expect(await made()).toBe(1);
      acceptLeaving(page);
      await page.reload();
      await submit(page).click();
      await expect(refusal(page)).toContainText('nobody knows whether it was done');
      await expectFilled(page);
      expect(await made()).toBe(1);
      const list = page.waitForEvent('popup');
      await refusal(page).getByRole('link', { name: 'Look at the list' }).click();
      await expect((await list).getByRole('link', { name: 'Typed with care' })).toBeVisible();
      await page.getByRole('button', { name: 'Create widget anyway' }).click();
      await expect(heading(page, 'Typed with care')).toBeVisible();
      expect(await made()).toBe(2);
    });

    test(`${kind} on edit`, async ({ page, sandbox }) => {
      const { id } = await openForm(page, sandbox);
      await sandbox.arm(failure(kind, 'widgets.update'));
      await fill(page);
      await field(page, 'Value of countdown').fill('55');
      await submit(page).click();
      await expect(refusal(page)).toContainText(reason);
      await expectFilled(page);
      await expect(field(page, 'Value of countdown')).toHaveValue('55');
      expect(await sandbox.widget(id)).toMatchObject({ description: 'Florist', settings });

      await submit(page).click();
      await expect(heading(page, 'Typed with care')).toBeVisible();
      const changed = [{ countdown: 55, position: 'left' }, { recording: true }];
      expect(await sandbox.widget(id)).toMatchObject({ ...saved, settings: changed });
    });

    test(`${kind} on edit, after it was saved: the next try finds it saved`, async ({ page, sandbox }) => {
      const { id } = await openForm(page, sandbox);
      await sandbox.arm(failure(kind, 'widgets.update', { when: 'after' }));
      await fill(page);
      await submit(page).click();
      await expect(refusal(page)).toContainText(reason);
      await expectFilled(page);
      expect(await sandbox.widget(id)).toMatchObject(saved);
      await submit(page).click();
      await expect(heading(page, 'Typed with care')).toBeVisible();
      expect((await sandbox.requests()).counts['widgets.update'], 'it is not sent again').toBe(1);
    });
  }

  test('a slow answer: one create, however often it is asked for', async ({ page, sandbox }) => {
    await sandbox.arm({ operation: 'widgets.create', kind: 'slow', delayMs: 1500 });
    await page.goto('/widgets/new');
    await fill(page);
    await field(page, 'Description').press('Enter');
    await field(page, 'Description').press('Enter');
    await expect(heading(page, 'Typed with care')).toBeVisible();
    expect((await sandbox.requests()).counts['widgets.create']).toBe(1);
  });

  test('a page that is gone before the answer: sent again, it is that answer', async ({ page, sandbox }) => {
    await sandbox.arm({ operation: 'widgets.create', kind: 'slow', when: 'after', delayMs: 1000 });
    await page.goto('/widgets/new');
    await fill(page);
    await submit(page).click();
    const made = async () => (await sandbox.widgets()).filter(({ url }) => url === saved.url).length;
    await expect.poll(made).toBe(1);
    acceptLeaving(page);
    await page.reload();
    const underWay = async () => (await (await page.request.get('/activity/acts?state=pending')).json()).data;
    await expect.poll(underWay).toEqual([]);
    await expectFilled(page);
    await submit(page).click();
    await expect(heading(page, 'Typed with care')).toBeVisible();
    expect(await made()).toBe(1);
  });

  test('no connection', async ({ page, sandbox, context, allowConsole }) => {
    allowConsole(/ERR_INTERNET_DISCONNECTED/);
    await openForm(page, sandbox);
    await fill(page);
    await context.setOffline(true);
    await submit(page).click();
    await expect(refusal(page)).toBeVisible();
    await context.setOffline(false);
    await expectFilled(page);
    await submit(page).click();
    await expect(heading(page, 'Typed with care')).toBeVisible();
  });

  test('a widget deleted meanwhile', async ({ page, sandbox, allowConsole }) => {
    allowConsole(/status of 404/);
    const { id } = await openForm(page, sandbox);
    await fill(page);
    await sandbox.call('widgets.delete', { id });
    await submit(page).click();
    await expect(refusal(page)).toContainText(`There is no widget ${id}.`);
    await expectFilled(page);
  });
});

test('what is wrong with a field is said at the field, by the form and by CallPage', async ({ page, sandbox }) => {
  await page.goto('/widgets/new');
  await fill(page);
  await field(page, 'Description').fill('x'.repeat(256));
  await submit(page).click();
  await expectFieldError(field(page, 'Description'), /Use 255 characters at most/);
  await expect(field(page, 'Description')).toBeFocused();
  await field(page, 'Description').fill('Typed with care');

  const errors = { url: ['Another account has a widget on this site.'] };
  await sandbox.arm({ operation: 'widgets.create', kind: 'status', status: 422, message: 'Refused.', errors });
  await submit(page).click();
  await expectFieldError(field(page, 'URL'), /Another account has a widget on this site/);
  await expect(field(page, 'URL')).toBeFocused();
  await expect(refusal(page)).toContainText('Refused.');
  await expectFilled(page);
  await submit(page).click();
  await expect(heading(page, 'Typed with care')).toBeVisible();
});

test.describe('settings', () => {
  test('are shown by their types, and are not sent unless one is changed', async ({ page, sandbox }) => {
    const { id, url } = await openForm(page, sandbox);
    await expect(field(page, 'Value of countdown')).toHaveValue('28');
    await expect(page.getByRole('combobox', { name: 'Type of countdown' })).toHaveValue('number');
    await expect(field(page, 'Value of position')).toHaveValue('left');
    await expect(page.getByRole('combobox', { name: 'Value of recording' })).toHaveValue('true');

    await field(page, 'Description').fill('Florist, new');
    const sent = nextBody(page, 'widgets/update');
    await submit(page).click();
    expect(await sent).toEqual({ id, url, description: 'Florist, new' });
    await expect(heading(page, 'Florist, new')).toBeVisible();
    expect(await sandbox.widget(id)).toMatchObject({ settings });
  });

  test('are changed, added and removed without losing any other', async ({ page, sandbox }) => {
    const { id } = await openForm(page, sandbox);
    await page.getByRole('combobox', { name: 'Value of recording' }).selectOption('No');
    await page.getByRole('button', { name: 'Remove position' }).click();
    await page.getByRole('button', { name: 'Add a setting' }).click();
    await field(page, 'Key of setting 3').fill('auto_open');
    await page.getByRole('combobox', { name: 'Type of auto_open' }).selectOption('Number');
    await field(page, 'Value of auto_open').fill('soon');
    await submit(page).click();
    await expectFieldError(field(page, 'Value of auto_open'), /Enter a number/);
    await field(page, 'Value of auto_open').fill('2.5');
    await submit(page).click();
    await expect(heading(page, 'Florist')).toBeVisible();
    await expect
      .poll(async () => (await sandbox.widget(id)).settings)
      .toEqual([{ countdown: 28 }, { recording: false }, { auto_open: 2.5 }]);
  });

  test('of a duplicate that could not be saved wait in its form', async ({ page, sandbox }) => {
    const { id } = await openForm(page, sandbox);
    await sandbox.arm(failure('status', 'widgets.update'));
    await page.goto(`/widgets/new?from=${id}`);
    await submit(page).click();
    const notice = page.getByRole('alert').filter({ hasText: 'Created, but without the settings' });
    await expect(notice).toContainText('The disk of CallPage is full.');
    await expect(page.getByRole('form', { name: 'Edit widget' })).toBeVisible();
    await expect(field(page, 'Value of countdown')).toHaveValue('28');
    await submit(page).click();
    await expect(heading(page, 'Copy of Florist')).toBeVisible();
    await expect(page.getByRole('form')).toBeHidden();
    const copy = (await sandbox.widgets()).find(({ description }) => description === 'Copy of Florist');
    expect(await sandbox.widget(copy?.id ?? 0)).toMatchObject({ settings });
  });

  test('of one name are refused', async ({ page, sandbox }) => {
    await openForm(page, sandbox);
    await page.getByRole('button', { name: 'Add a setting' }).click();
    await field(page, 'Key of setting 4').fill('countdown');
    await submit(page).click();
    await expectFieldError(field(page, 'Key of setting 4'), /This key is there already/);
    expect((await sandbox.requests()).counts['widgets.update']).toBeUndefined();
  });
});

test.describe('leaving a changed form', () => {
  const question = (page: Page) => page.getByRole('dialog', { name: 'Leave without saving?' });

  test('by a link asks first, and staying keeps everything', async ({ page, sandbox }) => {
    await openForm(page, sandbox);
    await fill(page);
    const link = page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Widgets' });
    await link.click();
    await expect(question(page).getByRole('button', { name: 'Keep editing' }).last()).toBeFocused();
    await page.keyboard.press('Enter');
    await expect(question(page)).toBeHidden();
    await expect(link).toBeFocused();
    await expectFilled(page);

    await link.click();
    await question(page).getByRole('button', { name: 'Leave', exact: true }).click();
    await expect(heading(page, 'Widgets')).toBeFocused();
  });

  test('by Back asks first, and what was left on purpose does not come back', async ({ page, sandbox }) => {
    const { id } = await openForm(page, sandbox);
    await page.goto(`/widgets/${id}`);
    await page.getByRole('link', { name: 'Edit' }).click();
    await fill(page);
    await page.goBack();
    await expect(question(page)).toBeVisible();
    await page.keyboard.press('Escape');
    await expectFilled(page);
    await page.goBack();
    await question(page).getByRole('button', { name: 'Leave', exact: true }).click();
    await expect(page).toHaveURL(`/widgets/${id}`);
    await page.getByRole('link', { name: 'Edit' }).click();
    await expect(field(page, 'Description')).toHaveValue('Florist');
  });

  test('by a reload is asked by the browser, and the draft survives it until it is discarded', async ({
    page,
    sandbox,
  }) => {
    await openForm(page, sandbox);
    await fill(page);
    await page.getByRole('button', { name: 'Remove position' }).click();
    const asked = page.waitForEvent('dialog');
    const reloaded = page.reload();
    const dialog = await asked;
    expect(dialog.type()).toBe('beforeunload');
    await dialog.accept();
    await reloaded;

    await expectFilled(page);
    await expect(field(page, 'Value of position')).toBeHidden();
    await page.getByRole('button', { name: 'Discard them' }).click();
    await expect(field(page, 'Description')).toHaveValue('Florist');
    await expect(field(page, 'Value of position')).toHaveValue('left');
    await page.reload();
    await expect(field(page, 'Description')).toHaveValue('Florist');
    await expect(page.getByText('Your unsaved changes were restored.')).toBeHidden();
  });

  test.describe('while it is being sent', () => {
    const wait = (page: Page) => page.getByRole('dialog', { name: 'Leave while this is being sent?' });
    const leave = async (page: Page) => {
      await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Users' }).click();
      await wait(page).getByRole('button', { name: 'Leave', exact: true }).click();
      await expect(heading(page, 'Users')).toBeVisible();
    };

    test('tells afterwards that it was done, and keeps no draft', async ({ page, sandbox }) => {
      const { id } = await openForm(page, sandbox);
      await sandbox.arm({ operation: 'widgets.update', kind: 'slow', delayMs: 2000 });
      await fill(page);
      await submit(page).click();
      await leave(page);
      await expect(page.getByRole('status').filter({ hasText: 'Done after you left' })).toContainText('Edit widget');
      await expect(heading(page, 'Users'), 'nobody is taken away from where they are').toBeVisible();
      expect(await sandbox.widget(id)).toMatchObject(saved);
      await page.goto(`/widgets/${id}/edit`);
      await expectFilled(page);
      await expect(page.getByText('Your unsaved changes were restored.')).toBeHidden();
    });

    test('tells afterwards that it failed, and what was typed waits in the form', async ({ page, sandbox }) => {
      const { id } = await openForm(page, sandbox);
      await sandbox.arm(failure('status', 'widgets.update', { delayMs: 2000 }));
      await fill(page);
      await submit(page).click();
      await leave(page);
      const told = page.getByRole('alert').filter({ hasText: 'Not saved: Edit widget' });
      await expect(told).toContainText('The disk of CallPage is full.');
      await page.goto(`/widgets/${id}/edit`);
      await expect(page.getByText('Your unsaved changes were restored.')).toBeVisible();
      await expectFilled(page);
    });
  });

  test('that is as it was asks nothing', async ({ page, sandbox }) => {
    await openForm(page, sandbox);
    await field(page, 'Description').fill('Something');
    await field(page, 'Description').fill('Florist');
    await page.getByRole('link', { name: 'Cancel' }).click();
    await expect(page.getByRole('form')).toBeHidden();
    await expect(question(page)).toBeHidden();
  });
});

test.describe('a widget that was changed since the form was opened', () => {
  const notice = (page: Page) => page.getByRole('alert').filter({ hasText: 'changed since you opened it' });

  /** Types a description, lets somebody else change it and the locale, and tries to save. */
  async function meet(page: Page, sandbox: Sandbox) {
    const widget = await openForm(page, sandbox);
    await field(page, 'Description').fill('Mine');
    const theirs = { description: 'Theirs', locale_code: 'fr' };
    await sandbox.call('widgets.update', { id: widget.id, url: widget.url, ...theirs });
    await submit(page).click();
    await expect(notice(page)).toContainText('Description and Locale');
    expect(await sandbox.widget(widget.id), 'nothing was overwritten').toMatchObject(theirs);
    await expect(field(page, 'Description')).toHaveValue('Mine');
    return widget.id;
  }

  test('is overwritten only on purpose', async ({ page, sandbox }) => {
    const id = await meet(page, sandbox);
    await notice(page).getByRole('button', { name: 'Keep mine' }).click();
    await expect(notice(page)).toBeHidden();
    await expect(field(page, 'Description')).toHaveValue('Mine');
    await submit(page).click();
    await expect(heading(page, 'Mine')).toBeVisible();
    expect(await sandbox.widget(id)).toMatchObject({ description: 'Mine', settings });
  });

  test('can be loaded instead', async ({ page, sandbox }) => {
    const id = await meet(page, sandbox);
    await notice(page).getByRole('button', { name: 'Load the new version' }).click();
    await expect(notice(page)).toBeHidden();
    await expect(field(page, 'Description')).toHaveValue('Theirs');
    await expect(locale(page)).toHaveValue('fr');
    await page.getByRole('link', { name: 'Cancel' }).click();
    await expect(heading(page, 'Theirs')).toBeVisible();
    expect(await sandbox.widget(id)).toMatchObject({ description: 'Theirs', locale_code: 'fr' });
  });
});
