import { useQuery } from '@tanstack/react-query';
import { lazy, Suspense, useMemo } from 'react';
import { useController, useWatch } from 'react-hook-form';
import { whyOff } from '#src/domain/business-hours/switches.ts';
import { assignmentName } from '#src/domain/user-name.ts';
import { type WidgetOptionGroup, widgetLabel, widgetOptions } from '#src/domain/widget-options.ts';
import { disabledUsers, userQueries } from '#src/features/users/queries.ts';
import { widgetQueries } from '#src/features/widgets/queries.ts';
import { readEveryMinute } from '#src/lib/use-now.ts';
import { PhoneField } from '#src/ui/fields/PhoneField.tsx';
import { SelectField } from '#src/ui/fields/SelectField.tsx';
import { LoadError } from '#src/ui/LoadError.tsx';
import { SearchSelect } from '#src/ui/SearchSelect.tsx';
import { Skeleton } from '#src/ui/Skeleton.tsx';
import forecast from './Forecast.module.css';
import { readTaker } from './intent.ts';
import { OpenCalls } from './OpenCalls.tsx';
import { departmentsOf } from './takers.ts';
import { type CallbackControl, useGuessedCountry } from './use-guessed-country.ts';

const Forecast = lazy(() => import('./Forecast.tsx'));

export function CallbackFields({ control }: { control: CallbackControl }) {
  useGuessedCountry(control);
  return (
    <>
      <WidgetField control={control} />
      <PhoneField
        control={control}
        name="tel"
        countryName="country"
        guessName="guess"
        label="Telephone"
        description="The number to call, in any shape. Paste it as it is."
      />
      <OpenCalls control={control} />
      <Takers control={control} />
    </>
  );
}

function WidgetField({ control }: { control: CallbackControl }) {
  const { data, error, isFetching, refetch } = useQuery(widgetQueries.list());
  const widget = useController({ control, name: 'widget' });
  const taker = useController({ control, name: 'taker' }).field;
  const known = useMemo(() => widgetOptions(data?.widgets ?? []), [data]);
  const options = useWithChosen(known, widget.field.value);

  const choose = (chosen: string | null) => {
    widget.field.onChange(chosen ?? '');
    taker.onChange('');
  };

  return (
    <>
      {error && (
        <LoadError
          what="The widgets"
          error={error}
          shown="Not every widget can be chosen, because the list could not be read."
          retrying={isFetching}
          onRetry={() => void refetch()}
        />
      )}
      <SearchSelect
        what="Widget"
        ref={widget.field.ref}
        name="widget"
        label="Widget"
        description="The website that the visitor came from. Its managers take the call."
        placeholder="Search by name or address"
        data={options}
        value={widget.field.value || null}
        error={widget.fieldState.error?.message}
        nothingFoundMessage={isFetching ? 'Reading the widgets…' : 'No widget matches'}
        required
        onBlur={widget.field.onBlur}
        onChange={choose}
      />
    </>
  );
}

/** What is chosen is always named: the list may not be read yet, or hold it no longer, and a call would go there all the same. */
function useWithChosen(options: WidgetOptionGroup[], chosen: string): WidgetOptionGroup[] {
  const { data } = useQuery({ ...widgetQueries.detail(Number(chosen)), enabled: chosen !== '' });
  if (chosen === '' || options.some(({ items }) => items.some(({ value }) => value === chosen))) return options;
  const label = data ? widgetLabel(data) : `Widget ${chosen}`;
  return [...options, { group: 'Not in the list', items: [{ value: chosen, label }] }];
}

/** Who takes the call, and what will come of it. */
function Takers({ control }: { control: CallbackControl }) {
  const [widgetId, taker] = useWatch({ control, name: ['widget', 'taker'] });
  const {
    data: widget,
    error,
    isFetching,
    refetch,
  } = useQuery({
    ...widgetQueries.detail(Number(widgetId)),
    ...readEveryMinute,
    enabled: widgetId !== '',
  });
  const users = useQuery({ ...userQueries.list(), ...readEveryMinute, select: disabledUsers });
  const disabled = users.data;
  const options = useMemo(() => takerOptions(widget, taker, disabled), [widget, taker, disabled]);
  const isRead = widget !== undefined && (disabled !== undefined || users.isError);
  return (
    <>
      <SelectField
        control={control}
        name="taker"
        label="Who takes the call"
        description="A department, or a manager who is then called now or not at all."
        disabled={!widget}
        data={options}
      />
      {error && !widget && (
        <LoadError
          what="The widget’s managers"
          error={error}
          shown="Who is available could not be read. You can have the call placed all the same."
          retrying={isFetching}
          onRetry={() => void refetch()}
        />
      )}
      {widgetId !== '' && !(error && !widget) && (
        <Suspense fallback={<Reading />}>
          {isRead ? <Forecast widget={widget} disabled={disabled} taker={taker} /> : <Reading />}
        </Suspense>
      )}
    </>
  );
}

const anybody = { value: '', label: 'Anybody who is available' };

/** Who was chosen is always named, also where the widget is not read yet or has them no longer. */
function takerOptions(
  widget: Parameters<typeof departmentsOf>[0] | undefined,
  taker: string,
  disabled?: ReadonlySet<number>,
) {
  const { kind, id } = readTaker(taker);
  const chosen =
    kind === 'anybody' ? [] : [{ value: taker, label: `${kind === 'manager' ? 'Manager' : 'Department'} ${id}` }];
  if (!widget) return [anybody, ...chosen];
  const departments = departmentsOf(widget).map(({ id, name }) => ({ value: `department:${id}`, label: name }));
  const managers = widget.managers.map((manager) => {
    const why = whyOff({ enabled: manager.enabled, userEnabled: disabled?.has(manager.user_id) !== true });
    return {
      value: `manager:${manager.id}`,
      label: `${assignmentName(manager)}${why ? ` (${why})` : ''}`,
      disabled: why !== null,
    };
  });
  const isListed = [...departments, ...managers].some(({ value }) => value === taker);
  return [
    anybody,
    ...(isListed ? [] : chosen),
    ...(departments.length > 0 ? [{ group: 'A department', items: departments }] : []),
    ...(managers.length > 0 ? [{ group: 'One manager, now only', items: managers }] : []),
  ];
}

function Reading() {
  return (
    <div className={forecast.forecast} role="status" aria-label="Reading who is available">
      <Skeleton width="60%" />
    </div>
  );
}
