import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { Person, PersonSession } from '#src/api/wire/people.ts';
import { count, formatDateTime } from '#src/lib/format.ts';
import { Badge } from '#src/ui/Badge.tsx';
import { BusyButton } from '#src/ui/BusyButton.tsx';
import { ConfirmDialog } from '#src/ui/ConfirmDialog.tsx';
import { type Column, DataTable } from '#src/ui/DataTable.tsx';
import { LoadError } from '#src/ui/LoadError.tsx';
import { notify } from '#src/ui/notify.tsx';
import { TableSkeleton } from '#src/ui/TableSkeleton.tsx';
import { deviceName } from './device.ts';
import classes from './People.module.css';
import { peopleQueries, useEndSession } from './queries.ts';

/** Where somebody is signed in. */
export function OpenSessions({ person, isMe }: { person: Person; isMe: boolean }) {
  const { data: sessions, error, isFetching, refetch } = useQuery(peopleQueries.sessions(person.id));
  const [endingAll, setEndingAll] = useState(false);
  const end = useEndSession();
  const endOne = (session: PersonSession) =>
    end.mutate(
      { id: person.id, session_id: session.id },
      {
        onSuccess: () => notify.success({ title: 'Session ended', message: deviceName(session.user_agent) }),
        onError: ({ message }) => notify.error({ title: 'The session was not ended', message }),
      },
    );
  const columns = sessionColumns(endOne, end.isPending ? end.variables.session_id : undefined);
  return (
    <section className={classes.after} aria-labelledby="sessions">
      <div className={classes.head}>
        <h2 id="sessions" className={classes.heading}>
          Open sessions
        </h2>
        {!isMe && sessions && sessions.length > 0 && (
          <Button variant="default" size="xs" onClick={() => setEndingAll(true)}>
            End all…
          </Button>
        )}
      </div>
      {error && (
        <LoadError
          what="The sessions"
          error={error}
          shown={sessions ? 'The list may be out of date.' : 'The open sessions could not be read.'}
          retrying={isFetching}
          onRetry={() => void refetch()}
        />
      )}
      {!sessions && !error && <TableSkeleton columns={columns} label="Loading the sessions" selectable={false} />}
      {sessions?.length === 0 && <p className={classes.hint}>{person.name} is not signed in anywhere.</p>}
      {sessions && sessions.length > 0 && (
        <DataTable
          caption="Open sessions"
          columns={columns}
          rows={sessions}
          rowName={({ user_agent }) => deviceName(user_agent)}
        />
      )}
      {endingAll && <EndAllDialog person={person} open={sessions?.length ?? 0} onClose={() => setEndingAll(false)} />}
    </section>
  );
}

const sessionColumns = (
  onEnd: (session: PersonSession) => void,
  ending: string | undefined,
): readonly Column<PersonSession>[] => [
  { key: 'device', header: 'Device', rank: 1, cell: ({ user_agent }) => deviceName(user_agent) },
  {
    key: 'address',
    header: 'Address',
    rank: 4,
    card: 'wide',
    width: '20%',
    cell: ({ address }) => address ?? 'Not known',
  },
  {
    key: 'used',
    header: 'Last used',
    rank: 3,
    width: '11rem',
    cell: ({ last_seen_at }) => formatDateTime(last_seen_at),
  },
  { key: 'since', header: 'Signed in', rank: 4, width: '11rem', cell: ({ created_at }) => formatDateTime(created_at) },
  {
    key: 'end',
    header: 'Action',
    rank: 2,
    width: '8rem',
    cell: (session) =>
      session.current ? (
        <Badge tone="ok">This one</Badge>
      ) : (
        <BusyButton
          variant="default"
          size="xs"
          loading={ending === session.id}
          aria-label={`End ${deviceName(session.user_agent)}, last used ${formatDateTime(session.last_seen_at)}`}
          onClick={() => onEnd(session)}
        >
          End
        </BusyButton>
      ),
  },
];

interface EndAllDialogProps {
  person: Person;
  open: number;
  onClose: () => void;
}

function EndAllDialog({ person: { id, name }, open, onClose }: EndAllDialogProps) {
  const end = useEndSession();
  return (
    <ConfirmDialog
      title={`End every session of ${name}?`}
      verb="End all"
      takes
      change={end}
      errorTitle="Not ended"
      onConfirm={() =>
        end.mutate(
          { id },
          {
            onSuccess: () => {
              notify.success({ title: 'Sessions ended', message: name });
              onClose();
            },
          },
        )
      }
      onClose={onClose}
    >
      {`${count(open, 'open session')} ${open === 1 ? 'ends' : 'end'} at once. ${name} can sign in again.`}
    </ConfirmDialog>
  );
}
