import { betterAuth } from 'better-auth';
import { drizzleAdapter } from 'better-auth/adapters/drizzle';
import { APIError, createAuthEndpoint } from 'better-auth/api';
import { setSessionCookie } from 'better-auth/cookies';
import { eq } from 'drizzle-orm';
import * as z from 'zod';
import type { Db } from '#server/db/open.ts';
import { accounts, persons, sessions, verifications } from '#server/db/schema.ts';
import { passwordLength } from '#src/api/wire/session.ts';

export interface AuthConfig {
  db: Db;
  /** Signs the cookie. 32 characters or more, the same in every process on one database. */
  secret: string;
  /** A session that is not used for so long ends. */
  idleMinutes: number;
  /** The browser sends the cookie over TLS only. */
  secureCookie: boolean;
}

/** Whence a request came, as the server itself saw it: better-auth would believe a header of the browser's. */
export const addressHeader = 'x-console-address';

export type Auth = ReturnType<typeof createAuth>;

/**
 * better-auth on the console's own tables. None of its own endpoints is reachable from outside: the console's routes
 * call the few that they need.
 */
export function createAuth({ db, secret, idleMinutes, secureCookie }: AuthConfig) {
  return betterAuth({
    baseURL: 'http://localhost',
    secret,
    database: drizzleAdapter(db, {
      provider: 'pg',
      schema: { user: persons, session: sessions, account: accounts, verification: verifications },
    }),
    user: {
      additionalFields: {
        role: { type: 'string', input: false },
        callpageUserId: { type: 'number', required: false, input: false },
        deactivatedAt: { type: 'date', required: false, input: false },
      },
    },
    emailAndPassword: {
      enabled: true,
      disableSignUp: true,
      minPasswordLength: passwordLength.min,
      maxPasswordLength: passwordLength.max,
    },
    session: {
      expiresIn: idleMinutes * 60,
      updateAge: Math.min(300, idleMinutes * 6),
      cookieCache: { enabled: false },
    },
    advanced: {
      // Over TLS no other host of the same domain, and no page without TLS, can plant one of this name. better-auth's own
      // prefix (`useSecureCookies`) promises less.
      cookiePrefix: secureCookie ? '__Host-console' : 'console',
      useSecureCookies: false,
      defaultCookieAttributes: { httpOnly: true, sameSite: 'lax', path: '/', secure: secureCookie },
      ipAddress: { ipAddressHeaders: [addressHeader] },
    },
    databaseHooks: { session: { create: { before: async ({ userId }) => (await isActive(db, userId)) && undefined } } },
    plugins: [signsInDirectly],
    // The console counts tries itself, in the database, by address and by account.
    rateLimit: { enabled: false },
    telemetry: { enabled: false },
    logger: { disabled: true },
  });
}

/** Signs in somebody whom the console knows by other means than a password: a demo person, or the holder of a link. */
const signsInDirectly = {
  id: 'console',
  endpoints: {
    signInDirectly: createAuthEndpoint(
      '/console/sign-in',
      { method: 'POST', body: z.object({ personId: z.string() }), requireHeaders: true },
      async (ctx) => {
        const user = await ctx.context.internalAdapter.findUserById(ctx.body.personId);
        const session = user && (await ctx.context.internalAdapter.createSession(user.id));
        if (!session) throw new APIError('FORBIDDEN');
        await setSessionCookie(ctx, { session, user });
        return ctx.json({ token: session.token });
      },
    ),
  },
};

async function isActive(db: Db, id: string): Promise<boolean> {
  const [person] = await db.select({ at: persons.deactivatedAt }).from(persons).where(eq(persons.id, id));
  return person !== undefined && person.at === null;
}
