import type { FastifyReply, FastifyRequest } from 'fastify';
import { databaseAway } from '#server/db/unavailable.ts';
import { fromDatabase, SandboxError } from './errors.ts';
import type { Answer } from './route.ts';

/** The API's envelope around an answer, indented where `pretty_output=1` asks for it. */
export function success({ data, meta, message = '' }: Answer, request: FastifyRequest): string {
  return toJson({ hasError: false, errorCode: 0, message, data, meta: meta ?? [] }, request);
}

export function send(reply: FastifyReply, status: number, body: string): FastifyReply {
  return reply.code(status).type('application/json; charset=utf-8').send(body);
}

/** Turns whatever was thrown into the API's failure. What is not the client's doing is logged, never told. */
export function sendFailure(error: unknown, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  const failure = error instanceof SandboxError ? error : (fromDatabase(error) ?? fromFastify(error));
  if (failure === undefined) request.log.error({ err: error }, 'The sandbox failed to answer a request.');
  const { status, message, errors, headers } = failure ?? (databaseAway(error) ? away : unexplained);
  const body = { hasError: true, errorCode: status, message, ...(errors === undefined ? {} : { errors }) };
  return send(reply.headers(headers), status, toJson(body, request));
}

const unexplained = new SandboxError(500, 'The sandbox failed to answer this request. Its log says why.');

const away = new SandboxError(503, 'The sandbox’s database does not answer. Try again in a moment.');

/** A body that is too large, of an unknown kind or not readable. */
function fromFastify(error: unknown): SandboxError | undefined {
  if (!(error instanceof Error) || !('statusCode' in error) || typeof error.statusCode !== 'number') return undefined;
  const isClients = error.statusCode >= 400 && error.statusCode < 500;
  return isClients ? new SandboxError(error.statusCode, error.message) : undefined;
}

function toJson(body: unknown, { query }: FastifyRequest): string {
  const isPretty =
    typeof query === 'object' && query !== null && 'pretty_output' in query && query.pretty_output === '1';
  return JSON.stringify(body, null, isPretty ? 2 : undefined);
}
