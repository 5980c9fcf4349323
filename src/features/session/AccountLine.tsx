import { IconLogout } from '@tabler/icons-react';
import { lazy, Suspense, useState } from 'react';
import { Link } from 'react-router-dom';
import { paths } from '#src/app/paths.ts';
import { consoleRoleNames } from '#src/domain/console-roles.ts';
import { drafts } from '#src/lib/drafts.ts';
import classes from './AccountLine.module.css';
import { useSession, useSignOut } from './queries.ts';

const SignOutDialog = lazy(() => import('./SignOutDialog.tsx'));

/** Who is signed in, and the way out. */
export function AccountLine() {
  const { person } = useSession();
  const { mutate, isPending } = useSignOut();
  const [asking, setAsking] = useState(false);
  if (!person) return null;
  return (
    <div className={classes.line}>
      <Link to={paths.account()} className={classes.person}>
        <strong>{person.name}</strong>
        <span className="dim">{consoleRoleNames[person.role]}</span>
      </Link>
      <button
        type="button"
        className={classes.out}
        aria-label="Sign out"
        title="Sign out"
        disabled={isPending}
        // What is not saved yet goes with the person: that is asked first.
        onClick={async () => ((await drafts.inAnyTab()) ? setAsking(true) : mutate(false))}
      >
        <IconLogout aria-hidden size={18} stroke={1.6} />
      </button>
      <Suspense>
        {asking && <SignOutDialog onClose={() => setAsking(false)} onSignOut={() => mutate(false)} />}
      </Suspense>
    </div>
  );
}
