import { Button } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Link, useNavigate } from 'react-router-dom';
import { ApiError } from '#src/api/errors.ts';
import type { User } from '#src/api/wire/users.ts';
import { paths } from '#src/app/paths.ts';
import { userName } from '#src/domain/user-name.ts';
import { useCan } from '#src/features/session/queries.ts';
import { formatApiTime } from '#src/lib/api-time.ts';
import { useIdParam } from '#src/lib/use-id-param.ts';
import { Facts } from '#src/ui/Facts.tsx';
import { LoadError } from '#src/ui/LoadError.tsx';
import { Message } from '#src/ui/Message.tsx';
import { PageHeader } from '#src/ui/PageHeader.tsx';
import { PageSkeleton } from '#src/ui/PageSkeleton.tsx';
import { DeleteUserDialog } from './DeleteUserDialog.tsx';
import { userQueries } from './queries.ts';
import { roleName, roleOf } from './roles.ts';
import { UserForm } from './UserForm.tsx';
import { userTel } from './user-tel.ts';

export function UserPage() {
  const id = useIdParam();
  const { data: user, error, isFetching, refetch } = useQuery(userQueries.detail(id));
  // An id that CallPage refuses, such as a word, is none of a user either.
  if (error instanceof ApiError && (error.status === 404 || error.fields.id)) return <NoSuchUser />;
  if (error && !user) {
    return (
      <>
        <title>User · CallPage Console</title>
        <LoadError what="The user" error={error} retrying={isFetching} onRetry={() => void refetch()} />
      </>
    );
  }
  // Loaded, then mounted: what arrives later never overwrites what is being typed.
  return user ? <LoadedUser key={user.id} user={user} /> : <PageSkeleton />;
}

function LoadedUser({ user }: { user: User }) {
  const [deleting, setDeleting] = useState(false);
  const navigate = useNavigate();
  const client = useQueryClient();
  const can = useCan();
  return (
    <>
      <PageHeader
        title={userName(user)}
        back={<Link to={paths.users()}>Users</Link>}
        actions={
          can('users.delete') && (
            <Button variant="default" c="var(--bad)" onClick={() => setDeleting(true)}>
              Delete…
            </Button>
          )
        }
      >
        <p className="dim">{aboutUser(user)}</p>
      </PageHeader>
      {can('users.update') ? <UserForm user={user} /> : <UserFacts user={user} />}
      {deleting && (
        <DeleteUserDialog
          user={user}
          onClose={() => setDeleting(false)}
          onDeleted={async () => {
            await navigate(paths.users(), { replace: true });
            // Nobody who comes Back finds a form for who is gone.
            client.removeQueries({ queryKey: userQueries.detail(user.id).queryKey });
          }}
        />
      )}
    </>
  );
}

function UserFacts({ user }: { user: User }) {
  return (
    <Facts
      facts={[
        { name: 'Email', value: user.email ?? 'Takes calls, cannot sign in' },
        { name: 'Phone number', value: <span className="tabular">{userTel(user)}</span> },
        { name: 'Role', value: roleName(roleOf(user)) || 'None' },
        { name: 'User ID', value: <span className="tabular">{user.id}</span> },
      ]}
    />
  );
}

function NoSuchUser() {
  return (
    <>
      <title>User not found · CallPage Console</title>
      <Message
        heading="There is no such user"
        text="They may have been deleted, or the address is mistyped."
        action={
          <Button component={Link} to={paths.users()} variant="default">
            Go to the users
          </Button>
        }
      />
    </>
  );
}

function aboutUser(user: User): string {
  const online = user.last_online ? `last online ${formatApiTime(user.last_online)}` : 'never online';
  const parts = [roleName(roleOf(user)), user.email === null ? 'takes calls, cannot sign in' : online];
  return parts.filter(Boolean).join(' · ');
}
