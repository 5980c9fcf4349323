import { Button, Input, NativeSelect } from '@mantine/core';
import { useMergedRef } from '@mantine/hooks';
import { IconChevronDown } from '@tabler/icons-react';
import { useId, useRef } from 'react';
import { type Control, type FieldPathByValue, type FieldValues, useController } from 'react-hook-form';
import { asCountry, countries, countryOf, formatAsTyped, type Phone, parsePhone } from '#src/domain/phone.ts';
import classes from './PhoneField.module.css';

interface PhoneFieldProps<Values extends FieldValues, Name extends FieldPathByValue<Values, string>> {
  control: Control<Values, unknown, FieldValues>;
  /** The field of the text, in whatever shape it is typed. */
  name: Name;
  /** The field of the country that a number without a country code is from, ISO 3166 or empty. */
  countryName: Name;
  /** The field of what that country was guessed from, in words that follow “from”; empty where a person chose it. */
  guessName: Name;
  label: string;
  description?: string;
}

const below: ('input' | 'description')[] = ['input', 'description'];

const chevron = <IconChevronDown aria-hidden size={16} stroke={1.6} />;

const options = [
  { value: '', label: 'Country…' },
  ...countries().map(({ code, name, callingCode }) => ({ value: code, label: `${name} +${callingCode}` })),
];

/**
 * Takes a number in any shape, and says below how it will be dialled. Where it may be meant in two ways, it is asked
 * about; a country that was guessed is shown as a guess until a person chooses one.
 */
export function PhoneField<Values extends FieldValues, Name extends FieldPathByValue<Values, string>>({
  control,
  name,
  countryName,
  guessName,
  label,
  description,
}: PhoneFieldProps<Values, Name>) {
  const { field, fieldState } = useController({ control, name });
  const country = useController({ control, name: countryName }).field;
  const guess = useController({ control, name: guessName }).field;
  const id = useId();
  const input = useRef<HTMLInputElement>(null);
  const ref = useMergedRef(field.ref, input);
  const chosen = asCountry(country.value);
  // A number with a country code says where it is from, and nothing else does.
  const own = countryOf(field.value);
  const phone = parsePhone(field.value, chosen);
  const reading = readingOf(phone);
  const isGuess = own === undefined && guess.value !== '';

  const type = ({ value, selectionStart }: HTMLInputElement) => {
    // Grouped only while digits are added at the end: anywhere else the caret would jump.
    const grows = selectionStart === value.length && value.length > field.value.length;
    field.onChange(grows ? formatAsTyped(value, chosen) : value);
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
          description={isGuess ? `A guess from ${guess.value}.` : undefined}
          inputWrapperOrder={below}
          data={options}
          rightSection={chevron}
          name={country.name}
          value={own ?? country.value}
          disabled={own !== undefined}
          onBlur={country.onBlur}
          onChange={({ currentTarget }) => {
            country.onChange(currentTarget.value);
            guess.onChange('');
          }}
        />
        {/* Not a TextInput: that brings a wrapper of its own, and would be described by nothing. */}
        <Input
          {...field}
          ref={ref}
          type="tel"
          autoComplete="off"
          error={fieldState.invalid}
          onChange={({ currentTarget }) => type(currentTarget)}
          onPaste={(event) => {
            const text = withPasted(event.currentTarget, event.clipboardData.getData('text'));
            if (text === undefined) return;
            event.preventDefault();
            field.onChange(text);
          }}
        />
      </div>
      {!fieldState.invalid && (
        <p role="status" className={classes.reading} data-tone={reading?.tone}>
          {reading?.text}
        </p>
      )}
      {!phone.ok && phone.choices.length > 0 && (
        <fieldset className={classes.choices} aria-label="The number that you mean">
          {phone.choices.map((choice) => (
            <Button
              key={choice}
              size="compact-sm"
              variant="default"
              onClick={() => {
                field.onChange(choice);
                input.current?.focus();
              }}
            >
              Use {choice}
            </Button>
          ))}
        </fieldset>
      )}
    </Input.Wrapper>
  );
}

/** How a number is understood; nothing while it is not one yet. */
function readingOf(phone: Phone) {
  if (!phone.ok) return phone.choices.length > 0 ? { tone: 'warn', text: phone.problem } : undefined;
  const number = phone.found ? `the number found, ${phone.international}` : phone.international;
  if (phone.isValid) return { tone: 'ok', text: `Will be dialled as ${number}.` };
  return { tone: 'warn', text: `Will be dialled as ${number}, which is in no known range. Check it.` };
}

/** What the field holds with several lines pasted into it, which it would join; undefined where it is one line. */
function withPasted({ value, selectionStart, selectionEnd }: HTMLInputElement, pasted: string): string | undefined {
  const lines = pasted.split(/[\r\n\t]+/).filter((line) => line.trim() !== '');
  if (lines.length < 2) return undefined;
  return value.slice(0, selectionStart ?? 0) + lines.join(', ') + value.slice(selectionEnd ?? value.length);
}
