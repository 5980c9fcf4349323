import { defineConfig } from 'vitest/config';

/**
 * Two projects. `unit` is pure and fast (a test that needs a DOM says `// @vitest-environment jsdom` in its first
 * line); `server` opens databases and sockets, so it may take longer.
 */
export default defineConfig({
  test: {
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: ['src/**/*.test.{ts,tsx}'],
          environment: 'node',
        },
      },
      {
        extends: true,
        test: {
          name: 'server',
          include: ['server/**/*.test.ts'],
          environment: 'node',
          testTimeout: 60_000,
          hookTimeout: 120_000,
          maxWorkers: 2,
        },
      },
    ],
  },
});
