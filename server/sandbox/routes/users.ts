import { and, asc, count, eq, sql } from 'drizzle-orm';
import { parsePhoneNumberFromString } from 'libphonenumber-js';
import * as z from 'zod';
import { users } from '#server/db/schema.ts';
import { notFound } from '#server/sandbox/errors.ts';
import { accepts, filledText, flag, id, optionalEmail, paging, tel } from '#server/sandbox/inputs.ts';
import { type Route, route } from '#server/sandbox/route.ts';
import { timestamp } from '#server/sandbox/times.ts';
import { roleSlugs, type UserCreateInput, type UserUpdateInput } from '#src/api/wire/users.ts';
import { limits } from '#src/domain/limits.ts';

const v1 = '/api/v1/external/users';

const fields = {
  name: filledText(limits.name),
  tel,
  email: optionalEmail,
  role: z.enum(roleSlugs, { error: `Send one of ${roleSlugs.join(', ')}.` }).optional(),
  enabled: flag.optional(),
};

/** The API documents no scope for users: they follow the rights of the key's own user. */
const scope = null;

export const userRoutes: Route[] = [
  route({
    operation: 'users.list',
    method: 'GET',
    path: `${v1}/all`,
    scope,
    input: z.object(paging),
    async handle({ limit, offset }, { db }) {
      const rows = await db.select().from(users).orderBy(asc(users.id)).limit(limit).offset(offset);
      const [total] = await db.select({ count: count() }).from(users);
      return { data: rows.map(userBody), meta: { count: total?.count ?? 0, limit, offset } };
    },
  }),

  route({
    operation: 'users.get',
    method: 'GET',
    path: `${v1}/get`,
    scope,
    input: z
      .object({ id: id.optional(), email: z.string({ error: 'Send one email address.' }).optional() })
      .refine((input) => input.id !== undefined || input.email !== undefined, {
        path: ['id'],
        error: 'Send an id or an email.',
      }),
    async handle(input, { db }) {
      const [row] = await db
        .select()
        .from(users)
        .where(
          and(
            input.id === undefined ? undefined : eq(users.id, input.id),
            input.email === undefined ? undefined : sql`lower(${users.email}) = lower(${input.email})`,
          ),
        );
      if (row === undefined) throw notFound(`There is no user ${input.id ?? input.email}.`);
      return { data: userBody(row) };
    },
  }),

  route({
    operation: 'users.create',
    method: 'POST',
    path: `${v1}/create`,
    scope,
    input: accepts<UserCreateInput>()(z.object(fields)),
    async handle({ role = 'manager', ...input }, { db, now }) {
      const [created] = await db
        .insert(users)
        .values({ ...input, role, createdAt: now() })
        .returning({ id: users.id });
      return { data: created };
    },
  }),

  route({
    operation: 'users.update',
    method: 'POST',
    path: `${v1}/update`,
    scope,
    input: accepts<UserUpdateInput>()(z.object({ id, ...fields })),
    async handle({ id, ...input }, { db }) {
      // What is undefined is left as it is.
      const [updated] = await db.update(users).set(input).where(eq(users.id, id)).returning({ id: users.id });
      if (updated === undefined) throw notFound(`There is no user ${id}.`);
      return { data: updated };
    },
  }),

  route({
    operation: 'users.delete',
    method: 'POST',
    path: `${v1}/delete`,
    scope,
    input: z.object({ id }),
    async handle({ id }, { db }) {
      const deleted = await db.delete(users).where(eq(users.id, id)).returning({ id: users.id });
      if (deleted.length === 0) throw notFound(`There is no user ${id}.`);
      return { data: null };
    },
  }),
];

function userBody(row: typeof users.$inferSelect) {
  const activatedAt = timestamp(row.activatedAt);
  return {
    id: row.id,
    name: row.name,
    email: row.email,
    tel: row.tel,
    tel_formatted: formatted(row.tel),
    tel_extension: row.telExtension,
    enabled: row.enabled,
    last_online: timestamp(row.lastOnline),
    parent_id: row.parentId,
    activated_at: activatedAt,
    role: { slug: row.role },
    avatar: row.avatar,
    caller_id: activatedAt === null ? null : { id: row.id, activated_at: activatedAt, updated_at: activatedAt },
  };
}

/** As it is written in its country's international form. */
export function formatted(tel: string): string {
  return parsePhoneNumberFromString(tel)?.formatInternational() ?? tel;
}
