import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { createSms, listSms, resetSms, updateSms } from '#src/api/sms.ts';
import { readWidgets } from '#src/api/widgets.ts';
import type { SmsMessage } from '#src/api/wire/sms.ts';
import type { Widget } from '#src/api/wire/widgets.ts';
import { smsName } from '#src/domain/messages.ts';
import { count } from '#src/lib/format.ts';
import { resetMessages } from '#src/lib/reset-messages.ts';
import { switchScope, useOptimisticSwitch } from '#src/lib/use-optimistic-switch.ts';
import { notify } from '#src/ui/notify.tsx';

export const smsQueries = {
  all: () => ['sms'] as const,
  /** Every SMS message of a widget, in the API's order. */
  list: (widgetId: number) =>
    queryOptions({
      queryKey: [...smsQueries.all(), widgetId],
      queryFn: ({ signal }) => listSms(widgetId, signal),
    }),
  /** The messages as they are before anybody customises them, as far as widgets of the same language tell. */
  defaults: ({ id, locale_code }: Pick<Widget, 'id' | 'locale_code'>) =>
    queryOptions({
      queryKey: [...smsQueries.all(), 'defaults', id, locale_code],
      queryFn: ({ signal }) => findDefaults(id, locale_code, signal),
    }),
};

/** Each read costs a request. */
const widgetsToAsk = 5;

/** The API tells no default beside a customised text, but another widget that kept it does. By message id. */
async function findDefaults(widgetId: number, locale: string, signal: AbortSignal): Promise<Map<string, SmsMessage>> {
  const found = new Map<string, SmsMessage>();
  let asked = 0;
  for await (const page of readWidgets(signal)) {
    for (const { id } of page.items.filter((widget) => widget.id !== widgetId && widget.locale_code === locale)) {
      const messages = await listSms(id, signal);
      for (const message of messages) if (message.updated_at === null) found.set(message.message_id, message);
      asked += 1;
      if (asked === widgetsToAsk || messages.every(({ message_id }) => found.has(message_id))) return found;
    }
  }
  return found;
}

/** A message as it is now, read right before it is written: the API wants a text with every change. */
async function currentSms(widgetId: number, messageId: string): Promise<SmsMessage> {
  const message = (await listSms(widgetId)).find(({ message_id }) => message_id === messageId);
  if (!message) throw new Error('CallPage no longer lists this message. Reload the page.');
  return message;
}

type Content = Pick<SmsMessage, 'text' | 'enabled'>;

/** `create` is for a message that is still the default, `update` for a customised one. */
const writeSms = (widgetId: number, { message_id, updated_at }: SmsMessage, { text, enabled }: Content) =>
  (updated_at === null ? createSms : updateSms)({ widget_id: widgetId, message_id, text, enabled });

const switchKey = (widgetId: number, messageId: string) => ['sms', widgetId, messageId];

interface Edit extends Content {
  /** Throws where the message is no longer what the form was opened with. */
  check: (current: SmsMessage) => void;
}

export const useSaveSms = (widgetId: number, messageId: string) =>
  useMutation({
    // The switch sends a text too: one waits for the other, so that neither undoes the other.
    scope: switchScope(switchKey(widgetId, messageId)),
    mutationFn: async ({ check, ...content }: Edit) => {
      const current = await currentSms(widgetId, messageId);
      // An earlier try may have been saved although its answer was lost.
      if (current.text === content.text && current.enabled === content.enabled) return;
      check(current);
      await writeSms(widgetId, current, content);
    },
    meta: { invalidates: [smsQueries.all()] },
  });

/** Whether a message is sent, and the way to change it, which leaves its text as it is. */
export function useSmsSwitch(widgetId: number, { message_id, enabled }: SmsMessage) {
  const client = useQueryClient();
  return useOptimisticSwitch({
    key: switchKey(widgetId, message_id),
    enabled,
    send: async (on) => {
      const current = await currentSms(widgetId, message_id);
      return writeSms(widgetId, current, { text: current.text, enabled: on });
    },
    onError: (error, on) =>
      notify.error({ title: `Could not switch “${smsName(message_id)}” ${on ? 'on' : 'off'}`, message: error.message }),
    refresh: () => client.invalidateQueries({ queryKey: smsQueries.all() }),
  });
}

/** Gives one message its default back, or without an id all of them, and offers to undo it. */
export function useResetSms(widgetId: number) {
  const restore = useRestoreSms(widgetId);
  return useMutation({
    mutationFn: (messageId: string | undefined) =>
      resetMessages({
        messageId,
        list: () => listSms(widgetId),
        reset: () => resetSms({ widget_id: widgetId, ...(messageId !== undefined && { message_id: messageId }) }),
      }),
    onSuccess: (before) =>
      notify.success({
        title:
          before.length === 1
            ? 'The message has its default text again'
            : 'The messages have their default texts again',
        message: before.map(({ message_id }) => smsName(message_id)).join(', '),
        action: { label: 'Undo', run: () => restore(before) },
      }),
    meta: { invalidates: [smsQueries.all()] },
  });
}

/** Writes texts back. Works on after the page was left: the notice that offers it stays. */
function useRestoreSms(widgetId: number) {
  const { mutate } = useMutation({
    mutationFn: async (before: readonly SmsMessage[]) => {
      const now = new Map((await listSms(widgetId)).map((message) => [message.message_id, message]));
      for (const old of before) {
        const current = now.get(old.message_id);
        if (current) await writeSms(widgetId, current, old);
      }
    },
    onSuccess: (_data, before) =>
      notify.success({
        title: 'Undone',
        message: `${count(before.length, 'text')} written back.`,
      }),
    onError: (error, before) =>
      notify.error({
        title: 'The old texts could not be written back',
        message: error.message,
        action: { label: 'Try again', run: () => mutate(before) },
      }),
    meta: { invalidates: [smsQueries.all()] },
  });
  return mutate;
}
