import { TextInput } from '@mantine/core';
import { type Control, type FieldValues, useWatch } from 'react-hook-form';
import { consoleRoles } from '#src/api/wire/session.ts';
import { consoleRoleNames, consoleRoleTexts } from '#src/domain/console-roles.ts';
import { SelectField } from '#src/ui/fields/SelectField.tsx';
import { TextField } from '#src/ui/fields/TextField.tsx';
import type { PersonFormValues } from './form-values.ts';
import { UserField } from './UserField.tsx';

export type PersonFormControl = Control<PersonFormValues, unknown, FieldValues>;

interface PersonFieldsProps {
  control: PersonFormControl;
  /** Without it, the person chooses it when they accept the invitation. */
  nameRequired: boolean;
  /** Why the role stays as it is. */
  fixedRole?: string | undefined;
}

/** What somebody is invited with and what can be changed later. */
export function PersonFields({ control, nameRequired, fixedRole }: PersonFieldsProps) {
  const role = useWatch({ control, name: 'role' });
  return (
    <>
      <TextField
        control={control}
        name="name"
        label="Name"
        description={
          nameRequired
            ? 'What the trail calls them from now on.'
            : 'They can change it when they accept the invitation.'
        }
        autoComplete="off"
        required={nameRequired}
      />
      {fixedRole === undefined ? (
        <SelectField
          control={control}
          name="role"
          label="Role"
          description={consoleRoleTexts[role]}
          data={consoleRoles.map((value) => ({ value, label: consoleRoleNames[value] }))}
        />
      ) : (
        <TextInput label="Role" description={fixedRole} value={consoleRoleNames[role]} readOnly />
      )}
      <UserField control={control} name="user_id" required={role === 'manager'} />
    </>
  );
}
