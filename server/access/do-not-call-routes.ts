import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import * as z from 'zod';
import { recordOwnAct } from '#server/acts/record.ts';
import type { DoNotCall } from '#server/calls/do-not-call.ts';
import type { Db } from '#server/db/open.ts';
import { type AddedNumbers, barredLimits } from '#src/api/wire/do-not-call.ts';
import { readInput } from './input.ts';
import { success } from './routes.ts';
import { requireOperator, type Sessions } from './session.ts';

interface DoNotCallParts {
  db: Db;
  sessions: Sessions;
  doNotCall: DoNotCall;
  /** Is called when an act was recorded. */
  told: () => void;
}

const most = `Send ${barredLimits.numbers} numbers at most at once.`;
const Add = z.strictObject({
  numbers: z.array(z.string(), 'Send a list of numbers.').min(1, 'Send a number.').max(barredLimits.numbers, most),
  country: z
    .string()
    .regex(/^[A-Z]{2}$/, 'Send a country such as PL.')
    .optional(),
  reason: z
    .string('Say why.')
    .trim()
    .min(1, 'Say why.')
    .max(barredLimits.reason, `Use ${barredLimits.reason} characters at most.`),
});
const Remove = z.strictObject({ id: z.int('Send an id.').min(1, 'Send an id.').max(2_147_483_647, 'Send an id.') });

/** The numbers that are never called, for operators: `/console/do-not-call…`. */
export function addDoNotCallRoutes(app: FastifyInstance, { db, sessions, doNotCall, told }: DoNotCallParts): void {
  const operator = async (request: FastifyRequest, reply: FastifyReply) =>
    requireOperator(await sessions.require(request, reply));

  app.get('/console/do-not-call', async (request, reply) => {
    await operator(request, reply);
    return success(await doNotCall.list(db));
  });

  app.post('/console/do-not-call/add', async (request, reply) => {
    const by = await operator(request, reply);
    const input = readInput(Add, request.body);
    const { added, already, wrong } = await db.transaction(async (tx) => {
      const result = await doNotCall.add(tx, input, by.id);
      const [one, ...more] = result.added;
      if (one !== undefined) {
        const subject = more.length === 0 ? one : `${result.added.length} numbers`;
        const request = { tel: result.added, reason: input.reason };
        await recordOwnAct(tx, by, { operation: 'doNotCall.add', subject, request });
      }
      return result;
    });
    told();
    return success({ added: added.length, already, wrong } satisfies AddedNumbers);
  });

  app.post('/console/do-not-call/remove', async (request, reply) => {
    const by = await operator(request, reply);
    const { id } = readInput(Remove, request.body);
    await db.transaction(async (tx) => {
      const { e164, reason } = await doNotCall.remove(tx, id);
      await recordOwnAct(tx, by, { operation: 'doNotCall.remove', subject: e164, before: { tel: e164, reason } });
    });
    told();
    return success(null);
  });
}
