import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import * as z from 'zod';
import { unhurried } from '#server/db/patience.ts';
import { send, success } from './envelope.ts';
import { invalid } from './errors.ts';
import { Fault, type Faults } from './faults.ts';
import { type Context, read } from './route.ts';
import { routes } from './routes/index.ts';
import { reseed } from './seed/index.ts';
import { seedNames } from './seed/names.ts';
import type { Seen } from './seen.ts';

interface Controlled extends Context {
  faults: Faults;
  seen: Seen;
}

const Reset = z.object({ seed: z.enum(seedNames, { error: `Send one of ${seedNames.join(', ')}.` }).default('demo') });

/** Many calls of one operation, all done or none. */
const Batch = z.object({ operation: z.string(), inputs: z.array(z.unknown()) });

/** What tests steer the sandbox by, outside the API's own paths and behind the same key. */
export function addControls(app: FastifyInstance, { db, now, faults, seen }: Controlled): void {
  const answer = (request: FastifyRequest, reply: FastifyReply, data: unknown) =>
    send(reply, 200, success({ data }, request));

  app.get('/__sandbox/faults', async (request, reply) => answer(request, reply, faults.list()));
  app.post('/__sandbox/faults', async (request, reply) => {
    const fault = read(Fault, request.body ?? {});
    if (!routes.some(({ operation }) => operation === fault.operation)) {
      throw invalid({ operation: [`There is no operation ${fault.operation}.`] });
    }
    faults.arm(fault);
    return answer(request, reply, faults.list());
  });
  app.delete('/__sandbox/faults', async (request, reply) => {
    faults.clear();
    return answer(request, reply, null);
  });

  app.post('/__sandbox/batch', async (request, reply) => {
    const { operation, inputs } = read(Batch, request.body ?? {});
    const route = routes.find((one) => one.operation === operation);
    if (route === undefined) throw invalid({ operation: [`There is no operation ${operation}.`] });
    const data = await unhurried(db, async (tx) => {
      const made: unknown[] = [];
      for (const input of inputs) made.push((await route.run(input, { db: tx, now })).data);
      return made;
    });
    return answer(request, reply, data);
  });

  app.get('/__sandbox/requests', async (request, reply) => answer(request, reply, seen.report()));
  app.delete('/__sandbox/requests', async (request, reply) => {
    seen.clear();
    return answer(request, reply, null);
  });

  app.post('/__sandbox/reset', async (request, reply) => {
    const { seed } = read(Reset, request.body ?? {});
    await reseed(db, seed, now());
    faults.clear();
    seen.clear();
    return answer(request, reply, null);
  });
}
