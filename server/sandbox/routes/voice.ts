import { and, eq } from 'drizzle-orm';
import * as z from 'zod';
import { voiceMessages } from '#server/db/schema.ts';
import { accepts, flag, id, webAddress } from '#server/sandbox/inputs.ts';
import { voiceIds } from '#server/sandbox/messages.ts';
import { type Context, type Route, route } from '#server/sandbox/route.ts';
import { timestamp } from '#server/sandbox/times.ts';
import type { ResetInput } from '#src/api/wire/sms.ts';
import type { VoiceInput } from '#src/api/wire/voice.ts';
import { requireWidget } from './assignments.ts';

const v1 = '/api/v1/external/voice';

const messageId = z.enum(voiceIds, { error: `Send one of ${voiceIds.join(', ')}.` });

const file = webAddress.refine(
  (value) => !URL.canParse(value) || /\.(?:mp3|mpga|wav)$/i.test(new URL(value).pathname),
  {
    error: 'Send the address of an .mp3, .mpga or .wav file.',
  },
);

const message = accepts<VoiceInput>()(
  z.object({ widget_id: id, message_id: messageId, enabled: flag, file: file.optional() }),
);

export const voiceRoutes: Route[] = [
  route({
    operation: 'voice.list',
    method: 'GET',
    path: `${v1}/all`,
    scope: 'voice.view',
    input: z.object({ widget_id: id }),
    async handle({ widget_id }, { db }) {
      await requireWidget(db, widget_id);
      const rows = await db.select().from(voiceMessages).where(eq(voiceMessages.widgetId, widget_id));
      const customised = new Map(rows.map((row) => [row.messageId, row]));
      const data = voiceIds.map((message_id) => {
        const row = customised.get(message_id);
        return {
          message_id,
          enabled: row?.enabled ?? true,
          updated_at: timestamp(row?.updatedAt ?? null),
          recording: row?.recordingUrl == null ? null : { full_url: row.recordingUrl },
        };
      });
      return { data };
    },
  }),

  route({
    operation: 'voice.create',
    method: 'POST',
    path: `${v1}/create`,
    scope: 'voice.edit',
    input: message,
    handle: save,
  }),

  route({
    operation: 'voice.update',
    method: 'POST',
    path: `${v1}/update`,
    scope: 'voice.edit',
    input: message,
    handle: save,
  }),

  route({
    operation: 'voice.reset',
    method: 'POST',
    path: `${v1}/reset`,
    scope: 'voice.edit',
    input: accepts<ResetInput>()(z.object({ widget_id: id, message_id: messageId.optional() })),
    async handle({ widget_id, message_id }, { db }) {
      await requireWidget(db, widget_id);
      await db
        .delete(voiceMessages)
        .where(
          and(
            eq(voiceMessages.widgetId, widget_id),
            message_id === undefined ? undefined : eq(voiceMessages.messageId, message_id),
          ),
        );
      return { data: null };
    },
  }),
];

/** Creates or updates, whichever it is: the sandbox takes either for either. A `file` left out stays. */
function save({ widget_id, message_id, enabled, file }: VoiceInput, { db, now }: Context) {
  return db.transaction(async (tx) => {
    await requireWidget(tx, widget_id);
    const [saved] = await tx
      .insert(voiceMessages)
      .values({ widgetId: widget_id, messageId: message_id, enabled, recordingUrl: file ?? null, updatedAt: now() })
      .onConflictDoUpdate({
        target: [voiceMessages.widgetId, voiceMessages.messageId],
        set: { enabled, recordingUrl: file, updatedAt: now() },
      })
      .returning({ id: voiceMessages.id });
    return { data: saved };
  });
}
