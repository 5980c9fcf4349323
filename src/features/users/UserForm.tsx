import { zodResolver } from '@hookform/resolvers/zod';
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from 'react-router-dom';
import type { User } from '#src/api/wire/users.ts';
import { paths } from '#src/app/paths.ts';
import { ChangedError } from '#src/lib/changed-error.ts';
import { FormShell } from '#src/ui/FormShell.tsx';
import { SwitchField } from '#src/ui/fields/SwitchField.tsx';
import { notify } from '#src/ui/notify.tsx';
import { useDraftForm } from '#src/ui/use-draft-form.ts';
import {
  changesOf,
  differences,
  isSaved,
  nameOfField,
  UserFormValues,
  userFormSchema,
  valuesOf,
} from './form-values.ts';
import { userQueries, useSaveUser } from './queries.ts';
import { isAssignable, roleName, roleOf } from './roles.ts';
import { UserFields } from './UserFields.tsx';

export function UserForm({ user }: { user: User }) {
  const { data: users = [] } = useQuery(userQueries.list());
  const others = users.filter(({ id }) => id !== user.id);
  const { form, draft } = useDraftForm({
    draftKey: paths.user(user.id),
    values: UserFormValues,
    initial: valuesOf(user),
    resolver: zodResolver(userFormSchema(others, user.tel)),
  });
  const save = useSaveUser();
  const navigate = useNavigate();
  const role = roleOf(user);

  return (
    <FormShell
      form={form}
      name="Edit user"
      submitLabel="Save changes"
      onSubmit={(values) => {
        const baseline = draft.baseline();
        return save.mutateAsync({
          input: changesOf(user.id, baseline, values),
          check: (current) => {
            // An earlier try may have been saved although its answer was lost.
            if (isSaved(current, values)) return false;
            const changed = differences(baseline, valuesOf(current));
            if (changed.length > 0) throw new ChangedError('user', changed.map(nameOfField), valuesOf(current));
            return true;
          },
        });
      }}
      onDone={() => {
        notify.success({ title: 'User saved', message: form.getValues('name') });
        void navigate(paths.users());
      }}
      submitError={save.error}
      onResolved={save.reset}
      loading={save.isPending}
      cancelTo={paths.users()}
      draft={draft}
    >
      <UserFields control={form.control} fixedRole={isAssignable(role) ? undefined : roleName(role) || 'None'} />
      {user.enabled !== undefined && (
        <SwitchField
          control={form.control}
          name="enabled"
          label="Enabled"
          description="A disabled user keeps their widgets and is not called."
        />
      )}
    </FormShell>
  );
}
