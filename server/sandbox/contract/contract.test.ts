import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { OpenDatabase } from '#server/db/open.ts';
import { operations } from '#server/gateway/operations.ts';
import { buildSandbox } from '#server/sandbox/app.ts';
import { scopes } from '#server/sandbox/route.ts';
import { routes } from '#server/sandbox/routes/index.ts';
import { replaceAll } from '#server/sandbox/seed/dataset.ts';
import { ask, type TestAnswer, type TestRequest } from '#server/testing/client.ts';
import { databaseKinds, openTestDatabase } from '#server/testing/databases.ts';
import { smallAccount, wednesday } from '#server/testing/small-account.ts';
import { Failure, Meta, Success } from '#src/api/wire/envelope.ts';
import type { ContractCase } from './case.ts';
import { contract } from './cases.ts';

it('covers every operation, as the gateway forwards it', () => {
  const faces = (list: readonly { method: string; path: string; scope: string | null }[]) =>
    list.map(({ method, path, scope }) => `${method} ${path.replace(/:(\w+)/g, '{$1}')} ${scope}`).sort();
  expect(contract).toHaveLength(30);
  expect(faces(contract)).toEqual(faces(operations));
  expect(faces(routes)).toEqual(faces(operations));
  expect(contract.map(({ operation }) => operation).sort()).toEqual(operations.map(({ id }) => id).sort());
});

describe.each(databaseKinds)('on %s', (kind) => {
  let database: OpenDatabase;
  let app: FastifyInstance;
  const restore = () => replaceAll(database.db, smallAccount);
  const withKey = (apiKey: string) => buildSandbox({ db: database.db, apiKey, now: () => wednesday });

  beforeAll(async () => {
    database = await openTestDatabase(kind);
    app = withKey('test-key');
  });
  afterAll(() => database.close());

  describe.each(contract)('$operation', (one) => {
    beforeEach(restore);

    it('answers with what the app can read', async () => {
      const answer = await ask(app, request(one));
      expectSuccess(answer, one);
      expect(answer.response.headers['content-type']).toMatch(/^application\/json/);
    });

    it('accepts every value up to the edge of its bound', async () => {
      for (const [field, values] of Object.entries(one.good)) {
        for (const value of values) {
          await restore();
          const answer = await ask(app, request(one, { [field]: value }));
          expect(answer, `${field} = ${JSON.stringify(value)}`).toMatchObject({ status: 200, hasError: false });
          expectSuccess(answer, one);
        }
      }
    });

    it('names each required field that is missing', async () => {
      for (const field of one.required) {
        const answer = await ask(app, request(one, { [field]: undefined }));
        expectInvalid(answer, field, 'missing');
      }
    });

    it('refuses every value beyond its bound or of another type, and names the field', async () => {
      for (const [field, values] of Object.entries(one.bad)) {
        for (const value of values) expectInvalid(await ask(app, request(one, { [field]: value })), field, value);
      }
    });

    it('says that what is named is not there', async () => {
      for (const overrides of one.unknown) {
        const answer = await ask(app, request(one, overrides));
        expect(answer, JSON.stringify(overrides)).toMatchObject({ status: 404, hasError: true });
        expect(Failure.safeParse(answer.response.json()).success).toBe(true);
      }
    });

    it('wants the key, raw or as Bearer', async () => {
      for (const authorization of ['', 'other-key', 'Bearer other-key', 'Basic test-key', 'test-key2']) {
        const answer = await ask(app, { ...request(one), authorization });
        expect(answer).toMatchObject({ status: 401, hasError: true });
        expect(answer.response.body).not.toContain('test-key');
      }
      const answer = await ask(app, { ...request(one), authorization: 'Bearer test-key' });
      expectSuccess(answer, one);
    });

    it('wants its scope, and no other', async () => {
      const others = scopes.filter((scope) => scope !== one.scope);
      const answer = await ask(withKey(`test-key:${others.join(',')}`), request(one));
      if (one.scope === null) return expectSuccess(answer, one);
      expect(answer).toMatchObject({ status: 403, message: expect.stringContaining(one.scope) });
      expectSuccess(await ask(withKey(`test-key:${one.scope}`), request(one)), one);
    });

    it('takes numbers and flags as text', async () => {
      const input = asText(one.input);
      expectSuccess(await ask(app, { ...request(one), ...(one.method === 'GET' ? {} : { input }) }), one);
    });

    it('takes nested fields as PHP clients send them', async () => {
      expectSuccess(await ask(app, { ...request(one), form: true }), one);
    });

    it('is not there under another method', async () => {
      for (const method of ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'] as const) {
        if (method === one.method) continue;
        const { path } = request(one);
        const { status, hasError } = await ask(app, { method, path });
        expect([404, 405]).toContain(status);
        expect(hasError).toBe(true);
      }
    });
  });
});

/** The parameters of the path are filled in from the input. */
function request(one: ContractCase, overrides: Record<string, unknown> = {}): TestRequest {
  const input = { ...one.input, ...overrides };
  const path = one.path.replace(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(String(input[name])));
  const rest = Object.entries(input).filter(([name]) => !one.path.includes(`{${name}}`));
  return { method: one.method, path, input: Object.fromEntries(rest) };
}

function expectSuccess(answer: TestAnswer, one: ContractCase): void {
  expect(answer.status, answer.message).toBe(200);
  const envelope = Success.parse(answer.response.json());
  one.answer.parse(envelope.data);
  const meta = Meta.safeParse(envelope.meta);
  if (one.hasMeta) expect(meta.data?.count).toBeTypeOf('number');
  else expect(envelope.meta).toEqual([]);
}

function expectInvalid(answer: TestAnswer, field: string, value: unknown): void {
  expect(answer, `${field} = ${JSON.stringify(value)}`).toMatchObject({ status: 422, hasError: true });
  const failure = Failure.parse(answer.response.json());
  const named = Object.keys(failure.errors ?? {});
  // Sentences of the sandbox's own, not the words of its validator.
  for (const told of Object.values(failure.errors ?? {}).flat()) expect(told).toMatch(/^[A-Z].*\.$/);
  expect(
    named.some((name) => name === field || name.startsWith(`${field}.`)),
    `${named} should name ${field}`,
  ).toBe(true);
  expect(failure.message).not.toBe('');
}

function asText(value: unknown): Record<string, unknown> {
  const write = (one: unknown): unknown => {
    if (typeof one === 'number') return String(one);
    if (typeof one === 'boolean') return one ? '1' : '0';
    if (Array.isArray(one)) return one.map(write);
    if (typeof one === 'object' && one !== null) return asText(one);
    return one;
  };
  return Object.fromEntries(Object.entries(value ?? {}).map(([key, one]) => [key, write(one)]));
}
