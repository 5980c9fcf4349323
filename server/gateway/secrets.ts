const placeholder = '[API key]';

/**
 * Makes a function that takes every form of a secret out of a text: as it is, and as JSON, PHP's JSON, URLs and
 * base64 write it. The forms are sought, not the places, so an upstream that echoes its headers leaks nothing.
 */
export function createScrubber(secret: string): (text: string) => string {
  const base64 = Buffer.from(secret).toString('base64');
  const json = JSON.stringify(secret).slice(1, -1);
  const forms = new Set([
    secret,
    json,
    json.replaceAll('/', '\\/'),
    encodeURIComponent(secret),
    base64,
    base64.replaceAll('/', '\\/'),
    encodeURIComponent(base64),
    Buffer.from(secret).toString('base64url'),
  ]);
  // The longest first: a shorter form may be a part of it, and would leave the rest standing.
  const longestFirst = [...forms].sort((a, b) => b.length - a.length);
  return (text) => longestFirst.reduce((clean, form) => clean.replaceAll(form, placeholder), text);
}
