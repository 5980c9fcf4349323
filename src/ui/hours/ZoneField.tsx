import { Button } from '@mantine/core';
import { useMemo, useState } from 'react';
import { setTimeZone } from '#src/domain/business-hours/edit.ts';
import { unknownZonesOf } from '#src/domain/business-hours/problems.ts';
import { commonZone } from '#src/domain/business-hours/week.ts';
import {
  cityOf,
  offsetAt,
  offsetText,
  searchTimeZones,
  timeZoneOptions,
  type ZoneOption,
} from '#src/domain/time-zones.ts';
import { serverNow } from '#src/lib/server-clock.ts';
import { SearchSelect } from '#src/ui/SearchSelect.tsx';
import classes from './hours.module.css';
import type { HoursEditor } from './use-hours-editor.ts';

/** The zone that every range is meant in, found by city or by offset (`+2`). */
export function ZoneField({ editor }: { editor: HoursEditor }) {
  const { week } = editor;
  const { timeZone } = week;
  const [all, setAll] = useState<readonly ZoneOption[]>([]);
  const options = useMemo(() => withOwn(all, timeZone), [all, timeZone]);
  const data = useMemo(() => options.map((one) => ({ value: one.timeZone, label: labelOf(one) })), [options]);
  const cameInSeveral = commonZone(week.rules) === null;
  const unknown = unknownZonesOf(week);
  return (
    <div className={classes.zoneField}>
      <SearchSelect
        what="Zone"
        label="Time zone"
        placeholder="Several: choose one for all ranges"
        data={data}
        value={timeZone}
        allowDeselect={false}
        onFocus={() => {
          if (all.length === 0) setAll(timeZoneOptions(serverNow()));
        }}
        onChange={(zone) => {
          if (zone === null) return;
          const done = timeZone === null ? { done: `Every range is now in ${cityOf(zone)} time.` } : {};
          editor.change(setTimeZone(week, zone), done);
        }}
        filter={({ search }) => {
          const found = new Set(searchTimeZones(options, search).map((one) => one.timeZone));
          return data.filter(({ value }) => found.has(value));
        }}
      />
      {timeZone === null && (
        <p className={classes.hint}>
          These hours are in several time zones. Each range says its own and keeps it until you choose one for all.
        </p>
      )}
      {timeZone !== null && cameInSeveral && (
        <Button variant="subtle" size="compact-sm" onClick={() => editor.change({ ...week, timeZone: null })}>
          Back to several time zones
        </Button>
      )}
      {unknown.length > 0 && (
        <p className={classes.error} role="alert">
          {unknown.join(', ')} is not a known time zone, so nobody is called in these hours. Choose another.
        </p>
      )}
    </div>
  );
}

/** Zones that came and that the platform lists by another name, or does not know, can be seen as well. */
function withOwn(options: readonly ZoneOption[], timeZone: string | null): readonly ZoneOption[] {
  if (timeZone === null || options.some((option) => option.timeZone === timeZone)) return options;
  const own = { timeZone, city: cityOf(timeZone), region: regionOf(timeZone), offset: offsetAt(timeZone, serverNow()) };
  return [own, ...options];
}

const regionOf = (timeZone: string) => (timeZone.includes('/') ? (timeZone.split('/')[0] ?? '') : '');

const labelOf = ({ city, region, offset }: ZoneOption) =>
  `${city}${region === '' ? '' : `, ${region}`} (UTC${offsetText(offset)})`;
