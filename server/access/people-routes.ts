import { and, eq } from 'drizzle-orm';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import * as z from 'zod';
import { recordOwnAct } from '#server/acts/record.ts';
import type { Db } from '#server/db/open.ts';
import { invitations, persons, sessions as sessionTable } from '#server/db/schema.ts';
import { Failure } from '#server/gateway/failure.ts';
import type { MadeLink } from '#src/api/wire/people.ts';
import { consoleRoles } from '#src/api/wire/session.ts';
import { callpageUserId, email, id, personName, readInput } from './input.ts';
import { emailTaken, linkPath, makeLink } from './links.ts';
import {
  closeLinks,
  listInvitations,
  listPeople,
  listSessions,
  lockPeople,
  requireLink,
  requirePerson,
  updatePerson,
} from './people.ts';
import { success } from './routes.ts';
import { requireOperator, type Sessions } from './session.ts';

interface PeopleParts {
  db: Db;
  sessions: Sessions;
  /** Is called when sessions ended, or people changed. */
  ended: () => void;
  /** Is called when an act was recorded. */
  told: () => void;
}

const role = z.enum(consoleRoles, { error: `Send one of ${consoleRoles.join(', ')}.` });
const Invite = z.strictObject({ email, role, name: personName.optional(), user_id: callpageUserId.optional() });
const Update = z.strictObject({
  id,
  name: personName.optional(),
  role: role.optional(),
  user_id: callpageUserId.optional(),
  active: z.boolean().optional(),
});
const One = z.strictObject({ id });
const EndSession = z.strictObject({ id, session_id: id.optional() });

/** Who may use the console, for operators: `/auth/people…` and `/auth/invitations…`. */
export function addPeopleRoutes(app: FastifyInstance, { db, sessions, ended, told }: PeopleParts): void {
  const operator = async (request: FastifyRequest, reply: FastifyReply) =>
    requireOperator(await sessions.require(request, reply));
  const changed = () => {
    ended();
    told();
  };

  app.get('/auth/people', async (request, reply) => {
    await operator(request, reply);
    return success(await listPeople(db));
  });

  app.get('/auth/invitations', async (request, reply) => {
    await operator(request, reply);
    return success(await listInvitations(db));
  });

  app.get('/auth/people/sessions', async (request, reply) => {
    const signed = await sessions.require(request, reply);
    requireOperator(signed);
    const { id } = readInput(One, request.query);
    await requirePerson(db, id);
    return success(await listSessions(db, id, signed.id));
  });

  app.post('/auth/people/invite', async (request, reply) => {
    const by = await operator(request, reply);
    const { user_id = null, name = null, ...input } = readInput(Invite, request.body);
    requireLink(input.role, user_id);
    const made = await db.transaction(async (tx) => {
      await lockPeople(tx);
      const [taken] = await tx.select({ id: persons.id }).from(persons).where(eq(persons.email, input.email));
      if (taken) throw emailTaken();
      // A second invitation takes the place of the first.
      await closeLinks(tx, eq(invitations.email, input.email));
      const link = { kind: 'invitation', ...input, name, callpageUserId: user_id, invitedBy: by.id } as const;
      const request = { email: input.email, role: input.role, user_id };
      await recordOwnAct(tx, by, { operation: 'people.invite', subject: name ?? input.email, request });
      return makeLink(tx, link);
    });
    told();
    return success(toLink(made, request));
  });

  app.post('/auth/invitations/withdraw', async (request, reply) => {
    const by = await operator(request, reply);
    const { id } = readInput(One, request.body);
    await db.transaction(async (tx) => {
      const closed = await closeLinks(tx, eq(invitations.id, id));
      if (!closed) throw new Failure(404, 'There is no such invitation, or it was used already.');
      await recordOwnAct(tx, by, { operation: 'people.withdraw', subject: closed.name ?? closed.email ?? '' });
    });
    told();
    return success(null);
  });

  app.post('/auth/people/update', async (request, reply) => {
    const by = await operator(request, reply);
    const { id, ...given } = readInput(Update, request.body);
    const input = { id, ...Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined)) };
    const person = await db.transaction(async (tx) => {
      const { before, after } = await updatePerson(tx, input, by.id);
      const keys = Object.keys(given);
      const only = (of: object) => Object.fromEntries(Object.entries(of).filter(([key]) => keys.includes(key)));
      const act = { subject: after.name, request: given, before: only(before), after: only(after) };
      await recordOwnAct(tx, by, { operation: 'people.update', ...act });
      return after;
    });
    changed();
    return success(person);
  });

  app.post('/auth/people/password-link', async (request, reply) => {
    const by = await operator(request, reply);
    const { id } = readInput(One, request.body);
    const made = await db.transaction(async (tx) => {
      await lockPeople(tx);
      const { name, email, role, active } = await requirePerson(tx, id);
      if (!active)
        throw new Failure(409, 'This person was deactivated. Activate them first.', { reason: 'deactivated' });
      await closeLinks(tx, and(eq(invitations.personId, id), eq(invitations.kind, 'password')));
      await recordOwnAct(tx, by, { operation: 'people.passwordLink', subject: name });
      return makeLink(tx, { kind: 'password', email, name, role, personId: id, invitedBy: by.id });
    });
    told();
    return success(toLink(made, request));
  });

  app.post('/auth/people/end-session', async (request, reply) => {
    const by = await operator(request, reply);
    const { id, session_id } = readInput(EndSession, request.body);
    await db.transaction(async (tx) => {
      const { name } = await requirePerson(tx, id);
      const which = session_id === undefined ? undefined : eq(sessionTable.id, session_id);
      const gone = await tx
        .delete(sessionTable)
        .where(and(eq(sessionTable.userId, id), which))
        .returning({ id: sessionTable.id });
      if (gone.length === 0 && session_id === undefined) return;
      if (gone.length === 0) throw new Failure(404, 'There is no such session, or it has ended already.');
      await recordOwnAct(tx, by, { operation: 'people.endSession', subject: name });
    });
    changed();
    return success(null);
  });
}

/** At the address by which the operator came, which the guard has checked. */
function toLink(
  { id, token, expiresAt }: { id: string; token: string; expiresAt: Date },
  request: FastifyRequest,
): MadeLink {
  return { id, link: `${request.headers.origin ?? ''}${linkPath(token)}`, expires_at: expiresAt.toISOString() };
}
