import * as z from 'zod/mini';
import type { SmsMessage } from '#src/api/wire/sms.ts';
import { limits } from '#src/domain/limits.ts';

/** What the form holds while it is typed in, valid or not: also what a draft keeps. */
export const SmsFormValues = z.object({ text: z.string(), enabled: z.boolean() });
export type SmsFormValues = z.infer<typeof SmsFormValues>;

/** What may be sent. */
export const SmsFormSchema = z.object({
  ...SmsFormValues.shape,
  text: z.string().check(
    z.refine((text) => text.trim() !== '', 'Write a text. To stop this message from being sent, switch it off.'),
    z.refine((text) => [...text].length <= limits.sms, {
      error: ({ input }) => `Take out ${[...String(input)].length - limits.sms} characters: ${limits.sms} is the most.`,
    }),
  ),
});

export const valuesOf = ({ text, enabled }: SmsMessage): SmsFormValues => ({ text, enabled });

/** What differs between two versions of a message, in the form's words. */
export function differences(before: SmsFormValues, after: SmsFormValues): string[] {
  return [before.text !== after.text && 'the text', before.enabled !== after.enabled && 'Enabled'].filter(
    (name) => name !== false,
  );
}
