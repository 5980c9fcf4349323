import type { Page } from '@playwright/test';
import { failure } from './faults.ts';
import { expect, test } from './fixtures.ts';
import { expectNoAxeViolations } from './helpers.ts';
import type { Sandbox } from './sandbox.ts';

type Open = (page: Page, sandbox: Sandbox) => Promise<void>;

const heading = (page: Page, name: string | RegExp) => expect(page.getByRole('heading', { name })).toBeVisible();
const dialog = (page: Page, name: string | RegExp) => expect(page.getByRole('dialog', { name })).toBeVisible();
const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click();

/** A widget with everything that a page can show of it. */
async function openWidget(page: Page, sandbox: Sandbox, tab = '') {
  const settings = [{ countdown: 28 }, { recording: true }, { a_rather_long_key_of_a_setting: 'and its value' }];
  const url = 'https://a-rather-long-host-name-of-a-shop.example.com/with/a/path?and=a-query';
  const { id } = await sandbox.seedWidget({ description: 'Florist', url, settings });
  await page.goto(`/widgets/${id}${tab}`);
  await heading(page, 'Florist');
  return { id, url };
}

async function selectThree(page: Page, sandbox: Sandbox) {
  await sandbox.seedWidgets(3, (index) => ({ description: `Branch ${index + 1}` }));
  await page.goto('/widgets?q=branch');
  await page.getByRole('checkbox', { name: 'Select every row on this page' }).check();
  await expect(page.getByText('3 selected')).toBeVisible();
}

const states: Record<string, Open> = {
  'the list': async (page) => {
    await page.goto('/widgets');
    await expect(page.getByRole('table').getByRole('link').first()).toBeVisible();
    await expect(page.getByRole('status', { name: 'Connection' })).toContainText('Sandbox');
  },
  'the list on its way': async (page, sandbox) => {
    await sandbox.arm({ operation: 'widgets.list', kind: 'slow', delayMs: 60_000 });
    await page.goto('/widgets');
    await expect(page.getByRole('status', { name: 'Loading the widgets' })).toBeVisible();
  },
  'a list that nothing matches': async (page) => {
    await page.goto('/widgets?q=no+such+widget');
    await heading(page, 'No widget matches');
  },
  'an account without widgets': async (page, sandbox) => {
    await sandbox.reset('empty');
    await page.goto('/widgets');
    await heading(page, 'No widgets yet');
  },
  'a list that cannot be read': async (page, sandbox) => {
    await sandbox.arm(failure('status', 'widgets.list', { times: 3 }));
    await page.goto('/widgets');
    await heading(page, 'The widgets could not be read');
  },
  'a list without a connection': async (page) => {
    await page.goto('/widgets');
    await expect(page.getByRole('table').getByRole('link').first()).toBeVisible();
    await page.context().setOffline(true);
    await expect(page.getByText('You are offline')).toBeVisible();
    await page.context().setOffline(false);
  },
  'a failed switch': async (page, sandbox) => {
    await openWidget(page, sandbox);
    await sandbox.arm(failure('status', 'widgets.update'));
    await page.getByRole('switch').click();
    await expect(page.getByRole('alert')).toBeVisible();
  },
  'a selection': selectThree,
  'the question before a bulk act': async (page, sandbox) => {
    await selectThree(page, sandbox);
    await press(page, 'Delete…');
    await dialog(page, 'Delete 3 widgets');
  },
  'a bulk act under way': async (page, sandbox) => {
    await selectThree(page, sandbox);
    await sandbox.arm({ operation: 'widgets.update', kind: 'slow', delayMs: 60_000, times: 3 });
    await press(page, 'Disable');
    await page.getByRole('dialog').getByRole('button', { name: 'Disable' }).click();
    await expect(page.getByRole('progressbar', { name: 'Progress' })).toBeAttached();
  },
  'the result of a bulk act': async (page, sandbox) => {
    await selectThree(page, sandbox);
    await sandbox.arm(failure('status', 'widgets.update', { times: 2 }));
    await press(page, 'Disable');
    await page.getByRole('dialog').getByRole('button', { name: 'Disable' }).click();
    await page.getByText('Show the 1 disabled').click();
  },
  'a new widget, filled in wrongly': async (page) => {
    await page.goto('/widgets/new');
    await page.getByRole('textbox', { name: 'URL' }).fill('no address');
    await press(page, 'Create widget');
    await expect(page.getByText('This is not a web address.')).toBeVisible();
  },
  'the SMS of a widget': async (page) => {
    await page.goto('/widgets/1/sms');
    await expect(page.getByRole('listitem').first()).toBeVisible();
  },
  'the voice messages of a widget': async (page) => {
    await page.goto('/widgets/1/voice');
    await expect(page.getByRole('listitem').getByRole('link').first()).toBeVisible();
  },
  'a call': async (page) => {
    await page.goto('/calls');
    await page.getByRole('table').getByRole('link').first().click();
    await expect(page.getByRole('link', { name: 'Show them all' })).toBeVisible();
  },
  'a widget': async (page, sandbox) => {
    await openWidget(page, sandbox);
    await expect(page.getByRole('region', { name: 'Installation code' })).toBeVisible();
  },
  'the form of a widget, refused': async (page, sandbox) => {
    await openWidget(page, sandbox, '/edit');
    await sandbox.arm(failure('status', 'widgets.update'));
    await page.getByRole('textbox', { name: 'Description' }).fill('Florist, new');
    await press(page, 'Save changes');
    await expect(page.getByRole('alert').filter({ hasText: 'Not saved' })).toBeVisible();
  },
  'a restored draft': async (page, sandbox) => {
    await openWidget(page, sandbox, '/edit');
    await page.getByRole('textbox', { name: 'Description' }).fill('Florist, new');
    page.once('dialog', (question) => void question.accept());
    await page.reload();
    await expect(page.getByText('Your unsaved changes were restored.')).toBeVisible();
  },
  'a widget that was changed meanwhile': async (page, sandbox) => {
    const { id, url } = await openWidget(page, sandbox, '/edit');
    await page.getByRole('textbox', { name: 'Description' }).fill('Mine');
    await sandbox.call('widgets.update', { id, url, description: 'Theirs' });
    await press(page, 'Save changes');
    await expect(page.getByText('was changed since you opened it')).toBeVisible();
  },
  'the question before leaving': async (page, sandbox) => {
    await openWidget(page, sandbox, '/edit');
    await page.getByRole('textbox', { name: 'Description' }).fill('Florist, new');
    await page.getByRole('link', { name: 'Cancel' }).click();
    await dialog(page, 'Leave without saving?');
  },
  'the question before a delete, answered wrongly': async (page, sandbox) => {
    await openWidget(page, sandbox);
    await press(page, 'Delete…');
    await press(page, 'Delete widget');
    await expect(page.getByText(/^Type exactly /)).toBeVisible();
  },
  'a widget that cannot be read': async (page, sandbox) => {
    const { id } = await sandbox.seedWidget();
    await sandbox.arm(failure('html', 'widgets.get', { times: 3 }));
    await page.goto(`/widgets/${id}`);
    await heading(page, 'The widget could not be read');
  },
  'an address that leads nowhere': async (page) => {
    await page.goto('/no/such/page');
    await heading(page, 'Page not found');
  },
};

