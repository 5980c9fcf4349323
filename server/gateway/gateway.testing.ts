import { once } from 'node:events';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import http from 'node:http';
import { createConnection, type Server, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { text } from 'node:stream/consumers';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import type { FastifyBaseLogger } from 'fastify';
import { pino } from 'pino';
import { onTestFinished } from 'vitest';
import { type OpenDatabase, openDatabase } from '#server/db/open.ts';
import { demoAccess, demoCookie } from '#server/testing/session.ts';
import type { ConsoleRole } from '#src/api/wire/session.ts';
import { buildGateway, type GatewayConfig } from './app.ts';
import { asideAgent } from './upstream.ts';

export const apiKey = 'the-key/of+this~test=';
const silent: FastifyBaseLogger = pino({ level: 'silent' });

export interface Recorded {
  method: string;
  url: string;
  headers: http.IncomingHttpHeaders;
  body: string;
}

export type Answering = (response: http.ServerResponse, request: Recorded & { socket: Socket }) => void;

/** An upstream that keeps what reaches it. It answers an empty list, or as it is told. */
export async function openUpstream(
  answering: Answering = (response) => answerJson(response),
  onTrailRead = (response: http.ServerResponse): unknown => answerJson(response, { hasError: true }, 404),
) {
  const requests: Recorded[] = [];
  const server = http.createServer(async (request, response) => {
    const { method = '', url = '', headers, socket } = request;
    const recorded = { method, url, headers, body: await text(request) };
    // What the console reads for its own record is no part of what these tests are about.
    if (headers['user-agent'] === asideAgent) return void onTrailRead(response);
    requests.push(recorded);
    answering(response, { ...recorded, socket });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return { baseUrl: `http://127.0.0.1:${portOf(server)}`, requests };
}

export function answerJson(
  response: http.ServerResponse,
  value: unknown = { hasError: false, data: [] },
  status = 200,
) {
  response.writeHead(status, { 'Content-Type': 'application/json' }).end(JSON.stringify(value));
}

let database: Promise<OpenDatabase> | undefined;
/** One database for the tests of a file. */
export const sharedDb = async () => {
  database ??= openDatabase({ memory: true });
  return (await database).db;
};

/** By whom the tests ask: the operator of the gateway, unless they bring a cookie of their own. */
const operators = new Map<string, string>();

/** A gateway that listens on a free port and is closed when the test has finished. An operator is signed in. */
export async function openGateway(
  baseUrl: string,
  config: Partial<Omit<GatewayConfig, 'upstream'>> & { timeout?: number } = {},
) {
  const { timeout, ...rest } = config;
  const gateway = await buildGateway({
    upstream: { baseUrl, apiKey, kind: 'live', ...(timeout === undefined ? {} : { timeout }) },
    access: config.access ?? demoAccess(await sharedDb()),
    publicOrigins: [],
    timeZone: 'UTC',
    logger: silent,
    ...rest,
  });
  onTestFinished(() => gateway.close());
  const origin = await gateway.listen({ host: '127.0.0.1', port: 0 });
  await signIn(origin);
  return { origin, port: Number(new URL(origin).port), gateway };
}

/** What the build of the app looks like. */
export const builtFiles = {
  'index.html': '<!doctype html><title>CallPage Console</title><div id="root"></div>',
  'assets/index-B1a2C3d4.js': `console.log('app');${' '.repeat(2000)}`,
  'icon.svg': '<svg xmlns="http://www.w3.org/2000/svg"></svg>',
  '.vite/manifest.json': '{}',
};

/** The same with a built app in a folder of its own, each file also compressed. */
export async function openBuilt(baseUrl: string) {
  const dist = await mkdtemp(join(tmpdir(), 'dist-'));
  onTestFinished(() => rm(dist, { recursive: true, force: true }));
  for (const [name, content] of Object.entries(builtFiles)) {
    const path = join(dist, name);
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, content);
    await writeFile(`${path}.br`, brotliCompressSync(content));
    await writeFile(`${path}.gz`, gzipSync(content));
  }
  return openGateway(baseUrl, { dist });
}

/** From now on, what is sent to this origin is sent by a demo person of this role. */
export async function signIn(origin: string, role: ConsoleRole = 'operator'): Promise<string> {
  const cookie = await demoCookie(origin, role);
  operators.set(origin, cookie);
  return cookie;
}

/** What is sent to this origin comes with this cookie: the session of an earlier process. */
export function knownAs(origin: string, cookie: string): string {
  operators.set(origin, cookie);
  return cookie;
}

/** The same by the link that the server printed at its first start. */
export async function setUp(origin: string, token: string): Promise<string> {
  const person = { name: 'First Operator', email: 'first@console.example', password: 'a password for a test' };
  const got = await sendChange(origin, '/auth/link/accept', { token, ...person });
  const cookie = got.headers['set-cookie']?.[0]?.split(';', 1)[0];
  if (!cookie) throw new Error(`The set-up link was refused: ${got.body}`);
  return knownAs(origin, cookie);
}

export interface Sent {
  method?: string;
  path: string;
  headers?: http.OutgoingHttpHeaders;
  body?: string | Buffer;
}

export interface Got {
  status: number;
  statusMessage: string;
  headers: http.IncomingHttpHeaders;
  body: Buffer;
}

/** Sends exactly what is given: no path is tidied up, and `Host` and `Origin` may be anything. */
export async function sendRaw(origin: string, { method = 'GET', path, headers = {}, body }: Sent): Promise<Got> {
  const { hostname, port } = new URL(origin);
  // Node frames no body of a GET or a DELETE by itself.
  const length = body === undefined ? {} : { 'Content-Length': Buffer.byteLength(body) };
  const cookie = operators.get(origin);
  const sent = { ...length, ...(cookie && { Cookie: cookie }), ...headers };
  const request = http.request({ hostname, port, method, path, headers: sent, agent: false });
  request.end(body);
  const response = await responseOf(request);
  const chunks: Buffer[] = [];
  for await (const chunk of response) chunks.push(chunk);
  const { statusCode: status = 0, statusMessage = '' } = response;
  return { status, statusMessage, headers: response.headers, body: Buffer.concat(chunks) };
}

/** What the console's own page adds to a change. */
export function pageHeaders(origin: string): http.OutgoingHttpHeaders {
  return {
    Origin: origin,
    'Content-Type': 'application/json',
    'X-CallPage-Console': '1',
    'Sec-Fetch-Site': 'same-origin',
  };
}

/** A change as the console's own page sends it. */
export function sendChange(origin: string, path: string, body: unknown = { id: 1 }, method = 'POST'): Promise<Got> {
  return sendRaw(origin, { method, path, headers: pageHeaders(origin), body: JSON.stringify(body) });
}

/** Writes bytes that no HTTP client would, and reads what comes back until the connection ends. */
export function sendBytes(port: number, bytes: string): Promise<string> {
  const socket = createConnection(port, '127.0.0.1');
  socket.end(bytes);
  return text(socket);
}

export function portOf(server: Server): number {
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The server does not listen.');
  return address.port;
}

function responseOf(request: http.ClientRequest): Promise<http.IncomingMessage> {
  return new Promise((resolve, reject) => {
    request.once('response', resolve);
    request.once('error', reject);
  });
}
