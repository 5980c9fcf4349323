import type { FastifyRequest } from 'fastify';
import { Failure } from './failure.ts';

const loopback = ['127.0.0.1', 'localhost', '[::1]'];
/** What the console's own page asks for. No other page may read it, let alone change it. */
const ownData = /^\/(api|auth|console|events|activity)(\/|\?|$)/i;
const reads = new Set(['GET', 'HEAD']);

/**
 * Makes the check that every request passes before anything else is done with it. It throws `Failure`.
 * @param publicOrigins origins under which the console is reached besides loopback on its own port
 */
export function createGuard(publicOrigins: readonly string[]) {
  const known = publicOrigins.map((origin) => new URL(origin).origin);

  return ({ raw, method, headers, routeOptions }: FastifyRequest): void => {
    const origins = new Set([...known, ...loopbackOrigins(raw.socket.localPort)]);
    requireHost(raw.headersDistinct.host, new Set([...origins].flatMap(hostsOf)));
    if (!raw.url?.startsWith('/')) throw new Failure(404, 'There is nothing at this address.');

    const site = headers['sec-fetch-site'];
    // The router reads `%61uth` as `auth`: what counts is where it leads.
    if (ownData.test(routeOptions.url ?? raw.url) && site !== undefined && site !== 'same-origin' && site !== 'none') {
      throw new Failure(403, 'Another website may not use the console.');
    }
    if (reads.has(method)) return;

    if (!headers.origin || !origins.has(headers.origin)) {
      throw new Failure(403, 'A change must come from the console’s own page (Origin).');
    }
    if (headers['x-callpage-console'] !== '1') {
      throw new Failure(403, 'A change must carry the header X-CallPage-Console: 1.');
    }
    if (!/^application\/json(\s*;\s*charset=utf-8)?$/i.test(headers['content-type'] ?? '')) {
      throw new Failure(415, 'A change must be sent as JSON (Content-Type: application/json).');
    }
  };
}

function requireHost(named: readonly string[] | undefined, known: ReadonlySet<string>): void {
  const [host, ...more] = named ?? [];
  // Which of two a proxy before this one has read is not known here.
  if (host === undefined || more.length > 0) throw new Failure(400, 'A request has to name its host once (Host).');
  // A name of somebody else's that resolves to this machine (DNS rebinding) passes every check of the browser.
  if (known.has(host.toLowerCase())) return;
  throw new Failure(
    421,
    'This address is not one of the console’s own. Open it by the address that the server prints.',
  );
}

function loopbackOrigins(port: number | undefined): string[] {
  return loopback.map((host) => new URL(`http://${host}:${port ?? 80}`).origin);
}

/** As it stands in `Host`: whole, where the usual port may be left out or not. Nothing is taken off what was sent. */
function hostsOf(origin: string): string[] {
  const { protocol, host, port } = new URL(origin);
  return port === '' ? [host, `${host}:${protocol === 'https:' ? 443 : 80}`] : [host];
}
