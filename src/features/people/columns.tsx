import { Link } from 'react-router-dom';
import type { Person } from '#src/api/wire/people.ts';
import { paths } from '#src/app/paths.ts';
import { consoleRoleNames } from '#src/domain/console-roles.ts';
import { formatDateTime } from '#src/lib/format.ts';
import { Badge } from '#src/ui/Badge.tsx';
import type { Column } from '#src/ui/DataTable.tsx';

/** `me`: the id of whoever looks. `userName`: what the CallPage user of this id is called. */
export const peopleColumns = (me: string, userName: (id: number) => string): readonly Column<Person>[] => [
  {
    key: 'name',
    header: 'Name',
    sortable: true,
    rank: 1,
    cell: ({ id, name }) => (
      <>
        <Link to={paths.person(id)}>{name}</Link>
        {id === me && <span className="dim"> (you)</span>}
      </>
    ),
  },
  { key: 'email', header: 'Email', sortable: true, rank: 3, card: 'wide', width: '13rem', cell: ({ email }) => email },
  { key: 'role', header: 'Role', sortable: true, rank: 3, width: '6.5rem', cell: ({ role }) => consoleRoleNames[role] },
  {
    key: 'user',
    header: 'CallPage user',
    width: '16%',
    cell: ({ user_id }) => (user_id === null ? <span className="dim">None</span> : userName(user_id)),
  },
  {
    key: 'seen',
    header: 'Last seen',
    sortable: true,
    width: '11rem',
    cell: ({ last_seen_at }) => lastSeen(last_seen_at),
  },
  {
    key: 'access',
    header: 'Access',
    rank: 2,
    width: '7.5rem',
    cell: ({ active }) => <AccessBadge active={active} />,
  },
];

export function AccessBadge({ active }: { active: boolean }) {
  return active ? <Badge tone="ok">Active</Badge> : <Badge tone="dim">Deactivated</Badge>;
}

/** Sessions are forgotten when they end, and what they tell with them. */
const lastSeen = (instant: string | null) => (instant === null ? 'Not signed in' : formatDateTime(instant));
