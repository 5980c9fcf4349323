import { IconX } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { peopleQueries } from '#src/features/people/queries.ts';
import { PresetDayRange } from '#src/ui/DayRange.tsx';
import { FilterSelect } from '#src/ui/FilterSelect.tsx';
import list from '#src/ui/list.module.css';
import { ClearFilters } from '#src/ui/NoMatch.tsx';
import classes from './ActivityToolbar.module.css';
import { ActivityState, isFiltered, noFilters } from './filters.ts';
import { entityNames, operationOptions, stateNames } from './operation-names.ts';

interface ActivityToolbarProps {
  state: ActivityState;
  onChange: (changes: Partial<ActivityState>, options?: { typing: boolean }) => void;
  /** What was found. */
  children: ReactNode;
}

const entityOptions = { '': 'About: anything', ...entityNames };
const stateOptions = { '': 'State: any', ...stateNames };

export function ActivityToolbar({ state, onChange, children }: ActivityToolbarProps) {
  const { operation, widget, user, from, to } = state;
  const setEntity = (value: string) => {
    const entity = ActivityState.shape.entity.parse(value);
    const kept = entity === '' || operation.startsWith(`${entity}.`);
    onChange({ entity, operation: kept ? operation : '', page: 1 });
  };
  return (
    <div className={`${list.filters} ${classes.filters}`}>
      <PersonFilter value={state.person} onChange={(person) => onChange({ person, page: 1 })} />
      <FilterSelect label="About" value={state.entity} options={entityOptions} onChange={setEntity} />
      <FilterSelect
        label="Action"
        value={operation}
        options={operationOptions(state.entity)}
        onChange={(value) => onChange({ operation: value, page: 1 })}
      />
      <FilterSelect
        label="State"
        value={state.state}
        options={stateOptions}
        onChange={(value) => onChange({ state: ActivityState.shape.state.parse(value), page: 1 })}
      />
      <PresetDayRange from={from} to={to} onChange={(days, options) => onChange({ ...days, page: 1 }, options)} />
      {widget !== 0 && <Only name={`Widget ${widget}`} onClear={() => onChange({ widget: 0, page: 1 })} />}
      {user !== 0 && <Only name={`User ${user}`} onClear={() => onChange({ user: 0, page: 1 })} />}
      {isFiltered(state) && <ClearFilters onClear={() => onChange(noFilters)} />}
      {children}
    </div>
  );
}

function PersonFilter({ value, onChange }: { value: string; onChange: (person: string) => void }) {
  const { data: people = [] } = useQuery(peopleQueries.list());
  const names = Object.fromEntries(people.map(({ id, name, active }) => [id, active ? name : `${name} (deactivated)`]));
  // Until the people are read, whoever the address names stays chosen.
  const chosen = value !== '' && !names[value] ? { [value]: 'One person' } : {};
  return (
    <FilterSelect
      label="Person"
      value={value}
      options={{ '': 'Person: anybody', ...names, ...chosen }}
      onChange={onChange}
    />
  );
}

/** A filter that a link brought, to be taken away. */
function Only({ name, onClear }: { name: string; onClear: () => void }) {
  return (
    <button type="button" className={classes.only} aria-label={`${name} only: show every one`} onClick={onClear}>
      {name}
      <IconX aria-hidden size={14} stroke={1.8} />
    </button>
  );
}
