import type { Page } from '@playwright/test';

/** From here on the navigation stands beside the page. */
const desktop = 768;

/** What a person would stumble over, of every list on the page as wide as it is now, in words. */
export function lookAtLists(page: Page, width: number): Promise<string[]> {
  return page.evaluate(look, width >= desktop);
}

/** Runs in the page. */
async function look(wide: boolean): Promise<string[]> {
  type Box = Pick<DOMRect, 'left' | 'right' | 'top' | 'bottom'>;
  const least = wide ? 160 : 120;
  const highest = wide ? 80 : 120;
  const roots = 'main, [role="dialog"], [role="listbox"]';
  const rowsOf = ':is(tbody, tfoot) tr, li, dl > div, [role="option"]';
  const names = '[data-rank="1"], th[scope="row"], h2, h3';
  const targets = 'a, button, input, select, summary, audio';
  const isDrawn = (element: Element) =>
    element.getClientRects().length > 0 && !element.closest('[aria-hidden="true"], .visually-hidden');
  const within = (selector: string, root: ParentNode = document) =>
    [...root.querySelectorAll(selector)].filter(isDrawn);
  const start = (element: Element) => `“${element.textContent.trim().slice(0, 24)}”`;

  const meet = (one: Box, other: Box) =>
    Math.min(one.right, other.right) - Math.max(one.left, other.left) > 1 &&
    Math.min(one.bottom, other.bottom) - Math.max(one.top, other.top) > 1;
  /** The width that is there for the words in an element. */
  const roomIn = (element: Element) => {
    const { paddingLeft, paddingRight } = getComputedStyle(element);
    return element.clientWidth - Number.parseFloat(paddingLeft) - Number.parseFloat(paddingRight);
  };
  const isCut = (element: Element) => /hidden|clip/.test(getComputedStyle(element).overflow);

  const isInCut = (element: Element, row: Element) => {
    let around = element.parentElement;
    while (around && around !== row && !isCut(around)) around = around.parentElement;
    return around !== row;
  };

  /** What is there of an element that stands in one that hides a part of it. */
  const shownOf = (element: Element, row: Element): Box => {
    const { left, right, top, bottom } = element.getBoundingClientRect();
    const shown = { left, right, top, bottom };
    for (let around = element.parentElement; around && row.contains(around); around = around.parentElement) {
      if (!isCut(around)) continue;
      const edge = around.getBoundingClientRect();
      shown.left = Math.max(shown.left, edge.left);
      shown.right = Math.min(shown.right, edge.right);
      shown.top = Math.max(shown.top, edge.top);
      shown.bottom = Math.min(shown.bottom, edge.bottom);
    }
    return shown;
  };

  const overlaps = (elements: Element[], row: Element) =>
    elements.flatMap((one, at) =>
      elements
        .slice(at + 1)
        .filter((other) => meet(shownOf(one, row), shownOf(other, row)))
        .map((other) => `${start(one)} and ${start(other)} overlap`),
    );

  /** Words that would fit into a line of their own and stand in two, or have no room where any word should. */
  const torn = (text: Node): string[] => {
    let block = text.parentElement;
    while (block && getComputedStyle(block).display.startsWith('inline')) block = block.parentElement;
    if (!block || block.closest('pre, code, svg') || !isDrawn(block)) return [];
    const room = roomIn(block);
    return [...(text.textContent ?? '').matchAll(/[^\s–-]+/g)].flatMap(({ 0: word, index }) => {
      const range = document.createRange();
      range.setStart(text, index);
      range.setEnd(text, index + word.length);
      const boxes = [...range.getClientRects()].filter((box) => box.width > 0);
      const length = boxes.reduce((sum, box) => sum + box.width, 0);
      const lines = new Set(boxes.map((box) => Math.round(box.top))).size;
      return lines > 1 && (length < room || length < least) ? [`“${word}” breaks within`] : [];
    });
  };
  const textsIn = (root: Element): Node[] => {
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
    const texts: Node[] = [];
    while (walker.nextNode()) texts.push(walker.currentNode);
    return texts;
  };

  /** What has to be there, and may still be loading, is waited for as many frames in all. */
  let patience = 100;
  /** What is cut has to say so by an ellipsis, and to tell the rest to a pointer or where the row is opened. */
  const hides = async (element: Element): Promise<string[]> => {
    if (element.matches('input, svg *, .recharts-wrapper, .recharts-wrapper *') || !isCut(element)) return [];
    if (getComputedStyle(element).clipPath !== 'none') return [];
    if (element.scrollHeight <= element.clientHeight + 1 && element.scrollWidth <= element.clientWidth + 1) return [];
    const { textOverflow, webkitLineClamp } = getComputedStyle(element);
    if (textOverflow !== 'ellipsis' && webkitLineClamp === 'none') return [`${start(element)} is cut`];
    const tells = () => element.closest('[title]') ?? element.closest('li')?.querySelector('[aria-expanded="false"]');
    element.dispatchEvent(new PointerEvent('pointerover', { bubbles: true }));
    while (!tells() && patience-- > 0) {
      await new Promise(requestAnimationFrame);
      element.dispatchEvent(new PointerEvent('pointerover', { bubbles: true }));
    }
    return tells() ? [] : [`${start(element)} is cut and nothing tells the rest`];
  };
  const scrolls = (element: Element) =>
    element.scrollWidth > element.clientWidth && /auto|scroll/.test(getComputedStyle(element).overflowX);

  const ofRow = (row: Element): string[] => {
    const box = row.getBoundingClientRect();
    const isList = row.matches('tr, :has([data-rank="1"]), [role="option"]') && !row.closest('[data-open="true"]');
    const free = within('*', row).filter((element) => !element.closest('svg, audio') && !isInCut(element, row));
    const out = free.filter((element) => {
      const { left, right, top, bottom } = element.getBoundingClientRect();
      return left < box.left - 1 || right > box.right + 1 || top < box.top - 1 || bottom > box.bottom + 1;
    });
    // A link amid a sentence is as high as its line.
    const aims = within(targets, row).filter((aim) => aim.parentElement?.textContent === aim.textContent);
    const small = aims.flatMap((aim) => {
      const { left, right, top, bottom } = shownOf(aim, row);
      const size = [right - left, bottom - top].map((side) => Math.round(10 * side) / 10);
      return Math.min(...size) < 24 ? [`the target ${start(aim)} has ${size.join(' × ')} px`] : [];
    });
    const tight = within(names, row).filter((name) => roomIn(name) < least);
    return [
      ...(isList && box.height > highest ? [`it is ${box.height} px high`] : []),
      ...tight.map((name) => `the name has ${roomIn(name)} px`),
      ...out.map((element) => `${start(element)} leaves it`),
      ...small,
      ...overlaps(aims, row),
      ...(row.matches('tr') ? overlaps([...row.children].filter(isDrawn), row) : []),
    ].map((what) => `row ${start(row)}: ${what}`);
  };

  const { scrollWidth, clientWidth } = document.documentElement;
  const hidden: string[] = [];
  for (const element of within(roots).flatMap((root) => within('*', root))) hidden.push(...(await hides(element)));
  const rows = within(roots).flatMap((root) => within(rowsOf, root));
  const all = within(roots).flatMap((root) => within(':not(nav, pre)', root));
  return [
    ...(scrollWidth > clientWidth ? [`the page scrolls sideways by ${scrollWidth - clientWidth} px`] : []),
    ...(rows.length === 0 ? ['there are no rows'] : []),
    ...all.filter(scrolls).map((element) => `${start(element)} scrolls sideways`),
    ...hidden,
    ...rows.flatMap(ofRow),
    ...within(roots).flatMap(textsIn).flatMap(torn),
  ];
}
