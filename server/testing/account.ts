import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, beforeEach } from 'vitest';
import type * as z from 'zod';
import type { Db, OpenDatabase } from '#server/db/open.ts';
import { buildSandbox } from '#server/sandbox/app.ts';
import { replaceAll } from '#server/sandbox/seed/dataset.ts';
import { ask, type TestAnswer, testKey } from './client.ts';
import { type DatabaseKind, openTestDatabase } from './databases.ts';
import { smallAccount, wednesday } from './small-account.ts';

export interface TestAccount {
  readonly app: FastifyInstance;
  readonly db: Db;
  /** What the sandbox takes for the present; each test starts on `wednesday`. */
  now: Date;
  get(path: string, input?: Record<string, unknown>): Promise<TestAnswer>;
  post(path: string, input?: Record<string, unknown>): Promise<TestAnswer>;
}

/** A sandbox with the small account, which every test of the suite finds as it was. Paths are below `/api/v1/external`. */
export function useAccount(kind: DatabaseKind = 'PGlite'): TestAccount {
  let database: OpenDatabase | undefined;
  let app: FastifyInstance | undefined;
  const account: TestAccount = {
    get app() {
      if (app === undefined) throw new Error('The sandbox is there once the tests run.');
      return app;
    },
    get db() {
      if (database === undefined) throw new Error('The database is there once the tests run.');
      return database.db;
    },
    now: wednesday,
    get: (path, input = {}) => ask(account.app, { method: 'GET', path: `/api/v1/external/${path}`, input }),
    post: (path, input = {}) => ask(account.app, { method: 'POST', path: `/api/v1/external/${path}`, input }),
  };
  beforeAll(async () => {
    database = await openTestDatabase(kind);
    app = buildSandbox({ db: database.db, apiKey: testKey, now: () => account.now });
  });
  beforeEach(async () => {
    account.now = wednesday;
    await replaceAll(account.db, smallAccount);
  });
  afterAll(async () => {
    await app?.close();
    await database?.close();
  });
  return account;
}

/** The `data` of an answer, read as this schema. */
export function dataOf<Schema extends z.ZodType>(answer: TestAnswer, schema: Schema): z.output<Schema> {
  return schema.parse(answer.data);
}
