/**
 * Makes a function that takes a secret out of a text, however it is written there: as it is or in base64, and each
 * of them plain or as JSON, PHP's JSON and URLs escape it, also several times over. The writings are sought and not
 * the places, so an upstream that tells what it was sent, in whatever field, tells the browser and the log nothing.
 */
export function createScrubber(secret: string): (text: string) => string {
  const bytes = Buffer.from(secret);
  const forms = [secret, bytes.toString('base64').replace(/=+$/, ''), bytes.toString('base64url')];
  const pattern = new RegExp(forms.map((form) => Array.from(form, anyWriting).join('')).join('|'), 'gi');
  return (text) => text.replace(pattern, '[API key]');
}

/**
 * A regular expression for one ASCII character. Letters and digits need no escape anywhere. The repetitions are
 * bounded, so that a long run of backslashes in somebody's text costs no more than any other text.
 */
function anyWriting(character: string): string {
  if (/[a-z0-9]/i.test(character)) return character;
  const hex = character.charCodeAt(0).toString(16).padStart(2, '0');
  return `(?:\\\\{0,8}\\x${hex}|%(?:25){0,3}${hex}|\\\\{1,8}u00${hex})`;
}
