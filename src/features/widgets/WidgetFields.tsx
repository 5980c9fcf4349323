import type { Control } from 'react-hook-form';
import { limits } from '#src/domain/limits.ts';
import { locales } from '#src/domain/locales.ts';
import { SelectField } from '#src/ui/fields/SelectField.tsx';
import { TextField } from '#src/ui/fields/TextField.tsx';
import type { WidgetFormValues } from './form-values.ts';

export type WidgetFormControl = Control<WidgetFormValues, unknown, WidgetFormValues>;

interface WidgetFieldsProps {
  control: WidgetFormControl;
  /** The widget's own, when it is none that the API documents. */
  locale?: string;
}

/** What a widget is created with and what can be edited later. */
export function WidgetFields({ control, locale }: WidgetFieldsProps) {
  return (
    <>
      <TextField
        control={control}
        name="url"
        label="URL"
        description="The website that the widget stands on."
        placeholder="https://example.com"
        inputMode="url"
        autoComplete="off"
        required
      />
      <TextField
        control={control}
        name="description"
        label="Description"
        description={`What your team calls this widget; ${limits.description} characters at most.`}
        autoComplete="off"
      />
      <SelectField
        control={control}
        name="locale_code"
        label="Locale"
        description="The language that the widget speaks to visitors."
        data={localeChoices(locale)}
      />
    </>
  );
}

function localeChoices(own = '') {
  const known = locales.map(({ code, name }) => ({ value: code, label: name }));
  return own === '' || locales.some(({ code }) => code === own) ? known : [...known, { value: own, label: own }];
}
