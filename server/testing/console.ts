import { afterAll, beforeAll } from 'vitest';
import * as z from 'zod';
import type { AccessConfig } from '#server/access/access.ts';
import { makeLink } from '#server/access/links.ts';
import type { Db } from '#server/db/open.ts';
import { buildGateway, type GatewayConfig } from '#server/gateway/app.ts';
import { createLogger } from '#server/log.ts';
import { buildSandbox } from '#server/sandbox/app.ts';
import { replaceAll } from '#server/sandbox/seed/dataset.ts';
import { type ConsoleRole, SignedIn } from '#src/api/wire/session.ts';
import { type DatabaseKind, openTestDatabase, type TestDatabase } from './databases.ts';
import { demoAccess } from './session.ts';
import { smallAccount, wednesday } from './small-account.ts';

/** A console in front of a sandbox with the small account, for the tests of a file. People are made as they are needed. */
export interface TestConsole {
  readonly db: Db;
  readonly origin: string;
  /** Another process on the same database, as it were: with connections of its own where the database has several. */
  another(
    access?: Partial<AccessConfig>,
    gateway?: Partial<Pick<GatewayConfig, 'publicOrigins' | 'trustedProxies'>>,
  ): Promise<{ origin: string; close(): Promise<unknown> }>;
  /** Puts the account back as it was. */
  reset(): Promise<void>;
  /** Ids of the operations that reached the sandbox since the last time: of changes, or of reads, too. */
  seen(what?: 'changes' | 'all'): Promise<string[]>;
  /** Invites somebody and comes in by the link. */
  join(role: ConsoleRole, callpageUserId?: number): Promise<Client>;
  arm(fault: object): Promise<void>;
}

export const testPassword = 'correct horse battery';
const key = 'the-key-of-the-sandbox';
const Requests = z.object({
  data: z.object({ requests: z.array(z.object({ method: z.string(), operation: z.string().nullable() })) }),
});
let joined = 0;

/** What the tests of a file run on: vitest.config.ts runs some files on both. */
const kind: DatabaseKind = process.env.TEST_DATABASE === 'PostgreSQL' ? 'PostgreSQL' : 'PGlite';

export function testConsole(access: Partial<AccessConfig> = {}): TestConsole {
  let database: TestDatabase | undefined;
  const closes: (() => Promise<unknown>)[] = [];
  let sandboxUrl = '';
  let origin = '';
  const secret = 'a secret that the processes of one test share';
  const opened = () => {
    if (!database) throw new Error('The database is there once the tests run.');
    return database;
  };
  const db = () => opened().db;
  const control = (method: string, path: string, body?: object) =>
    fetch(`${sandboxUrl}/__sandbox/${path}`, {
      method,
      headers: { Authorization: key, ...(body && { 'Content-Type': 'application/json' }) },
      ...(body && { body: JSON.stringify(body) }),
    });
  const open = async (on: Db, more: Partial<AccessConfig> = {}, proxied: Partial<GatewayConfig> = {}) => {
    const gateway = await buildGateway({
      upstream: { kind: 'sandbox', baseUrl: sandboxUrl, apiKey: key, timeout: 5_000 },
      access: { ...demoAccess(on), secret, ...access, ...more },
      publicOrigins: [],
      timeZone: 'UTC',
      logger: createLogger('silent'),
      ...proxied,
    });
    return { origin: await gateway.listen({ host: '127.0.0.1', port: 0 }), close: () => gateway.close() };
  };

  beforeAll(async () => {
    database = await openTestDatabase(kind);
    await replaceAll(database.db, smallAccount);
    const sandbox = buildSandbox({ db: database.db, apiKey: key, now: () => wednesday });
    sandboxUrl = await sandbox.listen({ host: '127.0.0.1', port: 0 });
    const gateway = await open(database.db);
    origin = gateway.origin;
    closes.push(gateway.close, () => sandbox.close(), database.close);
  });
  afterAll(async () => {
    for (const close of closes) await close();
  });

  return {
    get db() {
      return db();
    },
    get origin() {
      return origin;
    },
    async another(more, proxied) {
      const { db, close } = await opened().again();
      const gateway = await open(db, more, proxied);
      return { origin: gateway.origin, close: () => gateway.close().then(close) };
    },
    reset: () => replaceAll(db(), smallAccount),
    async seen(what = 'changes') {
      const { data } = Requests.parse(await (await control('GET', 'requests')).json());
      await control('DELETE', 'requests');
      const kept = data.requests.filter(({ method }) => what === 'all' || method !== 'GET');
      return kept.map(({ operation }) => operation ?? 'nothing');
    },
    async join(role, callpageUserId) {
      joined += 1;
      const link = {
        kind: 'invitation',
        role,
        email: `${role}-${joined}@console.example`,
        name: `${role} ${joined}`,
      } as const;
      const { token } = await makeLink(db(), { ...link, callpageUserId: callpageUserId ?? null });
      const client = new Client(origin);
      const { status, body } = await client.post('/auth/link/accept', { token, password: testPassword });
      if (status !== 200) throw new Error(JSON.stringify(body));
      client.person = z.object({ data: z.object({ person: SignedIn }) }).parse(body).data.person;
      return client;
    },
    arm: async (fault) => void (await control('POST', 'faults', fault)),
  };
}

const Envelope = z.looseObject({
  hasError: z.boolean(),
  message: z.string().optional(),
  reason: z.string().optional(),
  outcome: z.string().optional(),
  earlier: z.object({ act: z.number(), call_id: z.number().nullable() }).optional(),
  question: z.number().optional(),
  errors: z.record(z.string(), z.array(z.string())).optional(),
  data: z.unknown().optional(),
});

export interface TestReply {
  status: number;
  headers: Headers;
  text: string;
  body: z.output<typeof Envelope>;
}

/** A browser, as far as the server can tell: it keeps the cookie that it is given. */
export class Client {
  cookie: string | undefined;
  person: SignedIn | undefined;
  readonly origin: string;

  constructor(origin: string, cookie?: string) {
    this.origin = origin;
    this.cookie = cookie;
  }

  get(path: string, headers: Record<string, string> = {}): Promise<TestReply> {
    return this.send('GET', path, undefined, headers);
  }

  post(path: string, body: object = {}, headers: Record<string, string> = {}): Promise<TestReply> {
    return this.send('POST', path, body, headers);
  }

  async send(method: string, path: string, body?: object, headers: Record<string, string> = {}): Promise<TestReply> {
    const change = { Origin: this.origin, 'Content-Type': 'application/json', 'X-CallPage-Console': '1' };
    const response = await fetch(this.origin + path, {
      method,
      headers: { ...(this.cookie && { Cookie: this.cookie }), ...(method !== 'GET' && change), ...headers },
      ...(body && { body: JSON.stringify(body) }),
    });
    const [set] = response.headers.getSetCookie();
    if (set) this.cookie = /max-age=0/i.test(set) ? undefined : set.split(';', 1)[0];
    const text = await response.text();
    const isJson = response.headers.get('content-type')?.startsWith('application/json') ?? false;
    return {
      status: response.status,
      headers: response.headers,
      text,
      body: isJson ? Envelope.parse(JSON.parse(text)) : { hasError: false },
    };
  }
}
