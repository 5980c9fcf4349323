import { zodResolver } from '@hookform/resolvers/zod';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Link, useNavigate } from 'react-router-dom';
import type { User } from '#src/api/wire/users.ts';
import { paths } from '#src/app/paths.ts';
import { FormShell } from '#src/ui/FormShell.tsx';
import { notify } from '#src/ui/notify.tsx';
import { PageHeader } from '#src/ui/PageHeader.tsx';
import { PageSkeleton } from '#src/ui/PageSkeleton.tsx';
import { useDraftForm } from '#src/ui/use-draft-form.ts';
import { createInput, newUserValues, UserFormValues, userFormSchema } from './form-values.ts';
import { useCreateUser, userQueries } from './queries.ts';
import { UserFields } from './UserFields.tsx';

export function NewUserPage() {
  const { data: users = [], isLoading } = useQuery(userQueries.list());
  return (
    <>
      <PageHeader title="New user" back={<Link to={paths.users()}>Users</Link>} />
      {isLoading ? <PageSkeleton /> : <NewUserForm users={users} />}
    </>
  );
}

/** The other users are read before the form is there: they tell where a number may be from. */
function NewUserForm({ users }: { users: readonly User[] }) {
  const [initial] = useState(() => newUserValues(users));
  const { form, draft } = useDraftForm({
    draftKey: paths.newUser(),
    values: UserFormValues,
    initial,
    resolver: zodResolver(userFormSchema(users)),
  });
  const create = useCreateUser();
  const navigate = useNavigate();
  return (
    <FormShell
      form={form}
      name="New user"
      submitLabel="Create user"
      onSubmit={(values) => create.mutateAsync(createInput(values))}
      onDone={({ id }) => {
        notify.success({
          title: 'User created',
          message: 'Make them a manager of a widget, so that its visitors are put through to them.',
        });
        void navigate(paths.user(id));
      }}
      submitError={create.error}
      onAnyway={create.renew}
      loading={create.isPending}
      cancelTo={paths.users()}
      draft={draft}
    >
      <UserFields control={form.control} />
    </FormShell>
  );
}
