import { Button, Input, NativeSelect } from '@mantine/core';
import { IconChevronDown } from '@tabler/icons-react';
import { useId } from 'react';
import { type Control, type FieldPathByValue, type FieldValues, useController } from 'react-hook-form';
import type { CountryGuess } from '#src/domain/country-guess.ts';
import { asCountry, countries, countryOf, formatAsTyped, parsePhone } from '#src/domain/phone.ts';
import classes from './PhoneField.module.css';

interface PhoneFieldProps<Values extends FieldValues, Name extends FieldPathByValue<Values, string>> {
  control: Control<Values, unknown, FieldValues>;
  /** The field of the text, in whatever shape it is typed. */
  name: Name;
  /** The field of the country that a number without a country code is from, ISO 3166 or empty. */
  countryName: Name;
  label: string;
  description?: string;
  /** Where a number without a country code is taken to be from unless told otherwise, and what says so. */
  guess?: CountryGuess | undefined;
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
  guess,
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
            // A calling code alone gives way; a number that says its country stays that number.
            if (isCallingCode(field.value)) field.onChange('');
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
        <p role="status" className={classes.reading} data-tone={reading.tone}>
          {reading.text}
        </p>
      )}
      {reading.choices.length > 0 && (
        <div className={classes.choices}>
          {reading.choices.map((choice) => (
            <Button key={choice} variant="default" size="compact-sm" onClick={() => type(choice, false)}>
              {choice}
            </Button>
          ))}
        </div>
      )}
      {guess && guess.country === country.value && countryOf(field.value) === undefined && (
        <p className={classes.reading}>
          {nameOf(guess.country)} is a guess, by {guess.from}. Choose another country if it is not so.
        </p>
      )}
    </Input.Wrapper>
  );
}

const isCallingCode = (text: string) => countries().some(({ callingCode }) => text.trim() === `+${callingCode}`);

const nameOf = (code: string) => countries().find((country) => country.code === code)?.name ?? code;

interface Reading {
  tone?: 'ok' | 'warn';
  text?: string;
  /** Numbers that may be meant, for the person to choose from. */
  choices: readonly string[];
}

/** How a number is understood; nothing while it is not one yet. */
function readingOf(text: string, country: string): Reading {
  const phone = parsePhone(text, asCountry(country));
  if (!phone.ok)
    return { choices: phone.choices, ...(phone.choices.length > 0 && { tone: 'warn', text: 'Which is meant?' }) };
  const found = phone.found ? 'Found in the text. ' : '';
  const words = `${found}Will be dialled as ${phone.international}`;
  if (phone.isValid) return { tone: 'ok', text: `${words}.`, choices: [] };
  return { tone: 'warn', text: `${words}, which is in no known range. Check it.`, choices: [] };
}
