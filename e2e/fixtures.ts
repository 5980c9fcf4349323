import { type BrowserContext, test as base, expect, request } from '@playwright/test';
import { dumpFile } from './global-setup.ts';
import { Sandbox } from './sandbox.ts';
import { type RunningServer, startDev, startServer } from './server-process.ts';

/** The console's roles: each has a demo person in the sandbox. */
export type Role = 'operator' | 'support' | 'manager';

export interface TestFixtures {
  /** Who is signed in when a page opens, `test.use({ role: 'manager' })`; null for nobody. */
  role: Role | null;
  /** The account behind the console: seed, read back, arm faults. See `sandbox.ts`. */
  sandbox: Sandbox;
  /** Puts the account into the `demo` or `empty` state for this test. */
  resetData: (seed: 'demo' | 'empty') => Promise<void>;
  /** Says which messages of the browser's console this test brings about on purpose. Any other one fails the test. */
  allowConsole: (...patterns: RegExp[]) => void;
}

export interface WorkerFixtures {
  /** What the tests run against: the production build (default), or `npm run dev`. */
  mode: 'build' | 'dev';
  /** Console and sandbox of this worker alone, so that counts over the account are exact. */
  server: RunningServer;
}

/** Chromium's own words for a request that failed; where a test armed a fault, that is what it wants to see. */
const failedRequest = /^Failed to load resource: /;

export const test = base.extend<TestFixtures, WorkerFixtures>({
  mode: ['build', { option: true, scope: 'worker' }],

  server: [
    async ({ mode }, provide) => {
      const { stop, ...server } = await (mode === 'dev' ? startDev() : startServer(dumpFile));
      await provide(server);
      await stop();
    },
    { scope: 'worker', timeout: 60_000 },
  ],

  baseURL: async ({ server }, provide) => provide(server.url),

  role: ['operator', { option: true }],

  // Other browsers that a test opened do not go on beside the next one, polling the same console.
  context: async ({ context, browser }, provide) => {
    await provide(context);
    await Promise.all(browser.contexts().map((other) => other !== context && other.close()));
  },

  // A session for each test, so that one which signs out ends nobody else's.
  storageState: async ({ role, server }, provide) =>
    provide(role === null ? { cookies: [], origins: [] } : await signIn(server.url, role)),

  sandbox: [
    async ({ server }, provide) => {
      const sandbox = new Sandbox(server);
      const before = await sandbox.things();
      await sandbox.clearRequests();
      await provide(sandbox);
      await sandbox.clearFaults();
      if (sandbox.wasReset) return sandbox.reset('demo');
      const after = await sandbox.things();
      for (const entity of ['widgets', 'users'] as const) {
        const made = [...after[entity]].filter((id) => !before[entity].has(id));
        if (made.length > 0)
          await sandbox.batch(
            `${entity}.delete`,
            made.map((id) => ({ id })),
          );
      }
    },
    { auto: true },
  ],

  resetData: ({ sandbox }, provide) => provide((seed) => sandbox.reset(seed)),

  allowConsole: [
    async ({ context, sandbox }, provide) => {
      const allowed: RegExp[] = [];
      const heard = listen(context);
      await provide((...patterns) => allowed.push(...patterns));
      if (sandbox.faulty) allowed.push(failedRequest);
      const unexpected = heard.filter((text) => !allowed.some((pattern) => pattern.test(text)));
      expect(unexpected, 'errors in the browser that the test did not expect').toEqual([]);
    },
    { auto: true },
  ],
});

export { expect } from '@playwright/test';

/** Signs a demo person in, as the one click on the sign-in page does; for a test with two browsers as well. */
export async function signIn(url: string, role: Role): Promise<StorageState> {
  // Within a test it would begin with the session of the test's own browser, and end it.
  const context = await request.newContext({ baseURL: url, storageState: { cookies: [], origins: [] } });
  const headers = { Origin: url, 'X-CallPage-Console': '1' };
  const response = await context.post('/auth/demo', { data: { role }, headers });
  expect(response.ok(), `The demo sign-in was refused: ${response.status()}`).toBe(true);
  const state = await context.storageState();
  await context.dispose();
  return state;
}

type StorageState = Awaited<ReturnType<BrowserContext['storageState']>>;

/** Collects what goes wrong in any page of the test: uncaught errors, console errors, refused content (CSP). */
function listen(context: BrowserContext): string[] {
  const heard: string[] = [];
  context.on('weberror', (webError) => heard.push(webError.error().message));
  context.on('console', (message) => {
    if (message.type() === 'error') heard.push(`${message.text()} ${message.location().url}`.trim());
  });
  return heard;
}
