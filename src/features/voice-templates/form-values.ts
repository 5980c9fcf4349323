import * as z from 'zod/mini';
import type { VoiceMessage } from '#src/api/wire/voice.ts';
import { readRecordingUrl } from './recording-url.ts';

/** What the form holds while it is typed in, valid or not: also what a draft keeps. */
export const VoiceFormValues = z.object({
  /** empty: the recording stays */
  file: z.string(),
  enabled: z.boolean(),
});
export type VoiceFormValues = z.infer<typeof VoiceFormValues>;

/** What may be sent; an address that was not changed is not sent, so that the recording stays. */
export const voiceFormSchema = (recorded: string) =>
  z.object({
    ...VoiceFormValues.shape,
    file: z.pipe(
      z.string(),
      z.transform((typed, { issues }) => {
        if (typed.trim() === recorded) return undefined;
        const result = readRecordingUrl(typed);
        if (result.ok) return result.url;
        issues.push({ code: 'custom', message: result.problem, input: typed });
        return z.NEVER;
      }),
    ),
  });

export const recordedUrl = ({ recording }: VoiceMessage) => recording?.full_url ?? '';

export const valuesOf = (message: VoiceMessage): VoiceFormValues => ({
  file: recordedUrl(message),
  enabled: message.enabled,
});

/** What differs between two versions of a message, in the form's words. */
export function differences(before: VoiceFormValues, after: VoiceFormValues): string[] {
  const changed = [before.file !== after.file && 'the recording', before.enabled !== after.enabled && 'Enabled'];
  return changed.filter((name) => name !== false);
}
