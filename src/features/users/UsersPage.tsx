import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router-dom';
import { paths } from '#src/app/paths.ts';
import { useCan } from '#src/features/session/queries.ts';
import { count } from '#src/lib/format.ts';
import { LoadError } from '#src/ui/LoadError.tsx';
import { Message } from '#src/ui/Message.tsx';
import { PageHeader } from '#src/ui/PageHeader.tsx';
import { TableSkeleton } from '#src/ui/TableSkeleton.tsx';
import { userColumns } from './columns.tsx';
import { userQueries } from './queries.ts';
import { UserTable } from './UserTable.tsx';

export function UsersPage() {
  const { data: users, error, isFetching, refetch } = useQuery(userQueries.list());
  const create = useCan()('users.create') && (
    <Button component={Link} to={paths.newUser()}>
      New user
    </Button>
  );
  return (
    <>
      <PageHeader title="Users" actions={create} />
      {error && (
        <LoadError
          what="The users"
          error={error}
          shown={users && `The list may be out of date: it shows ${count(users.length, 'user')}.`}
          retrying={isFetching}
          onRetry={() => void refetch()}
        />
      )}
      {!users && !error && <TableSkeleton columns={userColumns} label="Loading the users" selectable={false} />}
      {users && users.length > 0 && <UserTable users={users} />}
      {users?.length === 0 && (
        <Message
          heading="No users yet"
          text={`A user is a person of your team who takes calls. ${create ? 'Create one, then make them a manager of a widget.' : 'An operator of the console creates them.'}`}
          action={create}
        />
      )}
    </>
  );
}
