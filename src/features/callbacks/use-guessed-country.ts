import { useQuery } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { type Control, useController, useWatch } from 'react-hook-form';
import type { User } from '#src/api/wire/users.ts';
import type { Widget } from '#src/api/wire/widgets.ts';
import { guessCountry } from '#src/domain/country-guess.ts';
import { userQueries } from '#src/features/users/queries.ts';
import { widgetQueries } from '#src/features/widgets/queries.ts';
import type { CallbackValues, Intent } from './intent.ts';

export type CallbackControl = Control<CallbackValues, unknown, Intent>;

/** Where the visitors of a widget may be from: where its managers are, else where the account's users are. */
export function guessFor(
  widget: Pick<Widget, 'managers'> | undefined,
  users: readonly User[] = [],
): Pick<CallbackValues, 'country' | 'guess'> {
  const managers = widget?.managers ?? [];
  const found = guessCountry([
    { from: 'the numbers of the widget’s managers', tels: managers.flatMap(({ user }) => user?.tel ?? []) },
    {
      from: 'the time zone of the widget’s managers',
      timeZones: managers.flatMap(({ business_times = [] }) => business_times.map(({ timezone }) => timezone)),
    },
    { from: 'the numbers of your users', tels: users.map(({ tel }) => tel) },
  ]);
  return { country: found?.country ?? '', guess: found?.from ?? '' };
}

/** When another widget is chosen, guesses the country anew, unless a person chose it. */
export function useGuessedCountry(control: CallbackControl): void {
  const widgetId = useWatch({ control, name: 'widget' });
  const { onChange: setCountry, value: country } = useController({ control, name: 'country' }).field;
  const { onChange: setGuess, value: guess } = useController({ control, name: 'guess' }).field;
  const widget = useQuery({ ...widgetQueries.detail(Number(widgetId)), enabled: widgetId !== '' }).data;
  const users = useQuery(userQueries.list()).data;
  // What the form began with is guessed already, and stays when the managers change meanwhile.
  const settled = useRef(widgetId);

  // However the widget comes to be chosen, its managers are known only some time later.
  useEffect(() => {
    if (settled.current === widgetId) return;
    const isKnown = widgetId === '' || widget !== undefined;
    if (isKnown) settled.current = widgetId;
    if (country !== '' && guess === '') return;
    // Until then no number is read as one of the former widget's country.
    const next = isKnown ? guessFor(widget, users) : { country: '', guess: '' };
    setCountry(next.country);
    setGuess(next.guess);
  }, [widgetId, widget, users, country, guess, setCountry, setGuess]);
}
