import * as z from 'zod/mini';
import { nullable, numeric } from './primitives.ts';

/** A person's role in the console. CallPage's own `manager` role is another thing. */
export const consoleRoles = ['operator', 'support', 'manager'] as const;
export type ConsoleRole = (typeof consoleRoles)[number];
export const ConsoleRole = z.enum(consoleRoles);

/** Who is signed in. Instants of the console's own are ISO 8601 in UTC. */
export const SignedIn = z.looseObject({
  id: z.string(),
  name: z.string(),
  email: z.string(),
  role: ConsoleRole,
  /** The CallPage user that this person is; what a manager may see and switch hangs on it. */
  user_id: nullable(numeric),
});
export type SignedIn = z.infer<typeof SignedIn>;

/** `GET /auth/session`, which answers 200 to everybody, so that the sign-in page knows what to offer. */
export const Session = z.looseObject({
  /** null: nobody is signed in */
  person: nullable(SignedIn),
  /** The `Permission`s of this person. */
  can: z.array(z.string()),
  /** Demo people that one click signs in; empty outside the sandbox. */
  demo: z.array(ConsoleRole),
  /** Nobody can sign in yet: the first operator follows the link in the server's log. */
  set_up: z.boolean(),
  /** Of the newest act that this answer knows of; `GET /events` tells what came after it. 0 where nobody is signed in. */
  seq: z.number(),
  /** IANA: the zone in which CallPage writes its times, which name none. */
  time_zone: z.string(),
  /** Of the server. Another one than the page was built from: a new version is available. */
  version: z.string(),
});
export type Session = z.infer<typeof Session>;

export interface SignInInput {
  email: string;
  password: string;
}

export interface DemoInput {
  role: ConsoleRole;
}

export interface SignOutInput {
  /** On every device, not on this one alone. */
  everywhere?: boolean;
}

/** Every other session of the person ends. */
export interface PasswordInput {
  current_password: string;
  new_password: string;
}

/** Both ends included; every character counts, spaces too. */
export const passwordLength = { min: 12, max: 128 } as const;

/** What a link is for: to become somebody, to become the first operator, or to choose a new password. */
const LinkKind = z.enum(['invitation', 'set_up', 'password']);

/** What stands behind a link that is still good. `email` and `name` are null where the person chooses them. */
export const Link = z.looseObject({
  kind: LinkKind,
  email: nullable(z.string()),
  name: nullable(z.string()),
  role: ConsoleRole,
  expires_at: z.string(),
});
export type Link = z.infer<typeof Link>;

/** The part of the link after `#`, which no server and no log sees. */
export interface LinkInput {
  token: string;
}

/** `name` for an invitation, `name` and `email` for the set-up; what the link says already is not sent. */
export interface AcceptInput extends LinkInput {
  password: string;
  name?: string;
  email?: string;
}
