import { APIError } from 'better-auth/api';
import { eq, lt, sql } from 'drizzle-orm';
import type { FastifyReply, FastifyRequest } from 'fastify';
import * as z from 'zod';
import type { Db } from '#server/db/open.ts';
import { sessions } from '#server/db/schema.ts';
import { Failure } from '#server/gateway/failure.ts';
import { consoleRoles } from '#src/api/wire/session.ts';
import { type Auth, addressHeader } from './auth.ts';

const Found = z.object({
  session: z.object({ id: z.string(), token: z.string(), createdAt: z.date() }),
  user: z
    .object({
      id: z.string(),
      name: z.string(),
      email: z.string(),
      role: z.enum(consoleRoles),
      callpageUserId: z.number().nullish(),
      deactivatedAt: z.date().nullish(),
    })
    .transform(({ callpageUserId, ...user }) => ({ ...user, callpageUserId: callpageUserId ?? null })),
});

/** Who asks, and by which session. */
export type Person = Pick<z.output<typeof Found>['user'], 'id' | 'name' | 'email' | 'role' | 'callpageUserId'>;
export interface Signed {
  id: string;
  token: string;
  person: Person;
}

export type Sessions = ReturnType<typeof createSessions>;

/** Finds whose request it is, anew for each: what was ended or changed a moment ago counts at once. */
export function createSessions(auth: Auth, db: Db, maxHours: number) {
  /**
   * Using a session keeps it alive where `reply` is given, which then carries the cookie's new end; not what an open page
   * asks by itself, with nobody in front of it.
   */
  async function find(request: FastifyRequest, reply?: FastifyReply): Promise<Signed | undefined> {
    if (!request.headers.cookie) return undefined;
    const used = reply && request.headers['x-callpage-away'] === undefined;
    const query = used ? {} : { disableRefresh: true };
    const answer = await auth.api
      .getSession({ headers: headersOf(request), query, returnHeaders: true })
      .catch(endedMeanwhile);
    const found = Found.safeParse(answer?.response);
    if (!found.success || found.data.user.deactivatedAt) return undefined;
    const { session, user } = found.data;
    if (Date.now() - session.createdAt.getTime() >= maxHours * 3_600_000) {
      await end(session.token);
      return undefined;
    }
    if (used && answer) passCookies(answer.headers, reply);
    const { id, name, email, role, callpageUserId } = user;
    return { id: session.id, token: session.token, person: { id, name, email, role, callpageUserId } };
  }

  async function require(request: FastifyRequest, reply?: FastifyReply): Promise<Signed> {
    const signed = await find(request, reply);
    if (!signed) throw new Failure(401, 'You are not signed in, or your session has ended.', { reason: 'signed_out' });
    return signed;
  }

  async function end(token: string): Promise<void> {
    await db.delete(sessions).where(eq(sessions.token, token));
  }

  /** Who never comes back is nobody whose address is to be kept. */
  async function forgetOld(): Promise<void> {
    await db.delete(sessions).where(lt(sessions.expiresAt, sql`now()`));
  }

  return { find, require, end, forgetOld };
}

/** A session may be ended while it is looked at. That it could not be looked at says nothing about it. */
function endedMeanwhile(error: unknown): undefined {
  if (!(error instanceof APIError && error.status === 'UNAUTHORIZED')) throw error;
}

/** What better-auth is told of a request: nothing that the browser could write but its cookie and its name. */
export function headersOf({ headers, ip }: FastifyRequest): Headers {
  return new Headers({
    cookie: headers.cookie ?? '',
    'user-agent': (headers['user-agent'] ?? '').slice(0, 300),
    [addressHeader]: ip,
  });
}

export function passCookies(headers: Headers, reply: FastifyReply): void {
  const cookies = headers.getSetCookie();
  if (cookies.length > 0) reply.header('Set-Cookie', cookies);
}

/** Refuses whoever is not an operator, with the reason. */
export function requireOperator({ person }: Signed): Person {
  if (person.role === 'operator') return person;
  throw notAllowed();
}

export function notAllowed(): Failure {
  return new Failure(403, 'Your role does not allow this. An operator of the console can do it, or change your role.', {
    reason: 'not_allowed',
  });
}
