import type { FastifyInstance } from 'fastify';
import { Failure } from '#server/gateway/failure.ts';
import { SandboxError } from '#server/sandbox/errors.ts';
import { Fault, Faults, meet } from '#server/sandbox/faults.ts';

const path = '/__sandbox/console-faults';
const operationOf = (method: string, url: string) => `${method} ${url.split('?', 1)[0]}`;
const done = { hasError: false, data: null };

/**
 * Lets a test have the console itself fail, as it has the sandbox fail: armed beside the sandbox's faults and behind the
 * same key, for an `operation` such as `GET /auth/people`, before that is looked at.
 * The one fault `after` it is `truncated`. Returns what makes a gateway meet them.
 */
export function addConsoleFaults(sandbox: FastifyInstance): (gateway: FastifyInstance) => void {
  const faults = new Faults();
  const closing = new AbortController();
  sandbox.post(path, async ({ body }) => {
    faults.arm(Fault.parse(body));
    return done;
  });
  sandbox.delete(path, async () => {
    faults.clear();
    return done;
  });
  return (gateway) => {
    gateway.addHook('preClose', async () => closing.abort());
    gateway.addHook('preHandler', async ({ method, url }, reply) => {
      const fault = faults.take(operationOf(method, url), 'before', {});
      if (!fault) return;
      try {
        if (await meet(fault, reply, JSON.stringify(done), closing.signal)) return reply;
      } catch (error) {
        throw error instanceof SandboxError ? new Failure(error.status, error.message) : error;
      }
    });
    gateway.addHook('onSend', async ({ method, url }, reply, payload) => {
      if (typeof payload !== 'string' || !faults.take(operationOf(method, url), 'after', {})) return payload;
      reply.removeHeader('Content-Length');
      return payload.slice(0, payload.length / 2);
    });
  };
}
