import { sql } from 'drizzle-orm';
import {
  bigint,
  boolean,
  index,
  integer,
  jsonb,
  pgEnum,
  pgTable,
  serial,
  text,
  timestamp,
  uniqueIndex,
} from 'drizzle-orm/pg-core';
import { actEntities, actStates } from '#src/api/wire/activity.ts';
import { consoleRoles } from '#src/api/wire/session.ts';

/** The console's own tables. better-auth reads and writes the first four; the names of their fields are its own. */

export const consoleRole = pgEnum('console_role', consoleRoles);
export const linkKind = pgEnum('link_kind', ['invitation', 'set_up', 'password']);
export const actState = pgEnum('act_state', actStates);
export const actEntity = pgEnum('act_entity', actEntities);

const instant = (name: string) => timestamp(name, { withTimezone: true });

/** Somebody who may use the console. Never deleted: the trail names them. */
export const persons = pgTable(
  'person',
  {
    id: text('id').primaryKey(),
    name: text('name').notNull(),
    email: text('email').notNull(),
    emailVerified: boolean('email_verified').notNull().default(false),
    image: text('image'),
    role: consoleRole('role').notNull(),
    /** The CallPage user that this person is. CallPage keeps those, so nothing here refers to a table. */
    callpageUserId: integer('callpage_user_id'),
    deactivatedAt: instant('deactivated_at'),
    createdAt: instant('created_at').notNull().defaultNow(),
    updatedAt: instant('updated_at').notNull().defaultNow(),
  },
  (table) => [uniqueIndex('person_email_unique').on(sql`lower(${table.email})`)],
);

export const sessions = pgTable(
  'session',
  {
    id: text('id').primaryKey(),
    token: text('token').notNull().unique(),
    userId: text('person_id')
      .notNull()
      .references(() => persons.id, { onDelete: 'cascade' }),
    expiresAt: instant('expires_at').notNull(),
    ipAddress: text('ip_address'),
    userAgent: text('user_agent'),
    createdAt: instant('created_at').notNull(),
    updatedAt: instant('updated_at').notNull(),
  },
  (table) => [index('session_person_index').on(table.userId)],
);

/** How a person proves who they are: the hash of a password. */
export const accounts = pgTable(
  'account',
  {
    id: text('id').primaryKey(),
    accountId: text('account_id').notNull(),
    providerId: text('provider_id').notNull(),
    userId: text('person_id')
      .notNull()
      .references(() => persons.id, { onDelete: 'cascade' }),
    accessToken: text('access_token'),
    refreshToken: text('refresh_token'),
    idToken: text('id_token'),
    accessTokenExpiresAt: instant('access_token_expires_at'),
    refreshTokenExpiresAt: instant('refresh_token_expires_at'),
    scope: text('scope'),
    password: text('password'),
    createdAt: instant('created_at').notNull().defaultNow(),
    updatedAt: instant('updated_at').notNull().defaultNow(),
  },
  (table) => [uniqueIndex('account_provider_unique').on(table.providerId, table.accountId)],
);

export const verifications = pgTable('verification', {
  id: text('id').primaryKey(),
  identifier: text('identifier').notNull(),
  value: text('value').notNull(),
  expiresAt: instant('expires_at').notNull(),
  createdAt: instant('created_at').notNull(),
  updatedAt: instant('updated_at').notNull(),
});

/** Links that were given out. Of a link's token the hash alone is kept. */
export const invitations = pgTable('invitation', {
  id: text('id').primaryKey(),
  kind: linkKind('kind').notNull(),
  tokenHash: text('token_hash').notNull().unique(),
  email: text('email'),
  name: text('name'),
  role: consoleRole('role').notNull(),
  callpageUserId: integer('callpage_user_id'),
  /** Whose password the link changes. */
  personId: text('person_id').references(() => persons.id),
  invitedBy: text('invited_by').references(() => persons.id),
  createdAt: instant('created_at').notNull().defaultNow(),
  expiresAt: instant('expires_at').notNull(),
  /** When it was used or withdrawn. */
  closedAt: instant('closed_at'),
});

/** Tries to sign in, counted for an address and for an account. */
export const attempts = pgTable('attempt', {
  key: text('key').primaryKey(),
  count: integer('count').notNull(),
  resetsAt: instant('resets_at').notNull(),
});

/** Numbers that are never called. A call is compared by the hash, which is keyed with the server's secret. */
export const doNotCall = pgTable('do_not_call', {
  id: serial('id').primaryKey(),
  /** As it was typed or pasted. */
  number: text('number').notNull(),
  /** ISO 3166: where it is from, should it be written without a country code. */
  country: text('country'),
  hash: text('hash').notNull().unique(),
  reason: text('reason').notNull(),
  addedBy: text('added_by')
    .notNull()
    .references(() => persons.id),
  addedAt: instant('added_at').notNull().defaultNow(),
});

/** One row for each act that changes something. Triggers of the migration let nobody rewrite what is finished. */
export const acts = pgTable(
  'act',
  {
    id: serial('id').primaryKey(),
    at: instant('at').notNull().defaultNow(),
    finishedAt: instant('finished_at'),
    personId: text('person_id').references(() => persons.id),
    personName: text('person_name').notNull(),
    operation: text('operation').notNull(),
    entity: actEntity('entity').notNull(),
    widgetId: integer('widget_id'),
    userIds: integer('user_ids').array().notNull().default([]),
    callId: bigint('call_id', { mode: 'number' }),
    messageId: text('message_id'),
    subject: text('subject'),
    state: actState('state').notNull(),
    request: jsonb('request').$type<Record<string, unknown>>(),
    before: jsonb('before').$type<Record<string, unknown>>(),
    after: jsonb('after').$type<Record<string, unknown>>(),
    confirmed: boolean('confirmed').notNull().default(false),
    /** `Idempotency-Key`, and what came with it (hashed with a secret). */
    key: text('key'),
    fingerprint: text('fingerprint'),
    /** Widget and number of a callback, hashed with a secret. */
    contact: text('contact'),
    /** The console's own word: why it refused this by itself or asked first, and of a confirmed act, what it had asked. */
    reason: text('reason'),
    /** The first answer, for whoever sends the key again. */
    status: integer('status'),
    answer: text('answer'),
    message: text('message'),
    /** In the order in which acts were finished, which is the order in which open pages are told. */
    seq: bigint('seq', { mode: 'number' }),
  },
  (table) => [
    uniqueIndex('act_key_unique').on(table.personId, table.key),
    uniqueIndex('act_seq_unique').on(table.seq),
    index('act_at_index').on(table.at),
    index('act_widget_index').on(table.widgetId),
    index('act_contact_index').on(table.contact, table.at),
    index('act_person_index').on(table.personId, table.at),
    index('act_pending_index').on(table.at).where(sql`state = 'pending'`),
  ],
);
