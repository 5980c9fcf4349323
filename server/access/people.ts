import { and, count, eq, gt, isNull, max, ne, sql } from 'drizzle-orm';
import type { Db } from '#server/db/open.ts';
import { accounts, invitations, persons, sessions } from '#server/db/schema.ts';
import { Failure } from '#server/gateway/failure.ts';
import type { Invitation, Person, PersonSession, PersonUpdateInput } from '#src/api/wire/people.ts';

/** What hangs on who is there (the last operator, an email) is decided by one at a time. */
export async function lockPeople(tx: Db): Promise<void> {
  await tx.execute(sql`select pg_advisory_xact_lock(hashtext('callpage-console people'))`);
}

const isOperator = and(eq(persons.role, 'operator'), isNull(persons.deactivatedAt));

/** Whether an operator is active, `but` one person aside. */
async function hasOperator(db: Db, but: string): Promise<boolean> {
  const [found] = await db
    .select({ id: persons.id })
    .from(persons)
    .where(and(isOperator, ne(persons.id, but)))
    .limit(1);
  return found !== undefined;
}

/** Whether an operator can sign in. Those of the demo have no password: where the demo has ended, they are nobody. */
export async function isSetUp(db: Db): Promise<boolean> {
  const [found] = await db
    .select({ id: persons.id })
    .from(persons)
    .innerJoin(accounts, eq(accounts.userId, persons.id))
    .where(isOperator)
    .limit(1);
  return found !== undefined;
}

const isOpen = gt(sessions.expiresAt, sql`now()`);

/** Everybody, by name; or the one with this id. */
export async function listPeople(db: Db, id?: string): Promise<Person[]> {
  const open = db
    .select({ personId: sessions.userId, count: count().as('open'), seen: max(sessions.updatedAt).as('seen') })
    .from(sessions)
    .where(isOpen)
    .groupBy(sessions.userId)
    .as('open_sessions');
  const rows = await db
    .select({ person: persons, open: open.count, seen: open.seen })
    .from(persons)
    .leftJoin(open, eq(open.personId, persons.id))
    .where(id === undefined ? undefined : eq(persons.id, id))
    .orderBy(sql`lower(${persons.name})`, persons.id);
  return rows.map(({ person, open, seen }) => ({
    id: person.id,
    name: person.name,
    email: person.email,
    role: person.role,
    user_id: person.callpageUserId,
    active: person.deactivatedAt === null,
    created_at: person.createdAt.toISOString(),
    last_seen_at: seen?.toISOString() ?? null,
    sessions: open ?? 0,
  }));
}

export async function requirePerson(db: Db, id: string): Promise<Person> {
  const [person] = await listPeople(db, id);
  if (!person) throw new Failure(404, 'There is no such person.');
  return person;
}

/**
 * Changes what is given. Somebody who is deactivated loses every session and link, and somebody who is an operator no longer the
 * links they gave out. There is always an operator left, and nobody shuts themselves out.
 */
export async function updatePerson(tx: Db, input: PersonUpdateInput, by: string) {
  await lockPeople(tx);
  const before = await requirePerson(tx, input.id);
  const { active = before.active, role = before.role, user_id = before.user_id, name = before.name } = input;
  const leaves = before.active && before.role === 'operator' && !(active && role === 'operator');
  if (input.id === by && leaves) {
    throw new Failure(409, 'You cannot take your own access away. Another operator can.', { reason: 'yourself' });
  }
  if (leaves && !(await hasOperator(tx, input.id))) {
    throw new Failure(409, 'This is the last operator. Make somebody else one first.', { reason: 'last_operator' });
  }
  requireLink(role, user_id);
  await tx
    .update(persons)
    .set({
      name,
      role,
      callpageUserId: user_id,
      updatedAt: sql`now()`,
      ...(active === before.active ? {} : { deactivatedAt: active ? null : sql`now()` }),
    })
    .where(eq(persons.id, input.id));
  if (!active) {
    await tx.delete(sessions).where(eq(sessions.userId, input.id));
    await closeLinks(tx, eq(invitations.personId, input.id));
  }
  // What somebody may no longer do, the links that they gave out no longer do either.
  if (leaves) await closeLinks(tx, eq(invitations.invitedBy, input.id));
  return { before, after: await requirePerson(tx, input.id) };
}

/** Resolves with one of those that were open. */
export async function closeLinks(tx: Db, which: ReturnType<typeof and>) {
  const [closed] = await tx
    .update(invitations)
    .set({ closedAt: sql`now()` })
    .where(and(isNull(invitations.closedAt), which))
    .returning({ name: invitations.name, email: invitations.email });
  return closed;
}

/** A manager sees what is theirs, so it has to be said who they are. */
export function requireLink(role: string, userId: number | null | undefined): void {
  if (role !== 'manager' || userId) return;
  throw new Failure(422, 'A manager needs the CallPage user that they are.', {
    errors: { user_id: ['Choose the CallPage user that this person is.'] },
  });
}

export async function listSessions(db: Db, personId: string, current: string): Promise<PersonSession[]> {
  const rows = await db
    .select()
    .from(sessions)
    .where(and(eq(sessions.userId, personId), isOpen))
    .orderBy(sql`${sessions.updatedAt} desc`);
  return rows.map((row) => ({
    id: row.id,
    created_at: row.createdAt.toISOString(),
    last_seen_at: row.updatedAt.toISOString(),
    expires_at: row.expiresAt.toISOString(),
    address: row.ipAddress || null,
    user_agent: row.userAgent || null,
    current: row.id === current,
  }));
}

export async function listInvitations(db: Db): Promise<Invitation[]> {
  const rows = await db
    .select({ invitation: invitations, invitedBy: persons.name })
    .from(invitations)
    .leftJoin(persons, eq(persons.id, invitations.invitedBy))
    .where(and(eq(invitations.kind, 'invitation'), isNull(invitations.closedAt), gt(invitations.expiresAt, sql`now()`)))
    .orderBy(sql`${invitations.createdAt} desc`);
  return rows.map(({ invitation, invitedBy }) => ({
    id: invitation.id,
    email: invitation.email ?? '',
    name: invitation.name,
    role: invitation.role,
    user_id: invitation.callpageUserId,
    invited_by: invitedBy,
    created_at: invitation.createdAt.toISOString(),
    expires_at: invitation.expiresAt.toISOString(),
  }));
}
