import { useDebouncedValue } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { useWatch } from 'react-hook-form';
import { asCountry, parsePhone } from '#src/domain/phone.ts';
import { callQueries } from '#src/features/calls/queries.ts';
import { CallList } from './CallList.tsx';
import classes from './OpenCalls.module.css';
import type { CallbackControl } from './use-guessed-country.ts';

/** Under the number, as soon as it is whole: the calls to it that are not over, of any widget and however old. */
export function OpenCalls({ control }: { control: CallbackControl }) {
  const [tel, country] = useWatch({ control, name: ['tel', 'country'] });
  const phone = parsePhone(tel, asCountry(country));
  const typed = phone.ok ? phone.e164 : '';
  // Of the numbers that a longer one begins with, none is asked about while it grows.
  const [asked] = useDebouncedValue(typed, 250);
  const isAsked = typed !== '' && asked === typed;
  const { data: calls = [], error } = useQuery({ ...callQueries.openTo(asked), enabled: isAsked });
  return (
    <div className={classes.region} role="status" aria-label="Open calls to this number">
      {isAsked && error && (
        <p className={classes.open}>
          Whether this number has an open call could not be read. {error.message} It is asked again before you call.
        </p>
      )}
      {isAsked && calls.length > 0 && (
        <div className={classes.open}>
          <p>{calls.length === 1 ? 'An open call' : 'Open calls'} to this number:</p>
          <CallList linked="elsewhere" label="Open calls" calls={calls} />
        </div>
      )}
    </div>
  );
}
