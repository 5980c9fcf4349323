import { keepFocus } from './keep-focus.ts';
import { tellWhole } from './tell-whole.ts';

/** What every page does for whoever is on it, beside what it draws. `focused` is what had the focus last. */
export function assist(focused: Element | null): void {
  keepFocus(focused);
  tellWhole();
}
