import { setTimeout as wait } from 'node:timers/promises';
import type { FastifyReply } from 'fastify';
import * as z from 'zod';
import { send } from './envelope.ts';
import { SandboxError } from './errors.ts';
import { id, wholeNumber } from './inputs.ts';

/** What a client can be made to meet. `after` is for an answer that is lost although the write was committed. */
export const Fault = z.object({
  operation: z.string({ error: 'Send the operation that fails, such as widgets.update.' }),
  /** Only requests whose `id`, `widget_id`, `user_id` or `call` is this. */
  matchId: id.optional(),
  times: wholeNumber(1, 1_000_000).default(1),
  when: z.enum(['before', 'after'], { error: 'Send before or after (the write is committed).' }),
  kind: z.enum(['slow', 'status', 'html', 'error200', 'reset', 'truncated', 'retry-after', 'raw'], {
    error: 'Send one of slow, status, html, error200, reset, truncated, retry-after, raw.',
  }),
  /** The whole answer of a `raw`, in whichever of CallPage's forms. */
  body: z.json().optional(),
  status: wholeNumber(400, 599).optional(),
  delayMs: wholeNumber(0, 120_000).optional(),
  message: z.string().max(500).optional(),
  /** What the answer of a `status` says of single fields. */
  errors: z.record(z.string(), z.array(z.string())).optional(),
});
export type Fault = z.output<typeof Fault>;

/** A fault that a request meets; `released` ends its delay. */
export type MetFault = Fault & { released: AbortSignal };

export class Faults {
  #armed: Fault[] = [];
  #release = new AbortController();

  arm(fault: Fault): void {
    this.#armed.push({ ...fault });
  }

  list(): Fault[] {
    return this.#armed;
  }

  /** Also lets what is delayed go on, so that nothing comes of it later. */
  clear(): void {
    this.#armed = [];
    this.#release.abort();
    this.#release = new AbortController();
  }

  /** The fault that this request meets, counted down. */
  take(operation: string, when: Fault['when'], raw: Record<string, unknown>): MetFault | undefined {
    const fault = this.#armed.find(
      (armed) => armed.operation === operation && armed.when === when && matches(armed, raw),
    );
    if (fault === undefined) return undefined;
    fault.times -= 1;
    this.#armed = this.#armed.filter(({ times }) => times > 0);
    return { ...fault, released: this.#release.signal };
  }
}

function matches({ matchId }: Fault, raw: Record<string, unknown>): boolean {
  if (matchId === undefined) return true;
  return [raw.id, raw.widget_id, raw.user_id, raw.call].some((value) => String(value) === String(matchId));
}

/**
 * Lets the request meet its fault, after a delay where one is given: returns (`slow`), throws the answer that is an
 * envelope, or answers by itself and returns true. `body` is what would have been answered; `signal` ends a delay when the server closes.
 */
export async function meet(fault: MetFault, reply: FastifyReply, body: string, signal: AbortSignal): Promise<boolean> {
  const { kind, released, message = 'This answer is a fault that was armed in the sandbox.' } = fault;
  const { status = defaultStatus[kind], delayMs = defaultDelay[kind] } = fault;
  if (kind !== 'retry-after') {
    await wait(delayMs, undefined, { signal: AbortSignal.any([signal, released]) }).catch((error: unknown) => {
      if (signal.aborted) throw error;
    });
  }
  switch (kind) {
    case 'slow':
      return false;
    case 'status':
    case 'error200':
      throw new SandboxError(status, message, fault.errors && { errors: fault.errors });
    case 'retry-after':
      throw new SandboxError(status, message, { headers: { 'Retry-After': String(Math.ceil(delayMs / 1000)) } });
    case 'html':
      reply.code(status).type('text/html; charset=utf-8');
      reply.send(`<!doctype html><html><head><title>${status}</title></head><body><h1>${status}</h1></body></html>`);
      return true;
    case 'raw':
      send(reply, status, JSON.stringify(fault.body ?? null));
      return true;
    case 'truncated':
      reply.hijack();
      reply.raw.writeHead(200, { 'Content-Type': 'application/json; charset=utf-8' });
      reply.raw.end(body.slice(0, Math.ceil(body.length / 2)));
      return true;
    case 'reset':
      reply.hijack();
      reply.raw.socket?.resetAndDestroy();
      return true;
  }
}

const defaultStatus = {
  slow: 200,
  status: 500,
  html: 502,
  error200: 200,
  reset: 200,
  truncated: 200,
  'retry-after': 429,
  raw: 200,
};
const defaultDelay = {
  slow: 3000,
  status: 0,
  html: 0,
  error200: 0,
  reset: 0,
  truncated: 0,
  'retry-after': 1000,
  raw: 0,
};
