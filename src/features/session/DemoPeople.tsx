import { Alert } from '@mantine/core';
import type { ConsoleRole } from '#src/api/wire/session.ts';
import { consoleRoleNames, consoleRoleTexts } from '#src/domain/console-roles.ts';
import classes from './DemoPeople.module.css';
import { useDemoSignIn } from './queries.ts';

/** In the sandbox one click is enough: three people, one of each role. */
export function DemoPeople({ roles: offered }: { roles: readonly ConsoleRole[] }) {
  const { mutate, error, isPending, variables } = useDemoSignIn();
  return (
    <section aria-labelledby="demo-people" className={classes.demo}>
      <h2 id="demo-people" className={classes.heading}>
        Try the sandbox as
      </h2>
      {offered.map((role) => (
        <button
          key={role}
          type="button"
          className={classes.person}
          disabled={isPending}
          aria-busy={isPending && variables.role === role}
          onClick={() => mutate({ role })}
        >
          <strong>{consoleRoleNames[role]}</strong>
          <span className="dim">{consoleRoleTexts[role]}</span>
        </button>
      ))}
      {error && (
        <Alert color="red" role="alert" title="Not signed in">
          {error.message}
        </Alert>
      )}
      <p className={classes.or}>or with your own account</p>
    </section>
  );
}
