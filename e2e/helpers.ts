import AxeBuilder from '@axe-core/playwright';
import { expect, type Locator, type Page, type Request } from '@playwright/test';

const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** What the colours have a say in: all that can be another in dark. */
const colourRules = ['color-contrast', 'link-in-text-block'];

/** Checks the page as it stands against WCAG 2.2 AA, in light and in dark. */
export async function expectNoAxeViolations(page: Page): Promise<void> {
  for (const colorScheme of ['dark', 'light'] as const) {
    await page.emulateMedia({ colorScheme });
    // The one way of axe that opens no second page for its results. It would pass over frames.
    expect(page.frames()).toHaveLength(1);
    const axe = new AxeBuilder({ page }).setLegacyMode();
    const { violations } = await (colorScheme === 'light' ? axe.withTags(rules) : axe.withRules(colourRules)).analyze();
    const found = violations.flatMap(({ id, help, nodes }) => nodes.map(({ html }) => `${id}: ${help}: ${html}`));
    expect(found, `accessibility in ${colorScheme}`).toEqual([]);
  }
}

type Cells = Record<string, string | RegExp>;

/** Waits for a row whose cells under these column headers read so: `expectRowVisible(table, { Calls: '3' })`. */
export async function expectRowVisible(table: Locator, cells: Cells): Promise<void> {
  const wanted = Object.fromEntries(
    Object.entries(cells).map(([header, text]) => [header, expect.stringMatching(exact(text))]),
  );
  await expect(async () => expect(await readRows(table)).toContainEqual(expect.objectContaining(wanted))).toPass({
    timeout: 5000,
  });
}

/** Waits until no row reads so. */
export async function expectRowHidden(table: Locator, cells: Cells): Promise<void> {
  const unwanted = Object.fromEntries(
    Object.entries(cells).map(([header, text]) => [header, expect.stringMatching(exact(text))]),
  );
  await expect(async () => expect(await readRows(table)).not.toContainEqual(expect.objectContaining(unwanted))).toPass({
    timeout: 5000,
  });
}

/** The one row of a table that holds this text. */
export function row(table: Locator, text: string | RegExp): Locator {
  return table.getByRole('row').filter({ hasText: text });
}

/** Clicks the switch, button or link of this name in the one row that holds this text. */
export async function clickRowAction(table: Locator, text: string | RegExp, action: string | RegExp): Promise<void> {
  const scope = row(table, text);
  const named = (role: 'switch' | 'button' | 'link') => scope.getByRole(role, { name: action });
  await named('switch').or(named('button')).or(named('link')).click();
}

/** The rows on the page as text by column header. A cell without a header (the check box) is left out. */
async function readRows(table: Locator): Promise<Record<string, string>[]> {
  return table.evaluate((element) => {
    const text = (cell: Element) => cell.textContent.replace(/[\s↑↓]+/g, ' ').trim();
    const headers = [...element.querySelectorAll('thead th')].map(text);
    return [...element.querySelectorAll('tbody tr')].map((line) =>
      Object.fromEntries(
        [...line.children].map((cell, index) => [headers[index] ?? '', text(cell)]).filter(([name]) => name),
      ),
    );
  });
}

function exact(text: string | RegExp): RegExp {
  return typeof text === 'string' ? new RegExp(`^${text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}$`) : text;
}

/** What the browser sends with the next call of this operation's path: `const sent = nextBody(page, 'widgets/update')`. */
export async function nextBody(page: Page, path: string): Promise<unknown> {
  const isIt = (request: Request) => new URL(request.url()).pathname.endsWith(path);
  return (await page.waitForRequest(isIt)).postDataJSON();
}

/** Walks by Tab (or Shift+Tab) until this has the focus, as someone without a mouse does. */
export async function tabTo(target: Locator, key: 'Tab' | 'Shift+Tab' = 'Tab'): Promise<void> {
  const { keyboard } = target.page();
  const hasFocus = () => target.evaluate((element) => element === document.activeElement);
  for (let left = 100; !(await hasFocus()); left -= 1) {
    expect(left, 'presses of Tab left to reach it').toBeGreaterThan(0);
    await keyboard.press(key);
  }
  await expect(target).toBeInViewport();
}

/** Walks to a link, button or switch and uses it. */
export async function tabAndPress(target: Locator, key: 'Enter' | 'Space' = 'Enter'): Promise<void> {
  await tabTo(target);
  await target.page().keyboard.press(key);
}

/** Walks to a field and types: Tab selects what a text field holds, and a list goes to the option that begins so. */
export async function tabAndType(target: Locator, text: string): Promise<void> {
  await tabTo(target);
  await target.page().keyboard.type(text);
}

/** Tab goes round within the dialog in both directions. */
export async function expectFocusTrapped(dialog: Locator): Promise<void> {
  const { keyboard } = dialog.page();
  const holdsFocus = () => dialog.evaluate((element) => element.contains(document.activeElement));
  const stops = await dialog.getByRole('button').or(dialog.getByRole('textbox')).count();
  for (const key of ['Tab', 'Shift+Tab']) {
    for (let press = 0; press <= stops; press += 1) {
      await keyboard.press(key);
      expect(await holdsFocus(), `the focus stays in the dialog after ${key}`).toBe(true);
    }
  }
}

/** The field says what is wrong with it, also to those who do not see it. */
export async function expectFieldError(field: Locator, text: RegExp): Promise<void> {
  await expect(field).toHaveAttribute('aria-invalid', 'true');
  await expect(field).toHaveAccessibleDescription(text);
}
