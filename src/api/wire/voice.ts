import * as z from 'zod/mini';
import { flag, nullable, timestamp } from './primitives.ts';

export const VoiceMessage = z.looseObject({
  message_id: z.string(),
  enabled: flag,
  /** null: never customised */
  updated_at: nullable(timestamp),
  recording: nullable(z.looseObject({ full_url: z.string() })),
});
export type VoiceMessage = z.infer<typeof VoiceMessage>;

export interface VoiceInput {
  widget_id: number;
  message_id: string;
  enabled: boolean;
  /** URL of an .mp3, .mpga or .wav; left out, the recording stays. */
  file?: string;
}
