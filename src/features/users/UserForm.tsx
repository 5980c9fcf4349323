import { zodResolver } from '@hookform/resolvers/zod';
import { useQuery } from '@tanstack/react-query';
import { useForm } from 'react-hook-form';
import { useNavigate } from 'react-router-dom';
import type { User } from '#src/api/wire/users.ts';
import { paths } from '#src/app/paths.ts';
import { ChangedError } from '#src/lib/changed-error.ts';
import { ConflictNotice } from '#src/ui/ConflictNotice.tsx';
import { FormShell } from '#src/ui/FormShell.tsx';
import { SwitchField } from '#src/ui/fields/SwitchField.tsx';
import { notify } from '#src/ui/notify.tsx';
import { rebase, useDraft } from '#src/ui/use-draft.ts';
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
  const draftKey = paths.user(user.id);
  const draft = useDraft(draftKey, UserFormValues, valuesOf(user));
  const form = useForm({
    resolver: zodResolver(userFormSchema(others, user.tel)),
    defaultValues: draft.baseline,
    values: draft.values,
    resetOptions: { keepDefaultValues: true },
  });
  const save = useSaveUser();
  const navigate = useNavigate();
  const conflict = save.error instanceof ChangedError ? save.error : undefined;
  const role = roleOf(user);

  return (
    <FormShell
      form={form}
      name="Edit user"
      submitLabel="Save changes"
      onSubmit={(values) => {
        const baseline = UserFormValues.parse(form.formState.defaultValues);
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
      loading={save.isPending}
      cancelTo={paths.users()}
      draftKey={draftKey}
      restored={draft.restored}
      notice={
        conflict && (
          <ConflictNotice
            what="user"
            fields={conflict.fields}
            onKeepMine={() => {
              rebase(form, UserFormValues.parse(conflict.current), 'mine');
              save.reset();
            }}
            onTakeTheirs={() => {
              rebase(form, UserFormValues.parse(conflict.current), 'theirs');
              save.reset();
            }}
          />
        )
      }
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
