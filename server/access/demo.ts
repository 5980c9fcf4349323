import { eq, inArray } from 'drizzle-orm';
import type { Db } from '#server/db/open.ts';
import { persons, sessions } from '#server/db/schema.ts';
import { type ConsoleRole, consoleRoles } from '#src/api/wire/session.ts';

/** Three people of the sandbox, without a password: one click is the only way in, and there is none elsewhere. */
const demoPeople: Record<ConsoleRole, { name: string; email: string; callpageUserId: number | null }> = {
  operator: { name: 'Olivia Operator', email: 'operator@demo.example', callpageUserId: null },
  support: { name: 'Sam Support', email: 'support@demo.example', callpageUserId: null },
  /** Oliver Hughes of the demo company, who takes calls for its main site and its shop. */
  manager: { name: 'Oliver Hughes', email: 'manager@demo.example', callpageUserId: 15 },
};

/** The id of the demo person of this role, who is made where there is none. What an operator changed in them stays. */
export async function demoPerson(db: Db, role: ConsoleRole): Promise<string> {
  const { email, ...person } = demoPeople[role];
  await db
    .insert(persons)
    .values({ id: idOf(role), email, role, ...person })
    .onConflictDoNothing();
  const [found] = await db.select({ id: persons.id }).from(persons).where(eq(persons.email, email));
  return found?.id ?? '';
}

/** Where there is no demo, whoever came in by it is out: a click in the sandbox opens no account that is real. */
export async function endDemo(db: Db): Promise<void> {
  await db.delete(sessions).where(inArray(sessions.userId, consoleRoles.map(idOf)));
}

const idOf = (role: ConsoleRole) => `demo-${role}`;
