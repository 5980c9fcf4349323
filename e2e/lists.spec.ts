import type { Page } from '@playwright/test';
import { z } from 'zod';
import { seedCalls } from './calls-data.ts';
import { expect, test } from './fixtures.ts';
import { People } from './people.ts';
import type { Sandbox } from './sandbox.ts';

const widths = Array.from({ length: 31 }, (_, index) => 320 + 32 * index);
/** From here on the navigation stands beside the page. */
const desktop = 768;

const longName = 'Donaudampfschifffahrtsgesellschaft Rechtsschutzversicherung und Lebensmittelgeschäft in Świnoujście';
const noSpaces = 'x'.repeat(250);
const Id = z.object({ id: z.number() });
const ranges = [1, 2, 3, 4, 5].flatMap((day_of_week) =>
  ['08:00', '11:00', '14:00', '17:00'].map((start_time, index) => ({
    day_of_week,
    enabled: true,
    start_time,
    end_time: `${10 + 3 * index}:30`,
    timezone: 'America/Argentina/Buenos_Aires',
  })),
);

/** Names as long as they may be, addresses without a break, hours of twenty ranges. */
async function seedHostile(sandbox: Sandbox) {
  const widget = await sandbox.seedWidget({ description: longName, url: `https://example.com/${'path'.repeat(400)}` });
  await sandbox.seedWidget({ description: noSpaces, url: `https://${'a'.repeat(60)}.${'b'.repeat(60)}.example.com` });
  const user = Id.parse(
    await sandbox.call('users.create', {
      name: longName.slice(0, 100),
      tel: '+48600111222',
      email: `${crypto.randomUUID()}.${'long'.repeat(5)}@${'example'.repeat(8)}.example.com`,
    }),
  );
  await sandbox.call('managers.create', {
    widget_id: widget.id,
    user_id: user.id,
    enabled: true,
    business_times: ranges,
  });
  await seedCalls(sandbox, widget.id, 3);
  return { widget, user };
}

/** What a person would stumble over, of every row on the page, in words. */
function lookAtRows(page: Page, isDesktop: boolean): Promise<string[]> {
  return page.evaluate((wide) => {
    type Box = { left: number; right: number; top: number; bottom: number; width: number };
    const shared = (a: Box, b: Box) =>
      Math.min(a.right, b.right) - Math.max(a.left, b.left) > 1 &&
      Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > 1;

    /** Words that would fit into a line of their own and stand in two. */
    const broken = (text: Node): string[] => {
      const room = (text.parentElement?.closest('td, li')?.clientWidth ?? 0) - 40;
      return [...(text.textContent ?? '').matchAll(/[^\s/–-]+/g)].flatMap(({ 0: word, index }) => {
        const range = document.createRange();
        range.setStart(text, index);
        range.setEnd(text, index + word.length);
        const boxes = [...range.getClientRects()].filter((box) => box.width > 0);
        const length = boxes.reduce((sum, box) => sum + box.width, 0);
        const isTorn = new Set(boxes.map((box) => Math.round(box.top))).size > 1 && length < room;
        return isTorn ? [`“${word}” breaks within`] : [];
      });
    };

    const ofRow = (row: Element): string[] => {
      const naming = row.querySelector('[data-rank="1"]');
      if (!(naming instanceof HTMLElement)) return [];
      const { paddingLeft, paddingRight } = getComputedStyle(naming);
      const name = naming.clientWidth - Number.parseFloat(paddingLeft) - Number.parseFloat(paddingRight);
      const box = row.getBoundingClientRect();
      const cells = [...row.children].map((cell) => cell.getBoundingClientRect()).filter(({ width }) => width > 0);
      const texts = [...row.querySelectorAll('*')]
        .flatMap((element) => [...element.childNodes])
        .filter(({ nodeType }) => nodeType === Node.TEXT_NODE);
      const isWrong = {
        [`the name has ${name} px`]: name < (wide ? 160 : 120),
        [`it is ${box.height} px high`]: box.height > (wide ? 80 : 120),
        'a cell leaves it': cells.some(({ left, right }) => left < box.left - 1 || right > box.right + 1),
        'cells overlap': cells.some((cell, at) => cells.slice(at + 1).some((next) => shared(cell, next))),
      };
      const wrong = Object.entries(isWrong).flatMap(([what, is]) => (is ? [what] : []));
      return [...wrong, ...texts.flatMap(broken)].map((what) => `row “${naming.textContent.slice(0, 20)}”: ${what}`);
    };

    const { scrollWidth, clientWidth } = document.documentElement;
    const rows = [
      ...document.querySelectorAll(
        'main table:not([aria-hidden]) tbody tr:not([aria-hidden]), main li:has([data-rank="1"])',
      ),
    ];
    return [
      ...(scrollWidth > clientWidth ? [`the page scrolls sideways by ${scrollWidth - clientWidth} px`] : []),
      ...(rows.length === 0 ? ['there are no rows'] : []),
      ...rows.flatMap(ofRow),
    ];
  }, isDesktop);
}

const lists: Record<string, (scene: { widget: number; person: string }) => string> = {
  widgets: () => '/widgets?sort=description',
  managers: () => '/managers',
  'managers of a widget': ({ widget }) => `/widgets/${widget}/managers`,
  users: () => '/users',
  calls: () => '/calls',
  'people and invitations': () => '/people',
  'sessions of a person': ({ person }) => `/people/${person}`,
  activity: () => '/activity',
};

for (const [name, address] of Object.entries(lists)) {
  test(`the list of ${name} can be read at every width`, async ({ page, sandbox, server }) => {
    const { widget } = await seedHostile(sandbox);
    const people = new People(server);
    await people.invite({
      email: `${'long'.repeat(14)}.${crypto.randomUUID()}@example.com`,
      role: 'support',
      name: longName,
    });
    const me = (await people.all()).find(({ sessions }) => sessions > 0);
    await page.goto(address({ widget: widget.id, person: me?.id ?? '' }));
    await expect(
      page.getByRole('main').locator('table:not([aria-hidden]) td[data-rank="1"], li [data-rank="1"]').first(),
    ).toBeVisible();
    const found: string[] = [];
    for (const width of widths) {
      await page.setViewportSize({ width, height: 900 });
      for (const what of await lookAtRows(page, width >= desktop)) found.push(`at ${width} px ${what}`);
    }
    expect(found).toEqual([]);
  });
}
