import { Input, NativeSelect } from '@mantine/core';
import { IconChevronDown } from '@tabler/icons-react';
import { useId } from 'react';
import { type Control, type FieldPathByValue, type FieldValues, useController } from 'react-hook-form';
import { asCountry, countries, countryOf, formatAsTyped, parsePhone, withoutCallingCode } from '#src/domain/phone.ts';
import classes from './PhoneField.module.css';

interface PhoneFieldProps<Values extends FieldValues, Name extends FieldPathByValue<Values, string>> {
  control: Control<Values, unknown, FieldValues>;
  /** The field of the text, in whatever shape it is typed. */
  name: Name;
  /** The field of the country that a number without a country code is from, ISO 3166 or empty. */
  countryName: Name;
  label: string;
  description?: string;
}

const chevron = <IconChevronDown aria-hidden size={16} stroke={1.6} />;

const options = [
  { value: '', label: 'Country…' },
  ...countries().map(({ code, name, callingCode }) => ({ value: code, label: `${name} +${callingCode}` })),
];

/** Takes a number in any shape, follows the country that it begins with, and says below how it will be dialled. */
export function PhoneField<Values extends FieldValues, Name extends FieldPathByValue<Values, string>>({
  control,
  name,
  countryName,
  label,
  description,
}: PhoneFieldProps<Values, Name>) {
  const { field, fieldState } = useController({ control, name });
  const country = useController({ control, name: countryName }).field;
  const id = useId();
  const reading = readingOf(field.value, country.value);

  const type = (typed: string, atEnd: boolean) => {
    const found = countryOf(typed);
    if (found) country.onChange(found);
    // Grouped only while digits are added at the end: anywhere else the caret would jump.
    const grows = atEnd && typed.length > field.value.length;
    field.onChange(grows ? formatAsTyped(typed, found ?? asCountry(country.value)) : typed);
  };

  return (
    <Input.Wrapper
      id={id}
      label={label}
      description={description}
      error={fieldState.error?.message}
      required
      labelElement="label"
    >
      <div className={classes.row}>
        <NativeSelect
          aria-label="Country of the number"
          data={options}
          rightSection={chevron}
          name={country.name}
          value={country.value}
          onBlur={country.onBlur}
          onChange={({ currentTarget: { value } }) => {
            country.onChange(value);
            field.onChange(withoutCallingCode(field.value));
          }}
        />
        {/* Not a TextInput: that brings a wrapper of its own, and would be described by nothing. */}
        <Input
          {...field}
          type="tel"
          autoComplete="off"
          error={fieldState.invalid}
          onChange={({ currentTarget }) =>
            type(currentTarget.value, currentTarget.selectionStart === currentTarget.value.length)
          }
        />
      </div>
      {!fieldState.invalid && (
        <p role="status" className={classes.reading} data-tone={reading?.tone}>
          {reading?.text}
        </p>
      )}
    </Input.Wrapper>
  );
}

/** How a number is understood; nothing while it is not one yet. */
function readingOf(text: string, country: string) {
  const phone = parsePhone(text, asCountry(country));
  if (!phone.ok) return undefined;
  if (phone.isValid) return { tone: 'ok', text: `Will be dialled as ${phone.international}.` };
  return { tone: 'warn', text: `Will be dialled as ${phone.international}, which is in no known range. Check it.` };
}
