import { randomBytes } from 'node:crypto';
import path from 'node:path';
import { pino } from 'pino';
import { openDatabase } from '#server/db/open.ts';
import { buildGateway } from '#server/gateway/app.ts';
import { buildSandbox } from '#server/sandbox/app.ts';
import { type Dataset, nothing, replaceAll } from '#server/sandbox/seed/dataset.ts';
import { weeks } from '#server/sandbox/seed/hours.ts';
import { demoAccess, demoCookie } from '#server/testing/session.ts';
import { rows } from './rows.ts';

/**
 * Serves the production build behind its gateway and a sandbox in memory, on the rows that the other apps show: 1,000
 * on the first port, 10,000 on the next one. Ready when it prints "ready".
 *
 *   npx tsx bench/console.ts          DIST=folder for another build than ./dist, BENCH_PORT for other ports
 */
const host = '127.0.0.1';
const port = Number(process.env.BENCH_PORT ?? 5130);
const dist = path.resolve(process.env.DIST ?? 'dist');
const logger = pino({ level: 'silent' });

await serve(1_000, port);
await serve(10_000, port + 1);
console.log('ready');

async function serve(count: number, port: number): Promise<void> {
  const apiKey = randomBytes(24).toString('hex');
  const { db } = await openDatabase({ memory: true });
  await replaceAll(db, account(count));
  const sandbox = buildSandbox({ db, apiKey });
  const baseUrl = await sandbox.listen({ host, port: 0 });
  const upstream = { baseUrl, apiKey, kind: 'sandbox' } as const;
  const access = demoAccess(db);
  const gateway = await buildGateway({ upstream, access, publicOrigins: [], timeZone: 'UTC', dist, logger });
  const url = await gateway.listen({ host, port });
  await warmUp(url);
}

/** The other apps' server is simple enough to be quick from its first answer on; this one has to be compiled. */
async function warmUp(url: string): Promise<void> {
  const headers = { Cookie: await demoCookie(url) };
  const list = `${url}/api/v1/external/widgets/all?limit=100&offset=0`;
  for (let i = 0; i < 30; i++) await (await fetch(list, { headers })).text();
}

/** The rows as widgets. Where the other apps are told a number of managers, each has that many people. */
function account(count: number): Dataset {
  const createdAt = new Date('2026-01-01T09:00:00Z');
  const list = rows(count);
  const hours = weeks.office('Europe/Warsaw');
  return {
    ...nothing,
    users: Array.from({ length: 8 }, (_, index) => ({
      id: index + 1,
      name: `Person ${index + 1}`,
      email: `person${index + 1}@example.com`,
      tel: `+4822123450${index}`,
      role: index === 0 ? ('owner' as const) : ('manager' as const),
      createdAt,
    })),
    widgets: list.map(({ id, url, description, enabled, locale_code }) => ({
      id,
      url,
      description,
      enabled,
      localeCode: locale_code,
      widgetCode: `code-${id}`,
      installedAt: createdAt,
    })),
    assignments: list.flatMap(({ id, managers }) =>
      Array.from({ length: managers }, (_, index) => ({
        widgetId: id,
        userId: index + 1,
        enabled: true,
        businessTimes: hours,
      })),
    ),
  };
}
