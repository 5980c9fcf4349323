import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import compress from '@fastify/compress';
import Fastify, {
  type FastifyBaseLogger,
  type FastifyError,
  type FastifyInstance,
  type FastifyReply,
  type FastifyRequest,
  LogController,
} from 'fastify';
import manifest from '#package.json' with { type: 'json' };
import { type AccessConfig, addAccess } from '#server/access/access.ts';
import { enterRequest, failureIn } from '#server/db/patience.ts';
import { databaseAway } from '#server/db/unavailable.ts';
import { endUnusedConnections } from './connections.ts';
import { databaseFailure, Failure } from './failure.ts';
import { addForwarding } from './forward.ts';
import { createGuard } from './guards.ts';
import { addPages, decodable, isPage, sendPage } from './pages.ts';
import { addReady } from './ready.ts';
import { answerUnreadable, secureEveryAnswer } from './security.ts';
import { requireText } from './text.ts';
import { createUpstream, type UpstreamConfig } from './upstream.ts';

export interface GatewayConfig {
  upstream: UpstreamConfig;
  /** Who may come in, and where their acts are kept. */
  access: AccessConfig;
  /** Origins under which the console is reached besides loopback on its own port, such as Vite's. */
  publicOrigins: readonly string[];
  /** Folder of the built app; left out where Vite serves it. */
  dist?: string | undefined;
  /** The zone that CallPage's times are in; the page asks for it. */
  timeZone: string;
  /** Addresses of proxies that are believed when they say for whom they ask. */
  trustedProxies?: readonly string[];
  /** Should write through `createScrubber(apiKey)`: see `server/log.ts`. */
  logger: FastifyBaseLogger;
}

/** Bytes of what is sent about people and sessions: anybody may, so it is read only where it is short. */
const ownBodyLimit = 16 * 1024;

const nothingHere = new Failure(404, 'There is nothing at this address.');

/**
 * Builds the server that the browser talks to: it guards, forwards what the operations table lists, and serves the
 * built app. It does not listen yet. Every failure is answered with CallPage's envelope.
 */
export async function buildGateway({
  upstream,
  access,
  publicOrigins,
  dist,
  timeZone,
  trustedProxies = [],
  logger,
}: GatewayConfig): Promise<FastifyInstance> {
  const app = Fastify({
    loggerInstance: logger,
    // Targets hold telephone numbers.
    logController: new LogController({ disableRequestLogging: true }),
    bodyLimit: 1024 * 1024,
    requestTimeout: 30_000,
    trustProxy: trustedProxies.length > 0 ? [...trustedProxies] : false,
    rewriteUrl: ({ url }) => decodable(url),
    // For targets that are no path (`*`). No hook has seen them.
    frameworkErrors: (_error, _request, reply: FastifyReply) => reply.code(404).send(nothingHere.envelope),
    clientErrorHandler: answerUnreadable,
    // The guard asks for it, in words.
    http: { requireHostHeader: false },
  });
  secureEveryAnswer(app.server);
  const guard = createGuard(publicOrigins);
  endUnusedConnections(app);

  app.removeAllContentTypeParsers();
  await app.register(compress, { encodings: ['br', 'gzip'], globalDecompression: false });
  app.addHook('onRequest', (request, _reply, done) => enterRequest(request, done));
  app.addHook('preValidation', (request, _reply, done) => enterRequest(request, done));
  app.addHook('onRequest', async (request, reply) => {
    guard(request);
    // Before anything reads the address: whatever it is, the page says what is there.
    if (dist && isPage(request)) return sendPage(reply);
  });
  app.addHook('onRoute', (route) => {
    if (route.url.startsWith('/auth/')) route.bodyLimit = ownBodyLimit;
  });
  app.addHook('preValidation', async ({ body, query }) => requireText(body, query));
  app.setErrorHandler((error: FastifyError | Failure, request, reply) => {
    const failure = error instanceof Failure ? error : explain(error, request);
    if (failure.statusCode >= 500) request.log.error(error);
    if (failure.retryAfter !== undefined) reply.header('Retry-After', failure.retryAfter);
    return reply.code(failure.statusCode).send(failure.envelope);
  });
  app.setNotFoundHandler(() => {
    throw nothingHere;
  });

  const version = await versionOf(dist);
  app.get('/health', async () => ({ status: 'ok', upstream: upstream.kind, version }));
  const secureCookie = publicOrigins.some((origin) => origin.startsWith('https:'));
  const callpage = createUpstream(upstream);
  addReady(app, access.db, callpage);
  addForwarding(app, callpage, await addAccess(app, access, { secureCookie, version, timeZone }));
  if (dist) await addPages(app, dist);
  return app;
}

/** The release and the build that is served: an open page that was built from another one is out of date. */
async function versionOf(dist: string | undefined): Promise<string> {
  if (dist === undefined) return manifest.version;
  const page = await readFile(join(dist, 'index.html')).catch(() => '');
  return `${manifest.version}+${createHash('sha256').update(page).digest('hex').slice(0, 8)}`;
}

const plainWords: Readonly<Record<number, string>> = {
  400: 'The body is not JSON that can be read.',
  415: 'A change must be sent as JSON (Content-Type: application/json).',
  416: 'The file is not as long as that (Range).',
};

/** Refusals of Fastify and of its file server get plain words; everything else is a fault of this server. */
function explain(error: FastifyError, request: FastifyRequest): Failure {
  const { statusCode = 500 } = error;
  const away = databaseAway(error) ?? (statusCode >= 500 ? failureIn(request) : undefined);
  if (away) return databaseFailure(away);
  if (statusCode === 413) {
    return new Failure(413, `The body is too large: ${(request.routeOptions.bodyLimit ?? 0) / 1024} kB at most.`);
  }
  const words = plainWords[statusCode];
  if (words) return new Failure(statusCode, words);
  return statusCode < 500 ? nothingHere : new Failure(500, 'Something went wrong in the console’s server.');
}
