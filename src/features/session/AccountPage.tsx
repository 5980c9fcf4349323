import { useQuery } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import type { SignedIn } from '#src/api/wire/session.ts';
import { consoleRoleNames, consoleRoleTexts } from '#src/domain/console-roles.ts';
import { userName } from '#src/domain/user-name.ts';
import { userQueries } from '#src/features/users/queries.ts';
import { Facts } from '#src/ui/Facts.tsx';
import { notify } from '#src/ui/notify.tsx';
import { PageHeader } from '#src/ui/PageHeader.tsx';
import classes from './AccountPage.module.css';
import { PasswordForm } from './PasswordForm.tsx';
import { useSession } from './queries.ts';
import { SignOutEverywhere } from './SignOutEverywhere.tsx';

/** Who one is, one's own password, and the way out everywhere. */
export function AccountPage() {
  const { person, demo } = useSession();
  if (!person) return null;
  return (
    <>
      <PageHeader title="Account" />
      <Facts
        facts={[
          { name: 'Name', value: person.name },
          { name: 'Email', value: person.email },
          { name: 'Role', value: <Role person={person} /> },
          ...(person.user_id === null ? [] : [{ name: 'CallPage user', value: <UserName id={person.user_id} /> }]),
        ]}
      />
      <Password email={person.email} demo={demo.length > 0} />
      <SignOutEverywhere />
    </>
  );
}

function Role({ person: { role } }: { person: SignedIn }) {
  return (
    <>
      {consoleRoleNames[role]}
      <div className="dim">{consoleRoleTexts[role]}</div>
    </>
  );
}

function UserName({ id }: { id: number }) {
  const { data: user } = useQuery(userQueries.detail(id));
  return userName({ id, name: user?.name });
}

function Password({ email, demo }: { email: string; demo: boolean }) {
  const heading = useRef<HTMLHeadingElement>(null);
  const [changes, setChanges] = useState(0);
  return (
    <section className={classes.section} aria-labelledby="password">
      <h2 id="password" ref={heading} tabIndex={-1} className={classes.heading}>
        Password
      </h2>
      <PasswordForm
        // Begins anew after each change.
        key={changes}
        email={email}
        demo={demo}
        onDone={() => {
          notify.success({ title: 'Password changed', message: 'Your other sessions have ended.' });
          setChanges(changes + 1);
          heading.current?.focus({ preventScroll: true });
        }}
      />
    </section>
  );
}
