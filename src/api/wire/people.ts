import * as z from 'zod/mini';
import { nullable, numeric } from './primitives.ts';
import { ConsoleRole } from './session.ts';

/** Somebody who may use the console. Nobody is ever deleted: the trail names them. */
export const Person = z.looseObject({
  id: z.string(),
  name: z.string(),
  email: z.string(),
  role: ConsoleRole,
  /** The CallPage user that this person is. */
  user_id: nullable(numeric),
  /** false: was deactivated, has no session and gets none */
  active: z.boolean(),
  created_at: z.string(),
  /** null: never signed in, or not for as long as sessions are kept */
  last_seen_at: nullable(z.string()),
  /** How many are open. */
  sessions: numeric,
});
export type Person = z.infer<typeof Person>;

/** An invitation that waits; one that was used, withdrawn or has expired is not listed. */
export const Invitation = z.looseObject({
  id: z.string(),
  email: z.string(),
  name: nullable(z.string()),
  role: ConsoleRole,
  user_id: nullable(numeric),
  /** The person's name. */
  invited_by: nullable(z.string()),
  created_at: z.string(),
  expires_at: z.string(),
});
export type Invitation = z.infer<typeof Invitation>;

/** The link is told once, here: the server keeps a hash of it. */
export const MadeLink = z.looseObject({ id: z.string(), link: z.string(), expires_at: z.string() });
export type MadeLink = z.infer<typeof MadeLink>;

export const PersonSession = z.looseObject({
  id: z.string(),
  created_at: z.string(),
  last_seen_at: z.string(),
  expires_at: z.string(),
  address: nullable(z.string()),
  user_agent: nullable(z.string()),
  /** The one that asks. */
  current: z.boolean(),
});
export type PersonSession = z.infer<typeof PersonSession>;

/** A `manager` must name the CallPage user; for the others it may be left out. */
export interface InviteInput {
  email: string;
  role: ConsoleRole;
  name?: string;
  user_id?: number | null;
}

/** What is left out stays as it is. `active: false` ends every session at once. */
export interface PersonUpdateInput {
  id: string;
  name?: string;
  role?: ConsoleRole;
  user_id?: number | null;
  active?: boolean;
}

/** Without a `session_id`, every session of the person. */
export interface EndSessionInput {
  id: string;
  session_id?: string;
}
