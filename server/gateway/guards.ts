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
  const known = new Set(publicOrigins.map((origin) => new URL(origin).origin));

  return ({ raw, method, headers, routeOptions }: FastifyRequest): void => {
    const origins = new Set([...known, ...loopbackOrigins(raw.socket.localPort)]);
    const hosts = new Set([...origins].map((origin) => new URL(origin).host));

    // A name of somebody else's that resolves to this machine (DNS rebinding) passes every check of the browser.
    if (!hosts.has(withoutDefaultPort(headers.host))) {
      throw new Failure(
        421,
        'This address is not one of the console’s own. Open it by the address that the server prints.',
      );
    }
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

function loopbackOrigins(port: number | undefined): string[] {
  return loopback.map((host) => new URL(`http://${host}:${port ?? 80}`).origin);
}

/** Browsers leave the port of `http` out; nothing else is normalised, so what is odd is refused. */
function withoutDefaultPort(host = ''): string {
  return host.replace(/:80$/, '');
}
