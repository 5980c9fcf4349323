import { defineConfig } from 'vitest/config';

const reports = process.env.TEST_REPORTS;
/** `test:unit` becomes `unit`: each script leaves a report of its own. */
const name = process.env.npm_lifecycle_event?.split(':')[1] ?? 'vitest';

/** What is waited for has come long before, unless the machine is busy. */
const patient = { testTimeout: 60_000, expect: { poll: { timeout: 20_000 } } } as const;
const server = { ...patient, environment: 'node', hookTimeout: 120_000, maxWorkers: 2 } as const;

/**
 * `unit` is pure and fast (a test that needs a DOM says `// @vitest-environment jsdom` in its first
 * line); `server` opens databases and sockets, so it may take longer;
 * `server-postgres` has what hangs on locks and on several connections, once more on a real PostgreSQL;
 * `size` reads the built files and comes after the build.
 */
export default defineConfig({
  test: {
    reporters: reports ? ['default', 'json'] : ['default'],
    outputFile: { json: `${reports}/${name}.json` },
    projects: [
      {
        extends: true,
        test: {
          ...patient,
          name: 'unit',
          include: ['src/**/*.test.{ts,tsx}'],
          environment: 'node',
        },
      },
      {
        extends: true,
        test: {
          ...server,
          name: 'server',
          include: ['server/**/*.test.ts'],
        },
      },
      {
        extends: true,
        test: {
          ...server,
          name: 'server-postgres',
          include: ['server/access/session.test.ts', 'server/acts/{acts,events}.test.ts', 'server/calls/calls.test.ts'],
          env: { TEST_DATABASE: 'PostgreSQL' },
        },
      },
      {
        extends: true,
        test: {
          name: 'size',
          include: ['bench/**/*.test.ts'],
        },
      },
    ],
  },
});
