import '#src/ui/styles/mantine.ts';
import { Button } from '@mantine/core';
import { useState } from 'react';
import type { Widget } from '#src/api/wire/widgets.ts';
import { locales } from '#src/domain/locales.ts';
import { widgetName } from '#src/domain/widget-name.ts';
import { count, formatNumber } from '#src/lib/format.ts';
import { BulkDialog } from '#src/ui/BulkDialog.tsx';
import { FilterSelect } from '#src/ui/FilterSelect.tsx';
import { type BulkAction, changeLocale, disable, enable, remove } from './bulk-actions.ts';
import { useBulk } from './mutations.ts';
import classes from './WidgetBulkBar.module.css';

interface WidgetBulkBarProps {
  chosen: readonly Widget[];
  /** Every widget that the filters let through. */
  matching: readonly Widget[];
  onSelect: (widgets: readonly Widget[]) => void;
}

const localeOptions = {
  '': 'Change locale…',
  ...Object.fromEntries(locales.map(({ code, name }) => [code, name])),
};

/** What can be done with the chosen widgets, all at once. */
export default function WidgetBulkBar({ chosen, matching, onSelect }: WidgetBulkBarProps) {
  const [act, setAct] = useState<{ action: BulkAction; widgets: readonly Widget[] }>();
  const bulk = useBulk();
  const ask = (action: BulkAction) => setAct({ action, widgets: chosen });
  const bar = (
    <section className={classes.bar} aria-label="Selected widgets">
      <strong role="status" className={classes.chosen}>
        {formatNumber(chosen.length)} selected
      </strong>
      {chosen.length < matching.length && (
        <Button variant="subtle" px="xs" onClick={() => onSelect(matching)}>
          Select all {formatNumber(matching.length)}
        </Button>
      )}
      <Button
        variant="subtle"
        color="gray"
        px="xs"
        onClick={({ currentTarget }) => {
          // The bar goes with the choice. Whoever uses the keyboard goes on where the next one is made.
          const list = currentTarget.closest('main');
          onSelect([]);
          list?.querySelector<HTMLElement>('th input[type=checkbox]')?.focus();
        }}
      >
        Clear
      </Button>
      <div className={classes.actions}>
        <Button variant="default" onClick={() => ask(enable)}>
          Enable
        </Button>
        <Button variant="default" onClick={() => ask(disable)}>
          Disable
        </Button>
        <FilterSelect
          label="Change locale"
          value=""
          options={localeOptions}
          onChange={(code) => ask(changeLocale(code))}
        />
        <Button variant="default" c="var(--bad)" onClick={() => ask(remove)}>
          Delete…
        </Button>
      </div>
    </section>
  );
  return (
    <>
      {chosen.length > 0 && bar}
      {act && (
        <BulkDialog
          items={act.widgets}
          nameOf={widgetName}
          title={act.action.title(count(act.widgets.length, 'widget'))}
          verb={act.action.verb}
          done={act.action.done}
          consequence={act.action.consequence}
          destructive={act.action.destructive}
          run={(widgets, options) => bulk.mutateAsync({ widgets, ...options, send: act.action.send })}
          onClose={(left) => {
            setAct(undefined);
            if (left) onSelect(left);
          }}
        />
      )}
    </>
  );
}
