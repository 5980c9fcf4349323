import { type IncomingMessage, type Server, type ServerResponse, STATUS_CODES } from 'node:http';
import type { Duplex } from 'node:stream';
import { Failure } from './failure.ts';

/**
 * Scripts come from the console's own files and nowhere else. Mantine writes `<style>` elements and style attributes,
 * so styles may be inline; pictures (avatars) and recordings come from CallPage's hosts, which are not known beforehand.
 */
const contentSecurityPolicy = {
  'default-src': "'none'",
  'script-src': "'self'",
  'style-src': "'self' 'unsafe-inline'",
  'img-src': "'self' data: https:",
  'media-src': "'self' https: http://localhost:* http://127.0.0.1:*",
  'connect-src': "'self'",
  'font-src': "'self'",
  'manifest-src': "'self'",
  'base-uri': "'none'",
  'form-action': "'self'",
  'frame-ancestors': "'none'",
};

/** Of every answer. There is no HSTS: on loopback it would lock out every other server there. */
const securityHeaders: Readonly<Record<string, string>> = {
  'Content-Security-Policy': Object.entries(contentSecurityPolicy)
    .map(([name, sources]) => `${name} ${sources}`)
    .join('; '),
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Origin-Agent-Cluster': '?1',
  'Referrer-Policy': 'no-referrer',
  'X-Content-Type-Options': 'nosniff',
  'X-Frame-Options': 'DENY',
  'X-Permitted-Cross-Domain-Policies': 'none',
  // Until a route says otherwise.
  'Cache-Control': 'no-store',
};

/**
 * Puts the headers on whatever this server answers. No hook of Fastify's sees what its router or Node cannot read, so
 * this stands before both.
 */
export function secureEveryAnswer(server: Server): void {
  server.prependListener('request', (_request: IncomingMessage, response: ServerResponse) => {
    for (const [name, value] of Object.entries(securityHeaders)) response.setHeader(name, value);
  });
  // Node would answer by itself what nobody expects of this server.
  server.on('checkExpectation', (request: IncomingMessage, response: ServerResponse) =>
    server.emit('request', request, response),
  );
}

const unreadable: Readonly<Record<string, Failure>> = {
  ERR_HTTP_REQUEST_TIMEOUT: new Failure(408, 'The request did not arrive in time. Send it again.'),
  HPE_HEADER_OVERFLOW: new Failure(431, 'The address or the headers of this request are too long.'),
};
const notHttp = new Failure(400, 'This is no request that can be read.');

/** Answers what Node's own parser could not make a request of, with headers and envelope like everything else. */
export function answerUnreadable({ code }: NodeJS.ErrnoException, socket: Duplex): void {
  if (code === 'ECONNRESET' || !socket.writable) return;
  const { statusCode, envelope } = unreadable[code ?? ''] ?? notHttp;
  const body = JSON.stringify(envelope);
  const headers = {
    ...securityHeaders,
    'Content-Type': 'application/json; charset=utf-8',
    'Content-Length': Buffer.byteLength(body),
    Connection: 'close',
  };
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}\r\n`);
  socket.end(`HTTP/1.1 ${statusCode} ${STATUS_CODES[statusCode]}\r\n${lines.join('')}\r\n${body}`);
}
