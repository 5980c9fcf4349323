import { type Days, dayPresets, daysOfPreset, isDayPreset, presetOf } from '#src/lib/day-presets.ts';
import { dayOf } from '#src/lib/days.ts';
import { useNow } from '#src/lib/use-now.ts';
import { DayField } from './DayField.tsx';
import classes from './DayRange.module.css';
import { FilterSelect } from './FilterSelect.tsx';

interface DayRangeProps extends Days {
  onChange: (days: Partial<Days>, options: { typing: boolean }) => void;
}

/** From one day to another, each of them left out where it is empty. */
export function DayRange({ from, to, onChange }: DayRangeProps) {
  return (
    <div className={classes.days}>
      <DayField label="From" value={from} onChange={(day, options) => onChange({ from: day }, options)} />
      <DayField label="To" value={to} onChange={(day, options) => onChange({ to: day }, options)} />
    </div>
  );
}

/** The same, and those that are asked for most by one choice. */
export function PresetDayRange({ from, to, onChange }: DayRangeProps) {
  const today = dayOf(useNow());
  const isOpen = from === '' && to === '';
  const chosen = isOpen ? '' : (presetOf({ from, to }, today) ?? 'custom');
  return (
    <>
      <FilterSelect
        label="Days"
        value={chosen}
        options={{ '': 'Days: any', ...dayPresets, ...(chosen === 'custom' && { custom: 'Between two days' }) }}
        onChange={(name) => {
          if (name === '') onChange({ from: '', to: '' }, { typing: false });
          if (isDayPreset(name)) onChange(daysOfPreset(name, today), { typing: false });
        }}
      />
      <DayRange from={from} to={to} onChange={onChange} />
    </>
  );
}
