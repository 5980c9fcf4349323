import type { FastifyInstance } from 'fastify';
import { readInput } from '#server/access/input.ts';
import { requireOperator, type Sessions } from '#server/access/session.ts';
import type { Db } from '#server/db/open.ts';
import { ActivityExport, ActivityQuery, actsAsCsv, listActs } from './activity.ts';

/** `GET /activity/acts`: the trail, for operators. `/activity` itself is the page. */
export function addActivity(app: FastifyInstance, db: Db, sessions: Sessions): void {
  app.get('/activity/acts', async (request, reply) => {
    requireOperator(await sessions.require(request, reply));
    return { hasError: false, ...(await listActs(db, readInput(ActivityQuery, request.query))) };
  });

  app.get('/activity/csv', async (request, reply) => {
    requireOperator(await sessions.require(request, reply));
    const csv = await actsAsCsv(db, readInput(ActivityExport, request.query));
    return reply
      .type('text/csv; charset=utf-8')
      .header('Content-Disposition', 'attachment; filename="activity.csv"')
      .send(csv);
  });
}
