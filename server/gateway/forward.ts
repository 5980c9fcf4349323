import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { notAllowed, type Person, type Sessions } from '#server/access/session.ts';
import type { ActRecord } from '#server/acts/record.ts';
import { isRecord } from '#src/api/wire/primitives.ts';
import { createChanges } from './change.ts';
import { Failure } from './failure.ts';
import { findOperation, type Operation } from './operations.ts';
import { asking, ownChange, readOwn } from './own.ts';
import type { Upstream, UpstreamAnswer } from './upstream.ts';

const overrides = ['x-http-method-override', 'x-http-method', 'x-method-override'];

interface Access {
  sessions: Sessions;
  record: ActRecord;
  /** Is called when an act was recorded. */
  told: () => void;
}

/**
 * Forwards what the operations table lists, to whom it allows it. One route takes everything under `/api`: the table
 * decides on the raw target, so the router's own reading of a path has no say in what leaves.
 */
export function addForwarding(app: FastifyInstance, upstream: Upstream, { sessions, record, told }: Access): void {
  const change = createChanges(record, upstream, told);
  app.addContentTypeParser('application/json', { parseAs: 'string' }, app.getDefaultJsonParser('error', 'error'));
  app.all('/api/*', async (request, reply) => {
    const operation = operationOf(request);
    const { person } = await sessions.require(request, reply);
    const rule = operation.rules[person.role];
    if (rule === 'none') throw notAllowed();
    const target = request.raw.url ?? '';
    const answer = operation.mutates
      ? await change({ person, operation, path: target, body: bodyFor(rule, operation, person, request), request })
      : await readFor(rule, operation, person, target, (operation, target) =>
          upstream(operation, { target, headers: request.headers, body: undefined, signal: whenClosed(reply) }),
        );
    request.log[operation.mutates ? 'info' : 'debug']({ operation: operation.id, status: answer.status }, 'forwarded');
    if (answer.retryAfter !== undefined) reply.header('Retry-After', answer.retryAfter);
    if ('replayed' in answer && answer.replayed) reply.header('Idempotency-Replayed', 'true');
    return reply.code(answer.status).type('application/json; charset=utf-8').send(answer.body);
  });
}

type Send = (operation: Operation, target: string) => Promise<UpstreamAnswer>;

/** The rule `own` has its own way: what is asked of CallPage, and what of it is handed on, `own.ts` decides. */
async function readFor(rule: 'all' | 'own', operation: Operation, person: Person, target: string, send: Send) {
  if (rule === 'all') return send(operation, target);
  const { status, body } = await readOwn(operation.id, person.callpageUserId, target, asking(send));
  return { status, body: JSON.stringify(body), retryAfter: undefined };
}

function bodyFor(rule: 'all' | 'own', operation: Operation, person: Person, request: FastifyRequest) {
  const body = bodyOf(request);
  return rule === 'all' ? body : ownChange(operation.id, person.callpageUserId, body);
}

/** CallPage's framework lets a header or `_method` change the method, and mixes query and body: neither gets there. */
function operationOf({ method, raw, headers }: FastifyRequest): Operation {
  const [path = '', query] = splitOnce(raw.url ?? '', '?');
  const operation = findOperation(method, path);
  const overridden = overrides.some((name) => headers[name] !== undefined) || new URLSearchParams(query).has('_method');
  if (!operation || overridden) throw new Failure(404, 'The console knows no such operation of CallPage.');
  if (operation.mutates && query)
    throw new Failure(400, 'A change takes its input from the body, not from the address.');
  return operation;
}

/** What was parsed is what is sent, so that nothing is read one way here and another way there. */
function bodyOf({ body }: FastifyRequest): Record<string, unknown> {
  if (!isRecord(body)) throw new Failure(400, 'The body must be a JSON object.');
  if ('_method' in body) throw new Failure(404, 'The console knows no such operation of CallPage.');
  return body;
}

function whenClosed(reply: FastifyReply): AbortSignal {
  const controller = new AbortController();
  reply.raw.once('close', () => controller.abort());
  return controller.signal;
}

function splitOnce(text: string, separator: string): [string, string] {
  const at = text.indexOf(separator);
  return at < 0 ? [text, ''] : [text.slice(0, at), text.slice(at + 1)];
}
