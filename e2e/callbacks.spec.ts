import type { Page } from '@playwright/test';
import { always, callsOf, hourOf, seedTeam } from './calls-data.ts';
import { failure } from './faults.ts';
import { expect, signIn, test } from './fixtures.ts';
import { expectFieldError, expectNoAxeViolations, nextBody, tabAndPress, tabAndType, tabTo } from './helpers.ts';
import type { Sandbox } from './sandbox.ts';

const people = { eleanor: 3, marcus: 4, agnieszka: 5 };
const tel = '+48600700800';

const form = (page: Page) => page.getByRole('form', { name: 'New callback' });
const telephone = (page: Page) => page.getByRole('textbox', { name: 'Telephone' });
const widgetField = (page: Page) => page.getByRole('combobox', { name: 'Widget' });
const taker = (page: Page) => page.getByRole('combobox', { name: 'Who takes the call' });
const forecast = (page: Page) => page.getByRole('status', { name: 'What will happen' });
const send = (page: Page) => page.getByRole('button', { name: 'Call back' });
const unknown = (page: Page) => page.getByRole('region', { name: 'Outcome unknown' });
const question = (page: Page) => page.getByRole('dialog', { name: '+48 600 700 800 was called a moment ago' });
const placed = (page: Page) => page.getByRole('region', { name: /^Call \d+ to/ });

/** The form as it stands for a number on a widget, with the forecast read. */
async function filled(page: Page, id: number) {
  await page.goto(`/callbacks?widget=${id}&tel=${encodeURIComponent(tel)}`);
  await forecast(page).waitFor();
}

async function chooseWidget(page: Page, name: string) {
  await widgetField(page).click();
  await page.keyboard.type(name);
  await page.getByRole('option', { name }).click();
}

/** How many requests that dial have reached the sandbox, whatever came of them. */
async function dialled(sandbox: Sandbox): Promise<number> {
  const { counts } = await sandbox.requests();
  return (counts['widgets.call'] ?? 0) + (counts['widgets.callOrSchedule'] ?? 0);
}

