import { unlessGone } from '#src/api/errors.ts';
import { deleteWidget } from '#src/api/widgets.ts';
import type { Widget } from '#src/api/wire/widgets.ts';
import { localeName } from '#src/domain/locales.ts';
import { changeWidget } from './queries.ts';

export interface BulkAction {
  /** `Disable`: the button. */
  verb: string;
  /** `Disable 3 widgets` */
  title: (widgets: string) => string;
  /** `disabled`: what became of those that worked. */
  done: string;
  /** Says what follows from it; shown before anything is sent. */
  consequence: string;
  /** Nothing brings back what it takes: the number of widgets has to be typed. */
  destructive?: boolean;
  send: (widget: Widget) => Promise<unknown>;
}

export const enable: BulkAction = {
  verb: 'Enable',
  title: (widgets) => `Enable ${widgets}`,
  done: 'enabled',
  consequence: 'Their sites offer calls to visitors.',
  send: ({ id }) => changeWidget(id, { enabled: true }),
};

export const disable: BulkAction = {
  verb: 'Disable',
  title: (widgets) => `Disable ${widgets}`,
  done: 'disabled',
  consequence: 'Their sites stop offering calls until you enable them again.',
  send: ({ id }) => changeWidget(id, { enabled: false }),
};

export const changeLocale = (locale_code: string): BulkAction => ({
  verb: `Change to ${localeName(locale_code)}`,
  title: (widgets) => `Change ${widgets} to ${localeName(locale_code)}`,
  done: `changed to ${localeName(locale_code)}`,
  consequence: `They speak ${localeName(locale_code)} to visitors from now on.`,
  send: ({ id }) => changeWidget(id, { locale_code }),
});

export const remove: BulkAction = {
  verb: 'Delete',
  title: (widgets) => `Delete ${widgets}`,
  done: 'deleted',
  consequence: 'Manager assignments, hours and message templates are deleted as well. This cannot be undone.',
  destructive: true,
  send: ({ id }) => deleteWidget(id).catch(unlessGone),
};
