import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router-dom';
import { paths } from '#src/app/paths.ts';
import { useSession } from '#src/features/session/queries.ts';
import { count } from '#src/lib/format.ts';
import { LoadError } from '#src/ui/LoadError.tsx';
import { Message } from '#src/ui/Message.tsx';
import { PageHeader } from '#src/ui/PageHeader.tsx';
import { TableSkeleton } from '#src/ui/TableSkeleton.tsx';
import { peopleColumns } from './columns.tsx';
import { OpenInvitations } from './OpenInvitations.tsx';
import { PeopleTable } from './PeopleTable.tsx';
import { peopleQueries } from './queries.ts';

const skeletonColumns = peopleColumns('', String);

export function PeoplePage() {
  const { data: people, error, isFetching, refetch } = useQuery(peopleQueries.list());
  const { person } = useSession();
  const invite = (
    <Button component={Link} to={paths.invite()}>
      Invite somebody
    </Button>
  );
  return (
    <>
      <PageHeader title="People" actions={invite}>
        <p className="dim">Who may use this console. Nobody is ever deleted, as the trail names them.</p>
      </PageHeader>
      <OpenInvitations />
      {error && (
        <LoadError
          what="The people"
          error={error}
          shown={people && `The list may be out of date: it shows ${count(people.length, 'person', 'people')}.`}
          retrying={isFetching}
          onRetry={() => void refetch()}
        />
      )}
      {!people && !error && <TableSkeleton columns={skeletonColumns} label="Loading the people" selectable={false} />}
      {people && <PeopleTable people={people} me={person?.id ?? ''} />}
      {people?.length === 1 && (
        <Message
          heading="You are the only one so far"
          text="Invite your team: each with a role that lets them do their work and no more."
          action={invite}
        />
      )}
    </>
  );
}
