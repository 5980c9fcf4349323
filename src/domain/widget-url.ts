import { spokenHost } from './international-host.ts';
import { limits } from './limits.ts';

export type WidgetUrl = { ok: true; url: string } | { ok: false; problem: string };

/**
 * Makes what a person typed into the absolute web address that the API stores. Adds `https://` where no scheme is
 * typed and keeps path and query. International hosts come out in their ASCII form, which every server understands;
 * `hostOf` and `displayUrl` show them as they are spoken. Normalising twice changes nothing.
 */
export function normalizeWidgetUrl(input: string): WidgetUrl {
  const typed = input.trim();
  if (typed === '') return problem('Enter a web address such as https://example.com.');
  const url = parse(withScheme(typed));
  if (url === undefined) return problem('This is not a web address. Enter one such as https://example.com.');
  if (url.protocol !== 'https:' && url.protocol !== 'http:') {
    return problem('Only web addresses work here. Start it with https:// or http://.');
  }
  if (url.username !== '' || url.password !== '') {
    return problem('Leave out the name and password before the @, or enter a web address instead of an email.');
  }
  if (!isHost(url.hostname)) {
    return problem(`“${url.hostname}” is not a complete host. Enter one with its ending, such as example.com.`);
  }
  const normalized = withoutAddedSlash(url, typed);
  if (normalized.length > limits.url) {
    return problem(
      `This address has ${normalized.length} characters; ${limits.url} is the most. Leave out what comes after the ?.`,
    );
  }
  return { ok: true, url: normalized };
}

/** The host, with its port if it names one, as a person would type it. Falls back to the text itself; never throws. */
export function hostOf(url: string): string {
  const host = parse(withScheme(url.trim()))?.host;
  return host ? spokenHost(host) : url;
}

/** The address without what every address has: scheme and closing slash. Falls back to the text; never throws. */
export function displayUrl(url: string): string {
  const parsed = parse(withScheme(url.trim()));
  if (parsed === undefined || parsed.host === '') return url;
  return `${spokenHost(parsed.host)}${parsed.pathname}${parsed.search}${parsed.hash}`.replace(/\/$/, '');
}

/** What a link to the site leads to; undefined where the address is none that a browser opens as a website. */
export function linkOf(url: string): string | undefined {
  const parsed = parse(withScheme(url.trim()));
  return parsed && /^https?:$/.test(parsed.protocol) ? parsed.href : undefined;
}

/** `example.com:8080` and `localhost:3000` name a port, `mailto:someone` a scheme. */
function withScheme(typed: string): string {
  if (typed.startsWith('//')) return `https:${typed}`;
  return /^[a-z][a-z\d+-]*:(?!\d)/i.test(typed) ? typed : `https://${typed}`;
}

function parse(text: string): URL | undefined {
  try {
    const url = new URL(text);
    // Chromium keeps a space in the host as %20, where the standard refuses it.
    return url.hostname.includes('%') ? undefined : url;
  } catch {
    return undefined;
  }
}

function isHost(hostname: string): boolean {
  if (hostname === 'localhost') return true;
  const labels = hostname.replace(/\.$/, '').split('.');
  return labels.length > 1 && labels.every((label) => /^[a-z\d_-]{1,63}$/.test(label));
}

/** The URL parser closes a bare host with a slash. An address that is stored without one stays without one. */
function withoutAddedSlash(url: URL, typed: string): string {
  const isBare = url.pathname === '/' && url.search === '' && url.hash === '';
  return isBare && !typed.endsWith('/') ? url.href.slice(0, -1) : url.href;
}

function problem(text: string): WidgetUrl {
  return { ok: false, problem: text };
}
