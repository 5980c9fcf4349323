import * as z from 'zod/mini';
import { flag, nullable, numeric, text, timestamp } from './primitives.ts';

export const roleSlugs = ['owner', 'admin', 'manager'] as const;
export type RoleSlug = (typeof roleSlugs)[number];

/** A user without an email takes calls and cannot sign in. */
export const User = z.looseObject({
  id: numeric,
  name: text,
  email: nullable(z.string()),
  tel: text,
  tel_formatted: z.optional(nullable(z.string())),
  tel_extension: z.optional(nullable(z.string())),
  /** not in the vendor's documents, which take it as an input: some answers tell it */
  enabled: z.optional(flag),
  last_online: nullable(timestamp),
  parent_id: nullable(numeric),
  activated_at: nullable(timestamp),
  role: nullable(z.looseObject({ slug: z.string() })),
  avatar: nullable(z.string()),
  caller_id: nullable(
    z.looseObject({ id: numeric, activated_at: nullable(timestamp), updated_at: nullable(timestamp) }),
  ),
});
export type User = z.infer<typeof User>;

export interface UserCreateInput {
  name: string;
  tel: string;
  email?: string | null;
  role?: RoleSlug;
  enabled?: boolean;
}

export interface UserUpdateInput extends UserCreateInput {
  id: number;
}
