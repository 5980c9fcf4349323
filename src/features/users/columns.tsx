import { Link } from 'react-router-dom';
import type { User } from '#src/api/wire/users.ts';
import { paths } from '#src/app/paths.ts';
import { userName } from '#src/domain/user-name.ts';
import { formatApiTime } from '#src/lib/api-time.ts';
import type { Column } from '#src/ui/DataTable.tsx';
import { roleName, roleOf } from './roles.ts';
import { userTel } from './user-tel.ts';

export const userColumns: readonly Column<User>[] = [
  {
    key: 'name',
    header: 'Name',
    sortable: true,
    rank: 1,
    cell: (user) => <Link to={paths.user(user.id)}>{userName(user)}</Link>,
  },
  {
    key: 'email',
    header: 'Email',
    sortable: true,
    card: 'wide',
    width: '28%',
    cell: ({ email }) => email ?? <span className="dim">Takes calls, cannot sign in</span>,
  },
  {
    key: 'tel',
    header: 'Phone number',
    rank: 3,
    sortable: true,
    card: 'wide',
    width: '13rem',
    cell: (user) => <span className="tabular">{userTel(user)}</span>,
  },
  { key: 'role', header: 'Role', sortable: true, rank: 3, width: '6.5rem', cell: (user) => roleName(roleOf(user)) },
  {
    key: 'online',
    header: 'Last online',
    sortable: true,
    width: '11rem',
    cell: ({ last_online }) => (last_online ? formatApiTime(last_online) : 'Never'),
  },
];
