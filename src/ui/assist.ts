import { keepFocus } from './keep-focus.ts';
import { tellWhole } from './tell-whole.ts';

/** What every page does for whoever is on it, beside what it draws. */
export function assist(): void {
  keepFocus();
  tellWhole();
}
