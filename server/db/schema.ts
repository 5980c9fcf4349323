import { sql } from 'drizzle-orm';
import {
  type AnyPgColumn,
  boolean,
  index,
  integer,
  jsonb,
  pgEnum,
  pgTable,
  primaryKey,
  serial,
  text,
  timestamp,
  unique,
  uniqueIndex,
} from 'drizzle-orm/pg-core';
import { callStatuses } from '#src/api/wire/calls.ts';
import type { BusinessTimeInput } from '#src/api/wire/managers.ts';
import { roleSlugs } from '#src/api/wire/users.ts';
import type { WidgetSetting } from '#src/api/wire/widgets.ts';

/** A rule of business hours as it was sent: keys the sandbox does not know stay on it. */
export type StoredBusinessTime = BusinessTimeInput & Record<string, unknown>;

export const roleSlug = pgEnum('role_slug', roleSlugs);
export const callStatus = pgEnum('call_status', callStatuses);

const instant = (name: string) => timestamp(name, { withTimezone: true });

export const users = pgTable(
  'users',
  {
    id: serial('id').primaryKey(),
    name: text('name').notNull(),
    email: text('email'),
    tel: text('tel').notNull(),
    telExtension: text('tel_extension'),
    role: roleSlug('role').notNull(),
    enabled: boolean('enabled').notNull().default(true),
    avatar: text('avatar'),
    /** The person who invited this one. */
    parentId: integer('parent_id').references((): AnyPgColumn => users.id, { onDelete: 'set null' }),
    createdAt: instant('created_at').notNull(),
    activatedAt: instant('activated_at'),
    lastOnline: instant('last_online'),
  },
  (table) => [uniqueIndex('users_email_unique').on(sql`lower(${table.email})`)],
);

export const widgets = pgTable('widgets', {
  id: serial('id').primaryKey(),
  url: text('url').notNull(),
  description: text('description').notNull(),
  enabled: boolean('enabled').notNull().default(true),
  localeCode: text('locale_code').notNull(),
  installedAt: instant('installed_at'),
  companySmsName: text('company_sms_name'),
  widgetCode: text('widget_code').notNull(),
  settings: jsonb('settings').$type<WidgetSetting[]>(),
  /** Counted in the transaction that records a call, so that a page of 1,000 widgets needs no counting. */
  callRequestsCount: integer('call_requests_count').notNull().default(0),
});

/** A user on a widget: the API's "manager". */
export const assignments = pgTable(
  'assignments',
  {
    id: serial('id').primaryKey(),
    widgetId: integer('widget_id')
      .notNull()
      .references(() => widgets.id, { onDelete: 'cascade' }),
    userId: integer('user_id')
      .notNull()
      .references(() => users.id, { onDelete: 'cascade' }),
    enabled: boolean('enabled').notNull(),
    businessTimes: jsonb('business_times').$type<StoredBusinessTime[]>().notNull(),
  },
  (table) => [
    unique('assignments_widget_user_unique').on(table.widgetId, table.userId),
    index('assignments_user_index').on(table.userId),
  ],
);

export const departments = pgTable('departments', {
  id: serial('id').primaryKey(),
  name: text('name').notNull().unique(),
});

export const assignmentDepartments = pgTable(
  'assignment_departments',
  {
    assignmentId: integer('assignment_id')
      .notNull()
      .references(() => assignments.id, { onDelete: 'cascade' }),
    departmentId: integer('department_id')
      .notNull()
      .references(() => departments.id, { onDelete: 'cascade' }),
  },
  (table) => [
    primaryKey({ columns: [table.assignmentId, table.departmentId] }),
    index('assignment_departments_department_index').on(table.departmentId),
  ],
);

/** Customised messages alone: a message without a row is the default of its widget's language. */
export const smsMessages = pgTable(
  'sms_messages',
  {
    id: serial('id').primaryKey(),
    widgetId: integer('widget_id')
      .notNull()
      .references(() => widgets.id, { onDelete: 'cascade' }),
    messageId: text('message_id').notNull(),
    enabled: boolean('enabled').notNull(),
    text: text('text').notNull(),
    updatedAt: instant('updated_at').notNull(),
  },
  (table) => [unique('sms_messages_widget_message_unique').on(table.widgetId, table.messageId)],
);

/** Customised messages alone, as with SMS. */
export const voiceMessages = pgTable(
  'voice_messages',
  {
    id: serial('id').primaryKey(),
    widgetId: integer('widget_id')
      .notNull()
      .references(() => widgets.id, { onDelete: 'cascade' }),
    messageId: text('message_id').notNull(),
    enabled: boolean('enabled').notNull(),
    recordingUrl: text('recording_url'),
    updatedAt: instant('updated_at').notNull(),
  },
  (table) => [unique('voice_messages_widget_message_unique').on(table.widgetId, table.messageId)],
);

export const calls = pgTable(
  'calls',
  {
    id: serial('id').primaryKey(),
    widgetId: integer('widget_id')
      .notNull()
      .references(() => widgets.id, { onDelete: 'cascade' }),
    departmentId: integer('department_id').references(() => departments.id, { onDelete: 'set null' }),
    /** Who was asked for, or who answered. */
    userId: integer('user_id').references(() => users.id, { onDelete: 'set null' }),
    tel: text('tel').notNull(),
    status: callStatus('status').notNull(),
    createdAt: instant('created_at').notNull(),
    scheduledAt: instant('scheduled_at'),
    cancelledAt: instant('cancelled_at'),
    durationSeconds: integer('duration_seconds'),
    feedbackRating: integer('feedback_rating'),
    referer: text('referer'),
    incomingNumberId: integer('incoming_number_id'),
    hidden: boolean('hidden').notNull().default(false),
    /** Answers of the visitor by field name. */
    fields: jsonb('fields').$type<Record<string, FieldValue>>().notNull().default({}),
  },
  (table) => [
    index('calls_created_index').on(table.createdAt, table.id),
    index('calls_widget_index').on(table.widgetId, table.createdAt),
    index('calls_user_index').on(table.userId),
    index('calls_department_index').on(table.departmentId),
  ],
);

export type FieldValue = string | number | boolean | null;

export const tags = pgTable('tags', {
  id: serial('id').primaryKey(),
  name: text('name').notNull().unique(),
});

export const callTags = pgTable(
  'call_tags',
  {
    callId: integer('call_id')
      .notNull()
      .references(() => calls.id, { onDelete: 'cascade' }),
    tagId: integer('tag_id')
      .notNull()
      .references(() => tags.id, { onDelete: 'cascade' }),
  },
  (table) => [primaryKey({ columns: [table.callId, table.tagId] }), index('call_tags_tag_index').on(table.tagId)],
);

export * from './access-schema.ts';
