import type { Control } from 'react-hook-form';
import { limits } from '#src/domain/limits.ts';
import { PhoneField } from '#src/ui/fields/PhoneField.tsx';
import { SelectField } from '#src/ui/fields/SelectField.tsx';
import { TextField } from '#src/ui/fields/TextField.tsx';
import type { UserFormOutput, UserFormValues } from './form-values.ts';
import { assignableRoles } from './roles.ts';

export type UserFormControl = Control<UserFormValues, unknown, UserFormOutput>;

interface UserFieldsProps {
  control: UserFormControl;
  /** The user's own where it is none that can be given; it is shown and stays. */
  fixedRole?: string | undefined;
}

/** What a user is created with and what can be edited later. */
export function UserFields({ control, fixedRole }: UserFieldsProps) {
  return (
    <>
      <TextField
        control={control}
        name="name"
        label="Name"
        description={`What visitors and your team read; ${limits.name} characters at most.`}
        autoComplete="off"
        required
      />
      <PhoneField
        control={control}
        name="tel"
        countryName="country"
        guessName="guess"
        label="Phone number"
        description="Where calls reach this user, in any shape."
      />
      <TextField
        control={control}
        name="email"
        type="email"
        label="Email"
        description="For signing in to CallPage. Without one the user takes calls and cannot sign in."
        autoComplete="off"
        autoCapitalize="none"
        spellCheck={false}
      />
      {fixedRole === undefined ? (
        <SelectField
          control={control}
          name="role"
          label="Role"
          description="What the user may do in CallPage."
          data={[...assignableRoles]}
        />
      ) : (
        <TextField
          control={control}
          name="role"
          label="Role"
          description={`${fixedRole}: this role cannot be given or taken here.`}
          readOnly
        />
      )}
    </>
  );
}
