import { limits } from '#src/domain/limits.ts';
import { normalizeWidgetUrl } from '#src/domain/widget-url.ts';

export type RecordingUrl = { ok: true; url: string } | { ok: false; problem: string };

/** Reads the address of a recording: http or https, its path ending in .mp3, .mpga or .wav, as the API takes it. */
export function readRecordingUrl(typed: string): RecordingUrl {
  if (typed.trim() === '') return { ok: false, problem: 'Enter the address of a recording.' };
  const address = normalizeWidgetUrl(typed);
  if (!address.ok) return address;
  if (!isRecording(address.url)) {
    return {
      ok: false,
      problem: 'The address has to end in .mp3, .mpga or .wav. Link to the file itself, not to a page with it.',
    };
  }
  return address;
}

/** Whether the page's security policy lets this address be played: over https, or from this machine. */
export function isPlayable(url: string): boolean {
  if (!URL.canParse(url)) return false;
  const { protocol, hostname } = new URL(url);
  return protocol === 'https:' || (protocol === 'http:' && /^(localhost|127\.0\.0\.1)$/.test(hostname));
}

/** Whether the API would take this address as a recording. */
export function isRecording(url: string): boolean {
  return (
    url.length <= limits.url &&
    URL.canParse(url) &&
    /^https?:$/.test(new URL(url).protocol) &&
    /\.(mp3|mpga|wav)$/i.test(new URL(url).pathname)
  );
}
