import * as z from 'zod/mini';
import { Created } from '#src/api/wire/primitives.ts';
import { SmsMessage } from '#src/api/wire/sms.ts';
import { VoiceMessage } from '#src/api/wire/voice.ts';
import { type ContractCase, read, unknownWidget, v1, write } from './case.ts';
import { files, flags, ids, idsInQuery, smsIds, smsText, voiceIds } from './values.ts';

export const templateCases: ContractCase[] = [
  {
    ...read('sms.list', `${v1}/sms/all`, 'sms.view', z.array(SmsMessage)),
    input: { widget_id: 1 },
    required: ['widget_id'],
    good: { widget_id: [2] },
    bad: { widget_id: idsInQuery.bad },
    unknown: [unknownWidget],
  },
  ...(['create', 'update'] as const).map((verb) => ({
    ...write(`sms.${verb}`, `${v1}/sms/${verb}`, 'sms.edit', Created),
    input: { widget_id: 1, message_id: 'visitor.dial-completed', text: 'Thanks, :name', enabled: true },
    required: ['widget_id', 'message_id', 'text'],
    good: { message_id: smsIds.good, text: smsText.good, enabled: [undefined, ...flags.good] },
    bad: { widget_id: ids.bad, message_id: smsIds.bad, text: smsText.bad, enabled: flags.bad },
    unknown: [unknownWidget],
  })),
  {
    ...write('sms.reset', `${v1}/sms/reset`, 'sms.edit', z.null()),
    input: { widget_id: 1, message_id: 'visitor.call-scheduled' },
    required: ['widget_id'],
    good: { message_id: [undefined, ...smsIds.good] },
    bad: { widget_id: ids.bad, message_id: smsIds.bad },
    unknown: [unknownWidget],
  },

  {
    ...read('voice.list', `${v1}/voice/all`, 'voice.view', z.array(VoiceMessage)),
    input: { widget_id: 1 },
    required: ['widget_id'],
    good: { widget_id: [2] },
    bad: { widget_id: idsInQuery.bad },
    unknown: [unknownWidget],
  },
  ...(['create', 'update'] as const).map((verb) => ({
    ...write(`voice.${verb}`, `${v1}/voice/${verb}`, 'voice.edit', Created),
    input: { widget_id: 1, message_id: 'visitor.call', enabled: true, file: 'https://a.example/x.mp3' },
    required: ['widget_id', 'message_id', 'enabled'],
    good: { message_id: voiceIds.good, enabled: flags.good, file: [undefined, ...files.good] },
    bad: { widget_id: ids.bad, message_id: voiceIds.bad, enabled: flags.bad, file: files.bad },
    unknown: [unknownWidget],
  })),
  {
    ...write('voice.reset', `${v1}/voice/reset`, 'voice.edit', z.null()),
    input: { widget_id: 1, message_id: 'visitor.call' },
    required: ['widget_id'],
    good: { message_id: [undefined, ...voiceIds.good] },
    bad: { widget_id: ids.bad, message_id: voiceIds.bad },
    unknown: [unknownWidget],
  },
];
