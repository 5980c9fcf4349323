import { useQuery } from '@tanstack/react-query';
import { type Control, type FieldPathByValue, type FieldValues, useController } from 'react-hook-form';
import { userFilter, userOptions } from '#src/domain/user-options.ts';
import { userQueries } from '#src/features/users/queries.ts';
import { LoadError } from '#src/ui/LoadError.tsx';
import { SearchSelect } from '#src/ui/SearchSelect.tsx';

interface UserFieldProps<Values extends FieldValues, Name extends FieldPathByValue<Values, string>> {
  control: Control<Values, unknown, FieldValues>;
  name: Name;
  required: boolean;
}

/** The CallPage user that a person is, found by name, email or number. */
export function UserField<Values extends FieldValues, Name extends FieldPathByValue<Values, string>>({
  control,
  name,
  required,
}: UserFieldProps<Values, Name>) {
  const { data: users, error, isFetching, refetch } = useQuery(userQueries.list());
  const { field, fieldState } = useController({ control, name });
  const known = userOptions(users ?? []);
  const isMissing = users && field.value !== '' && !known.some(({ value }) => value === field.value);
  const missing = { value: field.value, label: `User ${field.value} (no longer in CallPage)` };
  return (
    <>
      <SearchSelect
        what="User"
        {...field}
        value={field.value || null}
        onChange={(value) => field.onChange(value ?? '')}
        label="CallPage user"
        description={
          required
            ? 'Who this person is in CallPage: the widgets, hours and calls that they see hang on it.'
            : 'Who this person is in CallPage, if they take calls.'
        }
        placeholder={users ? 'Search by name, email or number' : 'Reading the users…'}
        data={isMissing ? [missing, ...known] : known}
        filter={userFilter(users ?? [])}
        clearable={!required}
        withAsterisk={required}
        error={fieldState.error?.message}
      />
      {error && (
        <LoadError
          what="The users"
          error={error}
          shown="The users of CallPage could not be read, so none can be chosen."
          retrying={isFetching}
          onRetry={() => void refetch()}
        />
      )}
    </>
  );
}
