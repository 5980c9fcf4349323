import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { pino } from 'pino';
import { linkPath, makeSetUpLink } from '#server/access/links.ts';
import { openDatabase } from '#server/db/open.ts';
import { buildGateway } from '#server/gateway/app.ts';
import { buildSandbox } from '#server/sandbox/app.ts';
import { addConsoleClock } from './console-clock.ts';
import { addConsoleFaults } from './console-faults.ts';
import { demoAccess } from './session.ts';

/**
 * One console for one e2e worker: the sandbox on an in-memory database opened from a dump, and the gateway with the
 * production build (or `DIST`), both on free ports (the gateway on `GATEWAY_PORT` where that is set). Prints `{ url, sandboxUrl, apiKey, setUpLink? }` as one line when it is ready, the
 * link where DEMO_SIGN_IN is off and nobody can sign in yet, and ends when its standard input does, so that nothing is left behind by a worker that died.
 */
const [dumpFile] = process.argv.slice(2);
if (!dumpFile) throw new Error('Usage: tsx server/testing/e2e-server.ts DUMP');

const host = '127.0.0.1';
const demo = process.env.DEMO_SIGN_IN !== 'off';
const apiKey = randomBytes(24).toString('hex');
const logger = pino({ level: process.env.LOG_LEVEL ?? 'silent' }, pino.destination(2));

const database = await openDatabase({ memory: true, dump: new Blob([await readFile(dumpFile)]) });
const sandbox = buildSandbox({ db: database.db, apiKey, logger });
const meetFaults = addConsoleFaults(sandbox);
const tellTime = addConsoleClock(sandbox);
const sandboxUrl = await sandbox.listen({ host, port: 0 });
const gateway = await buildGateway({
  upstream: { baseUrl: sandboxUrl, apiKey, kind: 'sandbox' },
  access: { ...demoAccess(database.db), demo },
  publicOrigins: [],
  timeZone: 'UTC',
  dist: path.resolve(process.env.DIST ?? 'dist'),
  logger,
});
meetFaults(gateway);
tellTime(gateway);
const url = await gateway.listen({ host, port: Number(process.env.GATEWAY_PORT ?? 0) });
const token = demo ? undefined : await makeSetUpLink(database.db);
console.log(JSON.stringify({ url, sandboxUrl, apiKey, setUpLink: token && url + linkPath(token) }));

async function close(): Promise<void> {
  await gateway.close();
  await sandbox.close();
  await database.close();
  process.exit(0);
}
process.stdin.resume();
process.stdin.on('end', () => void close());
process.on('SIGTERM', () => void close());
