import { Alert } from '@mantine/core';
import { useState } from 'react';
import { drafts } from '#src/lib/drafts.ts';
import { BusyButton } from '#src/ui/BusyButton.tsx';
import classes from './AccountPage.module.css';
import { useSignOut } from './queries.ts';
import SignOutDialog from './SignOutDialog.tsx';

/** For somebody who has lost a device, or does not know where they are signed in. */
export function SignOutEverywhere() {
  const { mutate, isPending, error } = useSignOut();
  const [asking, setAsking] = useState(false);
  return (
    <section className={classes.section} aria-labelledby="sign-out">
      <h2 id="sign-out" className={classes.heading}>
        Sign out everywhere
      </h2>
      <p className={classes.hint}>Ends your sessions in every browser at once, this one included.</p>
      {error && (
        <Alert color="red" role="alert" title="Not signed out" mb="md">
          {error.message}
        </Alert>
      )}
      <BusyButton
        variant="default"
        loading={isPending}
        // What is not saved yet goes with the person: that is asked first.
        onClick={async () => ((await drafts.inAnyTab()) ? setAsking(true) : mutate(true))}
      >
        Sign out everywhere
      </BusyButton>
      {asking && <SignOutDialog onClose={() => setAsking(false)} onSignOut={() => mutate(true)} />}
    </section>
  );
}