for (const [name, open] of Object.entries(states)) {
  test(`${name}: accessible in light and dark, wide and narrow, without sideways scrolling`, async ({
    page,
    sandbox,
    allowConsole,
  }) => {
    allowConsole(/ERR_INTERNET_DISCONNECTED/);
    await open(page, sandbox);
    await expectTargetsLargeEnough(page);
    await expectNoAxeViolations(page);
    await page.setViewportSize({ width: 360, height: 740 });
    await expectNoSidewaysScrolling(page);
    await expectTargetsLargeEnough(page);
    await expectNoAxeViolations(page);
  });
}

test('the open navigation of a narrow screen is accessible', async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 740 });
  await page.goto('/widgets');
  await press(page, 'Navigation');
  await expect(page.getByRole('navigation', { name: 'Main' })).toBeVisible();
  await expectNoSidewaysScrolling(page);
  await expectTargetsLargeEnough(page);
  await expectNoAxeViolations(page);
});

async function expectNoSidewaysScrolling(page: Page) {
  const overhang = () =>
    page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  await expect.poll(overhang, 'pixels that stand out sideways').toBe(0);
}

/** Nothing that can be clicked is less than 24 px wide or high. */
async function expectTargetsLargeEnough(page: Page) {
  const roles = ['button', 'checkbox', 'combobox', 'link', 'searchbox', 'switch', 'textbox'] as const;
  const targets = roles.map((role) => page.getByRole(role)).reduce((some, more) => some.or(more));
  const tooSmall = await targets.evaluateAll((elements) =>
    elements
      .map((element) => ({ element, box: element.getBoundingClientRect() }))
      .filter(({ box }) => box.width > 0 && (box.width < 24 || box.height < 24))
      .map(({ element, box }) => `${element.outerHTML.slice(0, 120)}: ${box.width} × ${box.height}`),
  );
  expect(tooSmall, 'targets of less than 24 px').toEqual([]);
}
