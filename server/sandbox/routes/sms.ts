import { and, eq } from 'drizzle-orm';
import * as z from 'zod';
import type { Db } from '#server/db/open.ts';
import { smsMessages } from '#server/db/schema.ts';
import { accepts, filledText, flag, id } from '#server/sandbox/inputs.ts';
import { defaultSms, smsIds } from '#server/sandbox/messages.ts';
import { type Context, type Route, route } from '#server/sandbox/route.ts';
import { timestamp } from '#server/sandbox/times.ts';
import type { ResetInput, SmsInput } from '#src/api/wire/sms.ts';
import { limits } from '#src/domain/limits.ts';
import { requireWidget } from './assignments.ts';

const v1 = '/api/v1/external/sms';

const messageId = z.enum(smsIds, { error: `Send one of ${smsIds.join(', ')}.` });

const message = accepts<SmsInput>()(
  z.object({ widget_id: id, message_id: messageId, text: filledText(limits.sms), enabled: flag.optional() }),
);

export const smsRoutes: Route[] = [
  route({
    operation: 'sms.list',
    method: 'GET',
    path: `${v1}/all`,
    scope: 'sms.view',
    input: z.object({ widget_id: id }),
    async handle({ widget_id }, { db }) {
      const widget = await requireWidget(db, widget_id);
      const rows = await db.select().from(smsMessages).where(eq(smsMessages.widgetId, widget_id));
      const customised = new Map(rows.map((row) => [row.messageId, row]));
      const data = defaultSms(widget.localeCode).map((standard) => {
        const { messageId, enabled, text, updatedAt } = {
          updatedAt: null,
          ...standard,
          ...customised.get(standard.messageId),
        };
        return { message_id: messageId, enabled, text, updated_at: timestamp(updatedAt) };
      });
      return { data };
    },
  }),

  route({
    operation: 'sms.create',
    method: 'POST',
    path: `${v1}/create`,
    scope: 'sms.edit',
    input: message,
    handle: (input, context) => save({ ...input, enabled: input.enabled ?? true }, context),
  }),

  route({
    operation: 'sms.update',
    method: 'POST',
    path: `${v1}/update`,
    scope: 'sms.edit',
    input: message,
    handle: save,
  }),

  route({
    operation: 'sms.reset',
    method: 'POST',
    path: `${v1}/reset`,
    scope: 'sms.edit',
    input: accepts<ResetInput>()(z.object({ widget_id: id, message_id: messageId.optional() })),
    async handle({ widget_id, message_id }, { db }) {
      await requireWidget(db, widget_id);
      await db
        .delete(smsMessages)
        .where(
          and(
            eq(smsMessages.widgetId, widget_id),
            message_id === undefined ? undefined : eq(smsMessages.messageId, message_id),
          ),
        );
      return { data: null };
    },
  }),
];

/** Creates or updates, whichever it is: the sandbox takes either for either. `enabled` left out stays as it is. */
function save({ widget_id, message_id, text, enabled }: SmsInput, { db, now }: Context) {
  return db.transaction(async (tx: Db) => {
    const widget = await requireWidget(tx, widget_id);
    const standard = defaultSms(widget.localeCode).find((one) => one.messageId === message_id);
    const [saved] = await tx
      .insert(smsMessages)
      .values({
        widgetId: widget_id,
        messageId: message_id,
        text,
        enabled: enabled ?? standard?.enabled ?? true,
        updatedAt: now(),
      })
      .onConflictDoUpdate({
        target: [smsMessages.widgetId, smsMessages.messageId],
        set: { text, enabled, updatedAt: now() },
      })
      .returning({ id: smsMessages.id });
    return { data: saved };
  });
}
