import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { isRecord } from '#src/api/wire/primitives.ts';
import { Failure } from './failure.ts';
import { findOperation, type Operation } from './operations.ts';
import type { Upstream } from './upstream.ts';

const overrides = ['x-http-method-override', 'x-http-method', 'x-method-override'];

/**
 * Forwards what the operations table lists. One route takes everything under `/api`: the table decides on the raw
 * target, so the router's own reading of a path has no say in what leaves.
 */
export function addForwarding(app: FastifyInstance, upstream: Upstream): void {
  app.addContentTypeParser('application/json', { parseAs: 'string' }, app.getDefaultJsonParser('error', 'error'));
  app.all('/api/*', async (request, reply) => {
    const operation = operationOf(request);
    const answer = await upstream(operation, {
      target: request.raw.url ?? '',
      headers: request.headers,
      body: operation.mutates ? bodyOf(request) : undefined,
      signal: whenClosed(reply),
    });
    request.log[operation.mutates ? 'info' : 'debug']({ operation: operation.id, status: answer.status }, 'forwarded');
    if (answer.retryAfter !== undefined) reply.header('Retry-After', answer.retryAfter);
    return reply.code(answer.status).type('application/json; charset=utf-8').send(answer.body);
  });
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
function bodyOf({ body }: FastifyRequest): string {
  if (!isRecord(body)) throw new Failure(400, 'The body must be a JSON object.');
  if ('_method' in body) throw new Failure(404, 'The console knows no such operation of CallPage.');
  return JSON.stringify(body);
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
