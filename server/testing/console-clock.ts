import type { FastifyInstance } from 'fastify';
import { z } from 'zod';

const path = '/__sandbox/console-clock';
const done = { hasError: false, data: null };
const Time = z.object({ at: z.iso.datetime() });

/**
 * Lets a test set the clock by which the console tells browsers the time, the `Date` of its answers: it goes on from there.
 * Set beside the sandbox's faults and behind the same key. Returns what makes a gateway tell it.
 */
export function addConsoleClock(sandbox: FastifyInstance): (gateway: FastifyInstance) => void {
  let ahead = 0;
  sandbox.post(path, async ({ body }) => {
    ahead = Date.parse(Time.parse(body).at) - Date.now();
    return done;
  });
  sandbox.delete(path, async () => {
    ahead = 0;
    return done;
  });
  return (gateway) => {
    gateway.addHook('onSend', async (_request, reply) => {
      if (ahead !== 0) reply.header('Date', new Date(Date.now() + ahead).toUTCString());
    });
  };
}
