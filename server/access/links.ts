import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { and, eq, gt, isNull, sql } from 'drizzle-orm';
import { recordOwnAct } from '#server/acts/record.ts';
import type { Db } from '#server/db/open.ts';
import { accounts, invitations, persons, sessions } from '#server/db/schema.ts';
import { Failure } from '#server/gateway/failure.ts';
import type { AcceptInput, Link } from '#src/api/wire/session.ts';
import type { Auth } from './auth.ts';
import { email, personName, readInput } from './input.ts';
import { isSetUp, lockPeople } from './people.ts';

type NewLink = Omit<typeof invitations.$inferInsert, 'id' | 'tokenHash' | 'expiresAt' | 'createdAt' | 'closedAt'>;
type Row = typeof invitations.$inferSelect;

/** Hours for which a link is good. */
const hours = { invitation: 72, password: 24, set_up: 24 } as const;

/** Makes a link that is good once. Its token is told here and nowhere else. */
export async function makeLink(db: Db, link: NewLink) {
  const token = randomBytes(32).toString('base64url');
  // By the clock that it is looked at with.
  const expiresAt = sql`now() + make_interval(hours => ${hours[link.kind]})`;
  const values = { ...link, id: randomUUID(), tokenHash: hashOf(token), expiresAt };
  const [made] = await db.insert(invitations).values(values).returning();
  if (!made) throw new Error('The link that was made is gone.');
  return { id: made.id, token, expiresAt: made.expiresAt };
}

/** The path of a link. The token stands where no server and no log sees it. */
export function linkPath(token: string): string {
  return `/link#${token}`;
}

/**
 * The token of a new set-up link, by which the first operator comes in, where there is no operator who could invite
 * somebody. An earlier one is good no longer.
 */
export function makeSetUpLink(db: Db): Promise<string | undefined> {
  return db.transaction(async (tx) => {
    await lockPeople(tx);
    if (await isSetUp(tx)) return undefined;
    await tx.update(invitations).set({ closedAt: sql`now()` }).where(eq(invitations.kind, 'set_up'));
    return (await makeLink(tx, { kind: 'set_up', role: 'operator' })).token;
  });
}

export async function readLink(db: Db, token: string): Promise<Link> {
  const [row] = await db.select().from(invitations).where(isGood(token));
  if (!row) throw invalidLink();
  return {
    kind: row.kind,
    email: row.email,
    name: row.name,
    role: row.role,
    expires_at: row.expiresAt.toISOString(),
  };
}

/** Uses a link up. Resolves with the id of the person who may now come in. */
export async function acceptLink(db: Db, auth: Auth, input: AcceptInput): Promise<string> {
  const hash = await (await auth.$context).password.hash(input.password);
  return db.transaction(async (tx) => {
    await lockPeople(tx);
    const [link] = await tx.update(invitations).set({ closedAt: sql`now()` }).where(isGood(input.token)).returning();
    if (!link || (link.kind === 'set_up' && (await isSetUp(tx)))) throw invalidLink();
    const isPassword = link.kind === 'password';
    const person = isPassword ? await holderOf(tx, link) : await createPerson(tx, link, input);
    await setPassword(tx, person.id, hash);
    const operation = isPassword ? 'people.newPassword' : 'people.join';
    await recordOwnAct(tx, person, { operation, subject: person.name });
    return person.id;
  });
}

async function createPerson(tx: Db, link: Row, input: AcceptInput) {
  const [created] = await tx
    .insert(persons)
    .values({
      id: randomUUID(),
      name: readInput(personName, input.name ?? link.name ?? undefined),
      email: link.email ?? readInput(email, input.email),
      role: link.role,
      callpageUserId: link.callpageUserId,
    })
    .onConflictDoNothing()
    .returning({ id: persons.id, name: persons.name });
  if (!created) throw emailTaken();
  return created;
}

/** Whoever opens the link is signed in anew, and whoever knew the old password is signed out. */
async function holderOf(tx: Db, { personId }: Row) {
  const [person] = await tx
    .select({ id: persons.id, name: persons.name })
    .from(persons)
    .where(and(eq(persons.id, personId ?? ''), isNull(persons.deactivatedAt)));
  if (!person) throw invalidLink();
  await tx.delete(sessions).where(eq(sessions.userId, person.id));
  return person;
}

async function setPassword(tx: Db, personId: string, password: string): Promise<void> {
  await tx
    .insert(accounts)
    .values({ id: randomUUID(), accountId: personId, providerId: 'credential', userId: personId, password })
    .onConflictDoUpdate({
      target: [accounts.providerId, accounts.accountId],
      set: { password, updatedAt: sql`now()` },
    });
}

function isGood(token: string) {
  return and(
    eq(invitations.tokenHash, hashOf(token)),
    isNull(invitations.closedAt),
    gt(invitations.expiresAt, sql`now()`),
  );
}

function hashOf(token: string): string {
  return createHash('sha256').update(token).digest('base64url');
}

function invalidLink(): Failure {
  const message = 'This link is good no longer: it was used, withdrawn or has expired. Ask an operator for a new one.';
  return new Failure(410, message, { reason: 'link_invalid' });
}

export function emailTaken(): Failure {
  return new Failure(409, 'Somebody has this email address already.', {
    reason: 'email_taken',
    errors: { email: ['Somebody has this email address already.'] },
  });
}
