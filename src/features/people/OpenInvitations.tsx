import { Button, Group } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { Invitation } from '#src/api/wire/people.ts';
import { consoleRoleNames } from '#src/domain/console-roles.ts';
import { formatDateTime } from '#src/lib/format.ts';
import { ConfirmDialog } from '#src/ui/ConfirmDialog.tsx';
import { type Column, DataTable } from '#src/ui/DataTable.tsx';
import { LoadError } from '#src/ui/LoadError.tsx';
import { notify } from '#src/ui/notify.tsx';
import { LinkDialog } from './LinkDialog.tsx';
import classes from './People.module.css';
import { peopleQueries, useInvite, useWithdrawInvitation } from './queries.ts';

interface Choice {
  act: 'renew' | 'withdraw';
  invitation: Invitation;
}

/** Who was invited and has not come yet. Nothing at all where nobody was. */
export function OpenInvitations() {
  const { data: invitations, error, isFetching, refetch } = useQuery(peopleQueries.invitations());
  const [choice, setChoice] = useState<Choice>();
  const close = () => setChoice(undefined);
  const columns = invitationColumns((act, invitation) => setChoice({ act, invitation }));
  return (
    <>
      {error && (
        <LoadError
          what="The invitations"
          error={error}
          shown="The open invitations could not be read."
          retrying={isFetching}
          onRetry={() => void refetch()}
        />
      )}
      {invitations && invitations.length > 0 && (
        <section className={classes.section} aria-labelledby="invitations">
          <h2 id="invitations" className={classes.heading}>
            Open invitations
          </h2>
          <DataTable caption="Open invitations" columns={columns} rows={invitations} rowName={({ email }) => email} />
        </section>
      )}
      {choice?.act === 'renew' && <RenewDialog invitation={choice.invitation} onClose={close} />}
      {choice?.act === 'withdraw' && <WithdrawDialog invitation={choice.invitation} onClose={close} />}
    </>
  );
}

const invitationColumns = (
  onChoose: (act: Choice['act'], invitation: Invitation) => void,
): readonly Column<Invitation>[] => [
  {
    key: 'email',
    header: 'Email',
    rank: 1,
    cell: ({ email, name }) => (
      <>
        {email}
        {name && <span className="dim"> ({name})</span>}
      </>
    ),
  },
  { key: 'role', header: 'Role', rank: 3, width: '6.5rem', cell: ({ role }) => consoleRoleNames[role] },
  { key: 'by', header: 'Invited by', width: '18%', cell: ({ invited_by }) => invited_by ?? 'Nobody known' },
  {
    key: 'expires',
    header: 'Link good until',
    rank: 4,
    width: '11rem',
    cell: ({ expires_at }) => formatDateTime(expires_at),
  },
  {
    key: 'actions',
    header: 'Actions',
    rank: 2,
    card: 'wide',
    width: '14rem',
    cell: (invitation) => (
      <Group gap="xs" wrap="nowrap">
        <Button
          variant="default"
          size="compact-sm"
          aria-label={`New link for ${invitation.email}`}
          onClick={() => onChoose('renew', invitation)}
        >
          New link…
        </Button>
        <Button
          variant="default"
          size="compact-sm"
          c="var(--bad)"
          aria-label={`Withdraw the invitation of ${invitation.email}`}
          onClick={() => onChoose('withdraw', invitation)}
        >
          Withdraw…
        </Button>
      </Group>
    ),
  },
];

interface DialogProps {
  invitation: Invitation;
  onClose: () => void;
}

function RenewDialog({ invitation, onClose }: DialogProps) {
  const { email, role, user_id, name } = invitation;
  const renew = useInvite();
  return (
    <LinkDialog
      title={`New link for ${email}`}
      text="The link that they were given is good no longer; the new one is for the same role."
      heading="Invitation link"
      change={renew}
      onMake={() => renew.mutate({ email, role, user_id, ...(name !== null && { name }) })}
      onClose={onClose}
    />
  );
}

function WithdrawDialog({ invitation, onClose }: DialogProps) {
  const withdraw = useWithdrawInvitation();
  return (
    <ConfirmDialog
      title={`Withdraw the invitation of ${invitation.email}?`}
      verb="Withdraw"
      takes
      change={withdraw}
      errorTitle="Not withdrawn"
      onConfirm={() =>
        withdraw.mutate(invitation.id, {
          onSuccess: () => {
            notify.success({ title: 'Invitation withdrawn', message: invitation.email });
            onClose();
          },
        })
      }
      onClose={onClose}
    >
      The link that they were given is good no longer. You can invite them again.
    </ConfirmDialog>
  );
}
