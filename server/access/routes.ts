import { APIError } from 'better-auth/api';
import { eq } from 'drizzle-orm';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import * as z from 'zod';
import { recordOwnAct } from '#server/acts/record.ts';
import type { Db } from '#server/db/open.ts';
import { persons, sessions as sessionTable } from '#server/db/schema.ts';
import { Failure } from '#server/gateway/failure.ts';
import { allowedTo } from '#server/gateway/operations.ts';
import type { Permission } from '#src/api/wire/operations.ts';
import { type ConsoleRole, consoleRoles, type Session } from '#src/api/wire/session.ts';
import type { createAttempts } from './attempts.ts';
import type { Auth } from './auth.ts';
import { demoPerson } from './demo.ts';
import { email, newPassword, password, readInput } from './input.ts';
import { acceptLink, readLink } from './links.ts';
import { isSetUp } from './people.ts';
import { headersOf, type Person, passCookies, type Sessions } from './session.ts';

export interface AccessParts {
  db: Db;
  auth: Auth;
  sessions: Sessions;
  attempts: ReturnType<typeof createAttempts>;
  /** Demo people may be signed in by one click. */
  demo: boolean;
  version: string;
  /** In which CallPage writes its times. */
  timeZone: string;
  /** Is called when sessions ended, or people changed. */
  ended: () => void;
  /** Is called when an act was recorded. */
  told: () => void;
  /** The number of the newest act. */
  newest: () => Promise<number>;
}

const SignIn = z.strictObject({ email, password });
const Demo = z.strictObject({ role: z.enum(consoleRoles, { error: `Send one of ${consoleRoles.join(', ')}.` }) });
const SignOut = z.strictObject({ everywhere: z.boolean().default(false) });
const Password = z.strictObject({ current_password: password, new_password: newPassword });
const token = z.string().max(100);
const LinkToken = z.strictObject({ token });
const Accept = z.strictObject({
  token,
  password: newPassword,
  name: z.string().max(200).optional(),
  email: z.string().max(300).optional(),
});

/** Coming in and going out: `/auth/session`, `sign-in`, `demo`, `sign-out`, `password`, `link/…`. */
export function addSessionRoutes(
  app: FastifyInstance,
  { db, auth, sessions, attempts, demo, version, timeZone, ended, told, newest }: AccessParts,
): void {
  app.get('/auth/session', async (request, reply) =>
    success(await sessionOf((await sessions.find(request, reply))?.person)),
  );

  app.post('/auth/sign-in', async (request, reply) => {
    const body = readInput(SignIn, request.body);
    const { headers } = await attempts.trying(request.ip, body.email, () =>
      auth.api.signInEmail({ body, headers: headersOf(request), returnHeaders: true }).catch(asWrongCredentials),
    );
    return welcome(request, reply, headers, eq(persons.email, body.email));
  });

  app.post('/auth/demo', async (request, reply) => {
    if (!demo) throw new Failure(404, 'There are demo people in the sandbox only.');
    const { role } = readInput(Demo, request.body);
    return signInDirectly(request, reply, await demoPerson(db, role));
  });

  app.post('/auth/sign-out', async (request, reply) => {
    const { everywhere } = readInput(SignOut, request.body);
    const signed = await sessions.find(request);
    if (signed && everywhere) await endAll(signed.person);
    else if (signed) await sessions.end(signed.token);
    const { headers } = await auth.api.signOut({ headers: headersOf(request), returnHeaders: true });
    passCookies(headers, reply);
    if (signed) ended();
    return success(null);
  });

  app.post('/auth/password', async (request, reply) => {
    const { person } = await sessions.require(request);
    const body = readInput(Password, request.body);
    const { headers } = await attempts.trying(request.ip, person.email, () =>
      auth.api
        .changePassword({
          body: { currentPassword: body.current_password, newPassword: body.new_password, revokeOtherSessions: true },
          headers: headersOf(request),
          returnHeaders: true,
        })
        .catch(asWrongCredentials),
    );
    await db.transaction((tx) =>
      recordOwnAct(tx, person, { operation: 'people.changePassword', subject: person.name }),
    );
    told();
    passCookies(headers, reply);
    // The browser has the cookie of its new session before its pages ask what became of the old one.
    reply.raw.once('finish', ended);
    return success(null);
  });

  app.post('/auth/link/read', async (request) => {
    const read = () => readLink(db, readInput(LinkToken, request.body).token);
    return success(await attempts.trying(request.ip, undefined, read));
  });

  app.post('/auth/link/accept', async (request, reply) => {
    const input = readInput(Accept, request.body);
    const { name, email, ...rest } = input;
    const accepting = { ...rest, ...(name !== undefined && { name }), ...(email !== undefined && { email }) };
    const personId = await attempts.trying(request.ip, undefined, () => acceptLink(db, auth, accepting));
    ended();
    told();
    return signInDirectly(request, reply, personId);
  });

  async function endAll(person: Person) {
    await db.transaction(async (tx) => {
      await tx.delete(sessionTable).where(eq(sessionTable.userId, person.id));
      await recordOwnAct(tx, person, { operation: 'people.signOutEverywhere', subject: person.name });
    });
    told();
  }

  async function signInDirectly(request: FastifyRequest, reply: FastifyReply, personId: string) {
    const { headers } = await auth.api
      .signInDirectly({ body: { personId }, headers: headersOf(request), returnHeaders: true })
      .catch((error: unknown) => {
        if (!isRefusal(error)) throw error;
        const message = 'This person was deactivated. An operator of the console can activate them again.';
        throw new Failure(403, message, { reason: 'deactivated' });
      });
    return welcome(request, reply, headers, eq(persons.id, personId));
  }

  /** A session that the browser came with has ended now: nobody goes on with a cookie from before the sign-in. */
  async function welcome(request: FastifyRequest, reply: FastifyReply, headers: Headers, who: ReturnType<typeof eq>) {
    const earlier = await sessions.find(request);
    if (earlier) {
      await sessions.end(earlier.token);
      ended();
    }
    passCookies(headers, reply);
    const [person] = await db.select().from(persons).where(who);
    return success(await sessionOf(person));
  }

  async function sessionOf(person?: Person): Promise<Session> {
    const common = { demo: demo ? [...consoleRoles] : [], version, time_zone: timeZone };
    if (!person) return { person: null, can: [], set_up: !(await isSetUp(db)), seq: 0, ...common };
    const { id, name, email, role, callpageUserId } = person;
    const signedIn = { id, name, email, role, user_id: callpageUserId };
    const can = permissionsOf(role, callpageUserId);
    return { person: signedIn, can, set_up: false, seq: await newest(), ...common };
  }
}

function permissionsOf(role: ConsoleRole, callpageUserId: number | null): Permission[] {
  const can: Permission[] = allowedTo(role);
  if (callpageUserId !== null && can.includes('managers.update')) can.push('me');
  if (role !== 'manager') can.push('team');
  if (role === 'operator') can.push('people', 'activity', 'doNotCall');
  return can;
}

/** What says 5xx is no word on who somebody is: the database may be away. */
function isRefusal(error: unknown): boolean {
  return error instanceof APIError && error.statusCode < 500;
}

/** Whether there is such an account, and what is wrong with it, is nobody's business. */
function asWrongCredentials(error: unknown): never {
  if (!isRefusal(error)) throw error;
  throw new Failure(403, 'The email or the password is wrong.', { reason: 'wrong_credentials' });
}

export function success<Data>(data: Data) {
  return { hasError: false, data };
}
