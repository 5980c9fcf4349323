const controls = 'a[href], button, input, select, textarea, summary';

/** What had the focus, and where it stood: known before it goes, because afterwards nothing tells it any more. */
interface Place {
  element: HTMLElement;
  /** What it stood in, the innermost first. */
  around: readonly HTMLElement[];
  /** The rows beside the one that it stood in: what comes up when that one is deleted. */
  beside: readonly (Element | null | undefined)[];
}

/**
 * Whoever uses the keyboard never stands nowhere. Where what had the focus is taken off the page or disabled (a deleted
 * row, a notice that was answered, the last page of a list), the focus goes to what is nearest: the next row or the one
 * before, else the first control of the innermost place that is still there, else what had it before, else the page's
 * heading. What moves the focus on purpose, as a dialog and a navigation do, comes later or earlier, and holds.
 * `focused` is what had the focus last, which may have lost it already.
 */
export function keepFocus(focused: Element | null): void {
  let place = focused instanceof HTMLElement && focused !== document.body ? placeOf(focused) : undefined;
  /** What had the focus before a notification did, which stands beside the page. */
  let before: HTMLElement | undefined;

  const check = () => {
    if (!place) return;
    const { element } = place;
    const active = document.activeElement;
    // A browser takes the focus from a disabled control only when it draws.
    if ((active !== null && active !== document.body && active !== element) || isUsable(element)) return;
    nearest(place, before)?.focus({ preventScroll: true });
  };
  let waiting = 0;
  const checkSoon = () => {
    clearTimeout(waiting);
    // What moves the focus on purpose does it in an effect.
    waiting = window.setTimeout(check);
  };

  document.addEventListener('focusin', ({ target }) => {
    if (!(target instanceof HTMLElement)) return;
    if (target.closest('main, [role="dialog"]')) before = target;
    place = placeOf(target);
  });
  document.addEventListener('focusout', ({ target, relatedTarget }) => {
    // A click beside everything takes the focus away on purpose; a control that goes is gone by then.
    queueMicrotask(() => {
      if (relatedTarget === null && place?.element === target && isUsable(place.element) && document.hasFocus())
        place = undefined;
    });
  });
  new MutationObserver(checkSoon).observe(document.body, {
    childList: true,
    subtree: true,
    attributeFilter: ['disabled'],
  });
  checkSoon();
}

function placeOf(element: HTMLElement): Place {
  const around: HTMLElement[] = [];
  for (let outer = element.parentElement; outer; outer = outer.parentElement) around.push(outer);
  const row = element.closest('tr, li');
  return { element, around, beside: [row?.nextElementSibling, row?.previousElementSibling] };
}

function nearest({ element, around, beside }: Place, before: HTMLElement | undefined): HTMLElement | undefined {
  const heading = document.querySelector<HTMLElement>('h1');
  const rowIsGone = element.closest('tr, li')?.isConnected !== true;
  const rows = rowIsGone ? beside.filter((row) => row instanceof HTMLElement) : [];
  const places = around.filter((outer) => outer.closest('main, [role="dialog"]'));
  for (const outer of [...rows, ...places]) {
    const found = outer.isConnected ? firstControl(outer) : undefined;
    if (found) return found;
  }
  return before && isUsable(before) ? before : (heading ?? undefined);
}

/** Of a whole page it is the heading, where a navigation leads as well: above it stands the way back only. */
const firstControl = (outer: HTMLElement) =>
  outer.querySelector('h1') ?? [...outer.querySelectorAll<HTMLElement>(controls)].find(isUsable);

const isUsable = (element: HTMLElement) =>
  element.isConnected && !element.matches(':disabled, [type="hidden"]') && element.checkVisibility();
