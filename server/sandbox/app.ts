import Fastify, { type FastifyBaseLogger, type FastifyInstance, type FastifyRequest, LogController } from 'fastify';
import type { Db } from '#server/db/open.ts';
import { enterRequest, patience } from '#server/db/patience.ts';
import { problemOf } from '#server/gateway/text.ts';
import { asideAgent } from '#server/gateway/upstream.ts';
import { addControls } from './controls.ts';
import { send, sendFailure, success } from './envelope.ts';
import { notFound, SandboxError } from './errors.ts';
import { Faults, meet } from './faults.ts';
import { parseForm } from './form.ts';
import { type ApiKey, readApiKey, requireKey, requireScope } from './key.ts';
import { rateLimiter } from './rate-limit.ts';
import type { Context, Route } from './route.ts';
import { routes } from './routes/index.ts';
import { Seen } from './seen.ts';

export interface SandboxOptions {
  db: Db;
  /** `key`, or `key:scope,scope` for one that may do no more than that. */
  apiKey: string;
  /** Requests a minute; 0, the default, for no limit. */
  rateLimit?: number;
  logger?: FastifyBaseLogger;
  now?: () => Date;
}

/** The CallPage API on a database: every operation under the vendor's own path. Listens to nothing by itself. */
export function buildSandbox({ db, apiKey, rateLimit = 0, logger, now = () => new Date() }: SandboxOptions) {
  const seen = new Seen();
  const app: FastifyInstance = Fastify({
    ...(logger === undefined ? {} : { loggerInstance: logger }),
    // Paths and queries hold phone numbers.
    logController: new LogController({ disableRequestLogging: true }),
    exposeHeadRoutes: false,
    forceCloseConnections: 'idle',
    routerOptions: { querystringParser: parseForm },
    // A path that cannot be decoded gets as far as here, past every hook.
    frameworkErrors: (error, request, reply) => {
      note(request, seen);
      sendFailure(error, request, reply);
    },
  });
  const key = readApiKey(apiKey);
  const faults = new Faults();
  const closing = new AbortController();

  const enter = (request: FastifyRequest, _reply: unknown, done: () => void) =>
    enterRequest(request, done, patience.sandbox);
  app.addHook('onRequest', enter);
  app.addHook('preValidation', enter);
  readBodies(app);
  app.setErrorHandler(sendFailure);
  app.setNotFoundHandler((request) => {
    throw nothingAt(request);
  });
  app.addHook('preClose', async () => closing.abort());
  app.addHook('onRequest', async (request) => {
    note(request, seen);
    requireKey(request, key);
  });
  const dispatch = dispatcher({ db, now }, key, rateLimiter(rateLimit, now), faults, closing.signal);
  for (const route of routes) dispatch(app, route);
  addControls(app, { db, now, faults, seen });
  return app;
}

/** One way for every operation: scope, limit, fault, validation, the work, fault, envelope. */
function dispatcher(context: Context, key: ApiKey, countRequest: () => void, armed: Faults, signal: AbortSignal) {
  return (app: FastifyInstance, route: Route) =>
    app.route({
      method: route.method,
      url: route.path,
      config: { operation: route.operation },
      handler: async (request, reply) => {
        countRequest();
        requireScope(route.scope, key);
        const raw = inputOf(request);
        const faults = isAside(request) ? noFaults : armed;
        const before = faults.take(route.operation, 'before', raw);
        if (before !== undefined && (await meet(before, reply, success({ data: null }, request), signal))) return reply;
        const body = success(await route.run(raw, context), request);
        const after = faults.take(route.operation, 'after', raw);
        if (after !== undefined && (await meet(after, reply, body, signal))) return reply;
        return send(reply, 200, body);
      },
    });
}

const noFaults = new Faults();

/** What the console reads for its record of a change: no test arms a fault for it, or counts it. */
function isAside({ headers }: FastifyRequest): boolean {
  return headers['user-agent'] === asideAgent;
}

/** A read takes its input from the query, a write from the body; both from the path. */
function inputOf({ method, query, body, params }: FastifyRequest): Record<string, unknown> {
  const sent = method === 'GET' ? query : (body ?? {});
  const problem = problemOf(sent);
  if (problem !== undefined) throw new SandboxError(422, problem);
  if (typeof sent !== 'object' || Array.isArray(sent)) throw new SandboxError(422, 'Send the fields as one object.');
  return { ...Object.fromEntries(Object.entries(sent ?? {})), ...Object.fromEntries(Object.entries(params ?? {})) };
}

function readBodies(app: FastifyInstance): void {
  app.removeAllContentTypeParsers();
  app.addContentTypeParser('application/json', { parseAs: 'string' }, (_request, body, done) => {
    try {
      done(null, body === '' ? {} : JSON.parse(String(body)));
    } catch {
      done(new SandboxError(400, 'The body is not valid JSON.'));
    }
  });
  app.addContentTypeParser('application/x-www-form-urlencoded', { parseAs: 'string' }, (_request, body, done) =>
    done(null, parseForm(String(body))),
  );
}

function note(request: FastifyRequest, seen: Seen): void {
  const path = request.url.split('?', 1)[0] ?? '';
  if (path.startsWith('/__sandbox/') || isAside(request)) return;
  const config: object = request.routeOptions.config ?? {};
  const operation = 'operation' in config && typeof config.operation === 'string' ? config.operation : null;
  seen.add({ method: request.method, path, operation });
}

function nothingAt({ method, url }: FastifyRequest): SandboxError {
  const path = url.split('?', 1)[0];
  const other = routes.find((route) => route.path === path);
  if (other === undefined) return notFound(`There is no operation at ${method} ${path}.`);
  return new SandboxError(405, `${path} takes ${other.method} only.`, { headers: { Allow: other.method } });
}