test.describe('a callback', () => {
  test('to a pasted number is placed now, and its call is shown', async ({ page, sandbox }) => {
    const { id } = await seedTeam(sandbox, { description: 'Corner shop' });
    await page.goto('/widgets');
    await page.getByRole('link', { name: 'New callback' }).click();
    await chooseWidget(page, 'Corner shop');
    await expect(page.getByRole('combobox', { name: 'Country of the number' })).toHaveValue('PL');
    await telephone(page).fill('600-700-800');
    await expect(form(page)).toContainText('Will be dialled as +48 600 700 800.');
    await expect(forecast(page)).toHaveText('Joanna Wysocka is available: the call is placed now.');

    const sent = nextBody(page, 'widgets/call-or-schedule');
    await send(page).click();
    expect(await sent).toEqual({ id, tel });
    await expect(placed(page)).toContainText('New');
    await expect(placed(page).getByRole('heading')).toBeFocused();
    const [call] = await callsOf(sandbox, id);
    await expect(placed(page)).toHaveAccessibleName(`Call ${call?.id} to +48 600 700 800`);
    expect(call?.data).toMatchObject({ to: tel, human_status: 'new' });
    expect(await dialled(sandbox)).toBe(1);

    await test.step('another number follows with the same widget and an empty form', async () => {
      await placed(page).getByRole('button', { name: 'Call another number' }).click();
      await expect(telephone(page)).toHaveValue('');
      await expect(widgetField(page)).toHaveValue(/^Corner shop/);
    });
  });

  test('is scheduled at the first slot that was announced, when nobody is available', async ({ page, sandbox }) => {
    const inTwoDays = new Date(Date.now() + 2 * 86_400_000);
    const hours = hourOf(inTwoDays.getUTCDay(), '09:00', '10:00');
    const { id } = await seedTeam(sandbox, {}, [
      { user_id: people.agnieszka, business_times: hours },
      { user_id: people.eleanor, enabled: false },
    ]);
    await page.goto(`/callbacks?widget=${id}&tel=%2B48600700800`);
    await expect(forecast(page)).toContainText('Nobody is available now.');
    await expect(forecast(page)).toContainText('when Agnieszka Kowalczyk can take it');
    const [, announced = ''] = /scheduled for (.+), Warsaw time/.exec((await forecast(page).textContent()) ?? '') ?? [];
    await send(page).click();

    await expect(page.getByRole('region', { name: /^Call \d+ to/ })).toContainText(`Scheduled for ${announced}`);
    const slot = `${inTwoDays.toISOString().slice(0, 10)} 09:00:00`;
    expect((await callsOf(sandbox, id))[0]?.data).toMatchObject({ human_status: 'scheduled', scheduled_at: slot });
  });

  test('goes to a department or to one manager, who is called now or not at all', async ({
    page,
    sandbox,
    resetData,
  }) => {
    // The call that it leaves in the history of a widget that stays is gone afterwards.
    await resetData('demo');
    await page.goto('/callbacks?widget=1');
    await taker(page).selectOption('Service');
    await telephone(page).fill(tel);
    await expect(forecast(page)).toBeVisible();
    const sent = nextBody(page, 'widgets/call-or-schedule');
    await send(page).click();
    expect(await sent).toEqual({ id: 1, tel, department_id: 2 });

    const { id } = await seedTeam(sandbox, {}, [
      { user_id: people.agnieszka },
      { user_id: people.eleanor, enabled: false },
    ]);
    await page.goto(`/callbacks?widget=${id}`);
    await expect(taker(page).getByRole('option', { name: 'Eleanor Whitfield (switched off)' })).toBeDisabled();
    await taker(page).selectOption('Agnieszka Kowalczyk');
    await telephone(page).fill('+48 600 700 801');
    await expect(forecast(page)).toHaveText('Agnieszka Kowalczyk is available: the call is placed now.');
    await send(page).click();
    await expect(page.getByRole('region', { name: /^Call \d+ to/ })).toBeVisible();
    const [call] = await callsOf(sandbox, id);
    expect(call?.data).toMatchObject({ human_status: 'new', call: { data: { user: { id: people.agnieszka } } } });
  });

  test('counts on nobody who is disabled as a user', async ({ page, sandbox, resetData }) => {
    // The user stays disabled otherwise.
    await resetData('demo');
    const { id } = await seedTeam(sandbox, {}, [{ user_id: people.agnieszka }, { user_id: people.eleanor }]);
    const agnieszka = { id: people.agnieszka, name: 'Agnieszka Kowalczyk', tel: '+48221234567' };
    await sandbox.call('users.update', { ...agnieszka, enabled: false });
    await page.goto(`/callbacks?widget=${id}&tel=${encodeURIComponent(tel)}`);
    await expect(forecast(page)).toHaveText('Eleanor Whitfield is available: the call is placed now.');
    const option = taker(page).getByRole('option', { name: 'Agnieszka Kowalczyk (disabled as a user)' });
    await expect(option).toBeDisabled();

    await sandbox.call('managers.delete', { widget_id: id, user_id: people.eleanor });
    await page.reload();
    await expect(forecast(page)).toHaveText(
      'CallPage will refuse this call. Agnieszka Kowalczyk is disabled as a user, so nobody can take the call.',
    );
  });

  test('takes a number with a label, and keeps what is no part of a number', async ({ page, sandbox }) => {
    const { id } = await seedTeam(sandbox);
    await page.goto(`/callbacks?widget=${id}`);
    await telephone(page).focus();
    await page.keyboard.insertText('Tel.: 600 111 222');
    await expect(form(page)).toContainText('Will be dialled as the number found, +48 600 111 222.');
    await page.keyboard.insertText(' ext. 12');
    await expect(telephone(page)).toHaveValue('Tel.: 600 111 222 ext. 12');
    await send(page).click();
    await expectFieldError(telephone(page), /An extension cannot be dialled/);

    await telephone(page).clear();
    await telephone(page).evaluate((input) => {
      const clipboardData = new DataTransfer();
      clipboardData.setData('text', '600 111 222\n600 333 444\n');
      input.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
    });
    await expect(telephone(page)).toHaveValue('600 111 222, 600 333 444');
    await expectFieldError(telephone(page), /More than one number/);
    expect(await dialled(sandbox)).toBe(0);
  });

  test('asks which number is meant where it can be read in two ways, and dials the one that is chosen', async ({
    page,
    sandbox,
  }) => {
    const country = page.getByRole('combobox', { name: 'Country of the number' });
    const { id } = await seedTeam(sandbox);
    await page.goto(`/callbacks?widget=${id}`);
    await expect(country).toHaveValue('PL');
    await expect(country).toHaveAccessibleDescription('A guess from the numbers of the widget’s managers.');
    await country.selectOption('US');
    await expect(country).toHaveAccessibleDescription('');

    await telephone(page).pressSequentially('0048600700800');
    await expect(form(page)).toContainText('00 does not lead abroad from United States.');
    await telephone(page).press('Enter');
    await expectFieldError(telephone(page), /Write the number that you mean: \+48 600 700 800\./);
    expect(await dialled(sandbox)).toBe(0);

    await page.keyboard.press('Tab');
    await expect(page.getByRole('button', { name: 'Use +48 600 700 800' })).toBeFocused();
    await page.keyboard.press('Enter');
    await expect(telephone(page)).toBeFocused();
    await expect(telephone(page)).toHaveValue('+48 600 700 800');
    await expect(country).toHaveValue('PL');
    await expect(country).toBeDisabled();
    const sent = nextBody(page, 'widgets/call-or-schedule');
    await page.keyboard.press('Enter');
    expect(await sent).toEqual({ id, tel });
  });

  test('takes its country from the widget that is chosen, until a person chooses one', async ({ page, sandbox }) => {
    const country = page.getByRole('combobox', { name: 'Country of the number' });
    await seedTeam(sandbox, { description: 'Corner shop', locale_code: 'en' });
    await seedTeam(sandbox, { description: 'Diner' }, [{ user_id: people.marcus, business_times: always }]);
    await page.goto('/callbacks');
    await chooseWidget(page, 'Diner');
    await expect(country).toHaveValue('US');
    await chooseWidget(page, 'Corner shop');
    await expect(country).toHaveValue('PL');
    await country.selectOption('DE');
    await chooseWidget(page, 'Diner');
    await expect(forecast(page)).toContainText('Marcus Reed');
    await expect(country).toHaveValue('DE');
  });

  test('that is typed is not lost to another address of the same page', async ({ page }) => {
    await page.goto('/callbacks?widget=1');
    await telephone(page).fill(tel);
    await page.getByRole('link', { name: 'New callback' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Keep editing' }).last().click();
    await expect(page).toHaveURL('/callbacks?widget=1');
    await expect(telephone(page)).toHaveValue('+48 600 700 800');
  });

  test('that will be refused says so before, and keeps what was typed after', async ({
    page,
    sandbox,
    allowConsole,
  }) => {
    allowConsole(/status of 422/);
    const closed = hourOf((new Date().getUTCDay() + 3) % 7, '09:00', '10:00');
    const { id } = await seedTeam(sandbox, {}, [{ user_id: people.agnieszka, business_times: closed }]);
    await page.goto(`/callbacks?widget=${id}&tel=${encodeURIComponent(tel)}`);
    await taker(page).selectOption('Agnieszka Kowalczyk');
    await expect(forecast(page)).toContainText('CallPage will refuse this call. Agnieszka Kowalczyk is not available');
    await expect(forecast(page)).toContainText('Choose “Anybody who is available”');
    await send(page).click();

    const refusal = page.getByRole('alert').filter({ hasText: 'Not called' });
    await expect(refusal).toContainText('Nobody is available to take the call.');
    await expect(telephone(page)).toHaveValue('+48 600 700 800');
    expect(await callsOf(sandbox, id)).toEqual([]);
    expect(await dialled(sandbox)).toBe(1);
  });

  test('without a widget or with no number is explained at each field', async ({ page, sandbox }) => {
    await page.goto('/callbacks');
    await telephone(page).fill('12');
    await send(page).click();
    await expectFieldError(widgetField(page), /Choose the widget/);
    await expectFieldError(telephone(page), /too short/);
    await expect(telephone(page)).toHaveValue('12');
    expect(await dialled(sandbox)).toBe(0);
  });

  test('through a widget without managers is announced as refused', async ({ page, sandbox }) => {
    const { id } = await seedTeam(sandbox, { enabled: false }, []);
    await page.goto(`/callbacks?widget=${id}`);
    await expect(forecast(page)).toContainText('This widget has no managers');
    await expect(forecast(page)).toContainText('This widget is disabled');
  });

  test('is only filled in by an address, in any shape, and never sent by it', async ({
    page,
    sandbox,
    allowConsole,
  }) => {
    allowConsole(/status of 404/);
    const { id } = await seedTeam(sandbox, { description: 'Corner shop' });
    for (const search of [
      `tel=%2B48600700800&widget=${id}`,
      `tel=+48600700800&widget=${id}`,
      `tel=600700800&widget=${id}`,
    ]) {
      await page.goto(`/callbacks?${search}`);
      await expect(telephone(page)).toHaveValue(/^(\+48 )?600 700 800$/);
      await expect(form(page)).toContainText('Will be dialled as +48 600 700 800.');
      await expect(widgetField(page)).toHaveValue(/^Corner shop/);
      await expect(forecast(page)).toBeVisible();
    }
    await page.goto('/callbacks?tel=+48600700800&widget=999999');
    await expect(page.getByRole('alert')).toContainText('Widget 999999 of the address could not be read.');
    expect(await dialled(sandbox)).toBe(0);
  });
});

test.describe('one intent is one request', () => {
  test('when the button is clicked twice at once', async ({ page, sandbox }) => {
    const { id } = await seedTeam(sandbox);
    await page.goto(`/callbacks?widget=${id}&tel=${encodeURIComponent(tel)}`);
    await forecast(page).waitFor();
    await sandbox.arm({ operation: 'widgets.callOrSchedule', kind: 'slow', delayMs: 500 });
    await send(page).evaluate((button) => {
      for (let click = 0; click < 5; click += 1) if (button instanceof HTMLElement) button.click();
    });
    await expect(page.getByRole('region', { name: /^Call \d+ to/ })).toBeVisible();
    expect(await dialled(sandbox)).toBe(1);
    expect(await callsOf(sandbox, id)).toHaveLength(1);
  });

  for (const kind of ['reset', 'truncated', 'html'] as const) {
    test(`when its answer is lost (${kind})`, async ({ page, sandbox }) => {
      const { id } = await seedTeam(sandbox, { description: 'Corner shop' });
      await page.goto(`/callbacks?widget=${id}&tel=${encodeURIComponent(tel)}`);
      await sandbox.arm(failure(kind, 'widgets.callOrSchedule', { when: 'after' }));
      await send(page).click();

      await expect(unknown(page).getByRole('heading')).toBeFocused();
      await expect(unknown(page)).toContainText(/A call to \+48 600 700 800 for “Corner shop \(.+\)” was asked for at/);
      const [call] = await callsOf(sandbox, id);
      const found = unknown(page).getByRole('list', { name: 'Calls to +48 600 700 800' });
      await expect(found.getByRole('listitem')).toHaveCount(1);
      await expect(found).toContainText('Corner shop');
      await expect(found.getByRole('link')).toHaveAttribute('href', `/calls/${call?.id}`);
      await unknown(page).getByRole('button', { name: 'Look again' }).click();
      await expect(found.getByRole('listitem')).toHaveCount(1);
      expect(await dialled(sandbox)).toBe(1);
    });
  }

  test('when nothing came of it: the history says so, and the form is as it was', async ({ page, sandbox }) => {
    const { id } = await seedTeam(sandbox);
    await page.goto(`/callbacks?widget=${id}`);
    await telephone(page).fill(tel);
    await sandbox.arm(failure('reset', 'widgets.callOrSchedule'));
    await send(page).click();
    await expect(unknown(page)).toContainText('The history does not hold this number yet.');

    await test.step('a call that comes later is found by looking again', async () => {
      await sandbox.call('widgets.callOrSchedule', { id, tel });
      await unknown(page).getByRole('button', { name: 'Look again' }).click();
      await expect(unknown(page)).toContainText('The history holds this number');
    });

    await unknown(page).getByRole('button', { name: 'Back to the form' }).click();
    await expect(telephone(page)).toHaveValue('+48 600 700 800');
    // The browser's one, and this test's own.
    expect(await dialled(sandbox)).toBe(2);
  });

  test('when CallPage refuses it, even with HTTP 200', async ({ page, sandbox }) => {
    const { id } = await seedTeam(sandbox);
    await page.goto(`/callbacks?widget=${id}&tel=${encodeURIComponent(tel)}`);
    await sandbox.arm(failure('error200', 'widgets.callOrSchedule'));
    await send(page).click();
    await expect(page.getByRole('alert').filter({ hasText: 'Not called' })).toContainText(
      'The disk of CallPage is full.',
    );
    await expect(telephone(page)).toHaveValue('+48 600 700 800');
    expect(await dialled(sandbox)).toBe(1);
  });

  test('when the page is reloaded in flight: it says so and asks before it rings twice', async ({ page, sandbox }) => {
    const { id } = await seedTeam(sandbox);
    page.on('dialog', (dialog) => void dialog.accept());
    await page.goto(`/callbacks?widget=${id}`);
    await telephone(page).fill(tel);
    await sandbox.arm({ operation: 'widgets.callOrSchedule', kind: 'slow', when: 'after', delayMs: 20_000 });
    await send(page).click();
    await expect.poll(() => dialled(sandbox)).toBe(1);
    await page.reload();

    await expect(unknown(page)).toContainText('The page was left before the answer came.');
    await expect(unknown(page).getByRole('listitem')).toHaveCount(1);
    await unknown(page).getByRole('button', { name: 'Back to the form' }).click();
    await expect(telephone(page)).toHaveValue('+48 600 700 800');
    await send(page).click();
    await question(page).getByRole('button', { name: 'Do not call' }).click();
    await expect(question(page)).toBeHidden();
    expect(await dialled(sandbox)).toBe(1);
    expect(await callsOf(sandbox, id)).toHaveLength(1);
  });
});

test.describe('asked for twice', () => {
  /** The first request is at CallPage, which has not written the call yet. */
  const underWay = async (page: Page, sandbox: Sandbox) => {
    await sandbox.arm({ operation: 'widgets.callOrSchedule', kind: 'slow', delayMs: 3000, times: 1 });
    await send(page).click();
    await expect.poll(() => dialled(sandbox)).toBe(1);
  };

  test('in two tabs, one call is placed and the second tab is told', async ({
    page,
    context,
    sandbox,
    allowConsole,
  }) => {
    allowConsole(/409/);
    const { id } = await seedTeam(sandbox);
    const tab = await context.newPage();
    await filled(page, id);
    await filled(tab, id);
    await underWay(page, sandbox);
    await send(tab).click();
    await expect(question(tab)).toContainText('Olivia Operator asked for a call to this number on this widget');
    await question(tab).getByRole('button', { name: 'Do not call' }).click();
    await expect(telephone(tab)).toHaveValue('+48 600 700 800');
    await expect(tab.getByRole('alert')).toHaveCount(0);
    await expect(placed(page)).toBeVisible();
    expect(await callsOf(sandbox, id)).toHaveLength(1);
    expect(await dialled(sandbox)).toBe(1);
  });

  test('by two people, the second decides knowing of the first', async ({
    page,
    browser,
    server,
    sandbox,
    allowConsole,
  }) => {
    allowConsole(/409/);
    const { id } = await seedTeam(sandbox);
    const other = await browser.newContext({ storageState: await signIn(server.url, 'support') });
    const colleague = await other.newPage();
    await filled(page, id);
    await filled(colleague, id);
    await underWay(page, sandbox);
    await send(colleague).click();
    await expect(question(colleague)).toContainText('Olivia Operator asked for a call to this number');
    await question(colleague).getByRole('button', { name: 'Call again' }).click();
    await expect(placed(colleague)).toBeVisible();
    await expect(placed(page)).toBeVisible();
    expect(await callsOf(sandbox, id)).toHaveLength(2);
  });

  test('after a reload in flight, the first answer comes back and nobody is called twice', async ({
    page,
    sandbox,
    allowConsole,
  }) => {
    allowConsole(/409/);
    const { id } = await seedTeam(sandbox);
    page.on('dialog', (dialog) => void dialog.accept());
    await filled(page, id);
    await underWay(page, sandbox);
    await page.reload();
    await unknown(page).getByRole('button', { name: 'Send it again' }).click();
    await expect(unknown(page)).toContainText('This was sent already and is under way.');
    await expect.poll(async () => (await callsOf(sandbox, id)).length).toBe(1);
    await expect(async () => {
      if (await unknown(page).isVisible()) await unknown(page).getByRole('button', { name: 'Send it again' }).click();
      await expect(placed(page)).toBeVisible({ timeout: 1000 });
    }).toPass();
    expect(await dialled(sandbox)).toBe(1);
  });

  test('because the connection was lost on the way, one call is placed', async ({
    page,
    context,
    sandbox,
    allowConsole,
  }) => {
    allowConsole(/ERR_INTERNET_DISCONNECTED/);
    const { id } = await seedTeam(sandbox);
    await filled(page, id);
    await context.setOffline(true);
    await send(page).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Call all the same' }).click();
    await expect(unknown(page)).toContainText('The connection was lost before an answer came');
    await context.setOffline(false);
    await unknown(page).getByRole('button', { name: 'Send it again' }).click();
    await expect(placed(page)).toBeVisible();
    expect(await callsOf(sandbox, id)).toHaveLength(1);
    expect(await dialled(sandbox)).toBe(1);
    // What was typed is done with: it does not wait to be sent once more.
    await page.reload();
    await expect(send(page)).toBeVisible();
    await expect(page.getByText('Your unsaved changes were restored.')).toHaveCount(0);
  });
});

test.describe('a number that was called a moment ago', () => {
  test('is called again only when a person says so', async ({ page, sandbox }) => {
    const { id } = await seedTeam(sandbox, { description: 'Corner shop' });
    await sandbox.call('widgets.callOrSchedule', { id, tel });
    await page.goto(`/callbacks?widget=${id}&tel=${encodeURIComponent(tel)}`);
    await send(page).click();
    await expect(question(page)).toContainText('Corner shop');
    await expect(question(page).getByRole('button', { name: 'Do not call' })).toBeFocused();
    await page.keyboard.press('Escape');
    await expect(question(page)).toBeHidden();
    await expect(page.getByRole('alert')).toHaveCount(0);
    expect(await callsOf(sandbox, id)).toHaveLength(1);

    await send(page).click();
    await question(page)
      .getByRole('button', { name: 'Call again' })
      .evaluate((button) => {
        for (let click = 0; click < 3; click += 1) if (button instanceof HTMLElement) button.click();
      });
    await expect(page.getByRole('region', { name: /^Call \d+ to/ })).toBeVisible();
    expect(await callsOf(sandbox, id)).toHaveLength(2);
  });

  test('is asked about again where somebody else was quicker with the answer', async ({
    page,
    browser,
    server,
    sandbox,
    allowConsole,
  }) => {
    allowConsole(/409/);
    const { id } = await seedTeam(sandbox);
    await sandbox.call('widgets.callOrSchedule', { id, tel });
    const other = await browser.newContext({ storageState: await signIn(server.url, 'support') });
    const colleague = await other.newPage();
    for (const asked of [page, colleague]) {
      await filled(asked, id);
      await send(asked).click();
      await expect(question(asked)).toContainText('If you go on, it rings again.');
    }
    await question(page).getByRole('button', { name: 'Call again' }).click();
    await expect(placed(page)).toBeVisible();

    await question(colleague).getByRole('button', { name: 'Call again' }).click();
    await expect(question(colleague)).toContainText('Olivia Operator asked for a call to this number');
    expect(await callsOf(sandbox, id)).toHaveLength(2);
    await question(colleague).getByRole('button', { name: 'Call again' }).click();
    await expect(placed(colleague)).toBeVisible();
    expect(await callsOf(sandbox, id)).toHaveLength(3);
  });

  test('is asked about once where the console itself made the call that is shown', async ({
    page,
    sandbox,
    allowConsole,
  }) => {
    allowConsole(/409/);
    const { id } = await seedTeam(sandbox);
    await filled(page, id);
    await send(page).click();
    await expect(placed(page)).toBeVisible();
    await filled(page, id);
    await send(page).click();
    await question(page).getByRole('button', { name: 'Call again' }).click();
    await expect(placed(page)).toBeVisible();
    expect(await callsOf(sandbox, id)).toHaveLength(2);
  });

  test('is asked about too where the history cannot be read', async ({ page, sandbox }) => {
    const { id } = await seedTeam(sandbox);
    await page.goto(`/callbacks?widget=${id}&tel=${encodeURIComponent(tel)}`);
    await sandbox.arm(failure('status', 'calls.list', { times: 10 }));
    await send(page).click();
    const dialog = page.getByRole('dialog', { name: 'Call +48 600 700 800 without a check?' });
    await expect(dialog).toContainText('The disk of CallPage is full.');
    expect(await dialled(sandbox)).toBe(0);
    await dialog.getByRole('button', { name: 'Call all the same' }).click();
    await expect(page.getByRole('region', { name: /^Call \d+ to/ })).toBeVisible();
    expect(await dialled(sandbox)).toBe(1);
  });
});

test('who is available cannot be read: the call can be asked for all the same', async ({ page, sandbox }) => {
  await seedTeam(sandbox, { description: 'Corner shop' });
  await page.goto('/callbacks');
  await sandbox.arm(failure('status', 'widgets.get', { times: 3 }));
  await chooseWidget(page, 'Corner shop');
  await expect(page.getByRole('alert')).toContainText('Who is available could not be read.');
  await page.getByRole('button', { name: 'Try again' }).click();
  await expect(forecast(page)).toBeVisible();
});

test('by keyboard alone', async ({ page, sandbox }) => {
  const { id } = await seedTeam(sandbox, { description: 'Corner shop' }, [{ user_id: 1, business_times: always }]);
  const { keyboard } = page;
  await page.goto('/callbacks');
  await tabAndType(widgetField(page), 'Corner');
  await expect(page.getByRole('listbox').getByRole('option')).toHaveCount(1);
  await keyboard.press('ArrowDown');
  await keyboard.press('Enter');
  await expect(widgetField(page)).toHaveValue(/^Corner shop/);
  await tabAndType(telephone(page), '600700800');
  await expect(telephone(page)).toHaveValue('600 700 800');
  await tabAndType(taker(page), 'Joanna');
  await tabAndPress(send(page));
  await expect(page.getByRole('heading', { name: /^Call \d+ to/ })).toBeFocused();
  await tabTo(page.getByRole('button', { name: 'Call another number' }));
  expect(await callsOf(sandbox, id)).toHaveLength(1);
});

test('at 360 px, in light and dark', async ({ page, sandbox, allowConsole }) => {
  allowConsole(/409/);
  const { id } = await seedTeam(sandbox, { description: 'Corner shop' });
  const fits = () => page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth);
  await page.setViewportSize({ width: 360, height: 740 });
  await page.goto(`/callbacks?widget=${id}&tel=${encodeURIComponent(tel)}`);
  await forecast(page).waitFor();
  expect(await fits()).toBe(true);
  await expectNoAxeViolations(page);

  await sandbox.arm(failure('reset', 'widgets.callOrSchedule', { when: 'after' }));
  await send(page).click();
  await expect(unknown(page).getByRole('listitem')).toHaveCount(1);
  expect(await fits()).toBe(true);
  await expectNoAxeViolations(page);

  await unknown(page).getByRole('button', { name: 'Back to the form' }).click();
  await send(page).click();
  await expect(question(page)).toBeVisible();
  await expectNoAxeViolations(page);
  await question(page).getByRole('button', { name: 'Call again' }).click();
  // That the call which is shown is the one whose answer was lost, nobody knows.
  await expect(question(page)).toContainText('Olivia Operator asked for a call to this number');
  await expectNoAxeViolations(page);
  await question(page).getByRole('button', { name: 'Call again' }).click();
  await expect(placed(page)).toBeVisible();
  expect(await fits()).toBe(true);
  await expectNoAxeViolations(page);
});
