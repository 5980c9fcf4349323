import { ActionIcon, Button, NativeSelect } from '@mantine/core';
import { IconTrash } from '@tabler/icons-react';
import { useFieldArray, useWatch } from 'react-hook-form';
import { SelectField } from '#src/ui/fields/SelectField.tsx';
import { TextField } from '#src/ui/fields/TextField.tsx';
import classes from './SettingsFields.module.css';
import { newSetting } from './settings.ts';
import type { WidgetFormControl } from './WidgetFields.tsx';

const kinds = [
  { value: 'text', label: 'Text' },
  { value: 'number', label: 'Number' },
  { value: 'boolean', label: 'Yes or no' },
];

const booleans = [
  { value: 'true', label: 'Yes' },
  { value: 'false', label: 'No' },
];

/** CallPage does not publish the keys of `settings`: every one is shown as it is, and none is invented. */
export function SettingsFields({ control }: { control: WidgetFormControl }) {
  const { fields, append, remove } = useFieldArray({ control, name: 'settings' });
  return (
    <fieldset className={classes.settings}>
      <legend>Settings</legend>
      <p className={classes.hint}>
        {fields.length === 0
          ? 'This widget has no settings of its own.'
          : 'As CallPage keeps them. They are sent only when you change one.'}
      </p>
      {fields.map((field, index) => (
        <SettingFields key={field.id} control={control} index={index} onRemove={() => remove(index)} />
      ))}
      <Button variant="default" size="xs" onClick={() => append(newSetting)}>
        Add a setting
      </Button>
    </fieldset>
  );
}

interface SettingFieldsProps {
  control: WidgetFormControl;
  index: number;
  onRemove: () => void;
}

function SettingFields({ control, index, onRemove }: SettingFieldsProps) {
  const kind = useWatch({ control, name: `settings.${index}.kind` });
  const key = useWatch({ control, name: `settings.${index}.key` });
  const label = `${key || 'new setting'}`;
  return (
    <div className={classes.row}>
      <TextField
        control={control}
        name={`settings.${index}.key`}
        aria-label={`Key of setting ${index + 1}`}
        placeholder="Key"
      />
      {kind === 'json' ? (
        <NativeSelect aria-label={`Type of ${label}`} data={['Structured']} disabled />
      ) : (
        <SelectField control={control} name={`settings.${index}.kind`} aria-label={`Type of ${label}`} data={kinds} />
      )}
      {kind === 'boolean' ? (
        <SelectField
          control={control}
          name={`settings.${index}.value`}
          aria-label={`Value of ${label}`}
          data={booleans}
        />
      ) : (
        <TextField
          control={control}
          name={`settings.${index}.value`}
          aria-label={`Value of ${label}`}
          placeholder="Value"
          readOnly={kind === 'json'}
          inputMode={kind === 'number' ? 'decimal' : 'text'}
        />
      )}
      <ActionIcon variant="subtle" color="gray" size="lg" aria-label={`Remove ${label}`} onClick={onRemove}>
        <IconTrash aria-hidden size={18} stroke={1.6} />
      </ActionIcon>
    </div>
  );
}
