import { type Browser, type BrowserContext, type Page, request } from '@playwright/test';
import { z } from 'zod';
import { type Role, signIn } from './fixtures.ts';
import type { RunningServer } from './server-process.ts';

const Answer = z.object({ hasError: z.boolean(), message: z.string().optional(), data: z.unknown().optional() });
const MadeLink = z.object({ id: z.string(), link: z.string() });
const Person = z.looseObject({
  id: z.string(),
  name: z.string(),
  email: z.string(),
  role: z.string(),
  user_id: z.number().nullable(),
  active: z.boolean(),
  sessions: z.number(),
});

/** Somebody of the test's own, who has accepted an invitation. */
export interface MadePerson {
  id: string;
  name: string;
  email: string;
  password: string;
}

const changes = (url: string) => ({ Origin: url, 'X-CallPage-Console': '1' });

/** The console's people as an operator prepares and reads them, beside what the browser does. */
export class People {
  readonly #server: RunningServer;

  constructor(server: RunningServer) {
    this.#server = server;
  }

  /** Posts as the demo operator and gives the answer's `data`. */
  async post(path: string, data: object): Promise<unknown> {
    return this.#ask((api, headers) => api.post(path, { data, headers }));
  }

  /** Reads as the demo operator and gives the answer's `data`. */
  async get(path: string): Promise<unknown> {
    return this.#ask((api) => api.get(path));
  }

  async all() {
    return z.array(Person).parse(await this.get('/auth/people'));
  }

  /** The person of this id as they are now. */
  async read(id: string) {
    const person = (await this.all()).find((one) => one.id === id);
    if (!person) throw new Error(`There is no person ${id}.`);
    return person;
  }

  /** An invitation's link. */
  async invite(input: { email: string; role: Role; user_id?: number; name?: string }): Promise<string> {
    return MadeLink.parse(await this.post('/auth/people/invite', input)).link;
  }

  /** Somebody new, who is not signed in anywhere. */
  async make(
    role: Role,
    { name = 'Ada Test', user_id }: { name?: string; user_id?: number } = {},
  ): Promise<MadePerson> {
    const email = newEmail();
    const password = 'a password of many words';
    const link = await this.invite({ email, role, ...(user_id !== undefined && { user_id }) });
    const token = new URL(link).hash.slice(1);
    const api = await request.newContext({ baseURL: this.#server.url, storageState: { cookies: [], origins: [] } });
    const headers = changes(this.#server.url);
    await api.post('/auth/link/accept', { data: { token, name, password }, headers });
    await api.post('/auth/sign-out', { data: {}, headers });
    await api.dispose();
    const person = (await this.all()).find((one) => one.email === email);
    if (!person) throw new Error(`${email} did not come in.`);
    return { id: person.id, name, email, password };
  }

  async #ask(send: (api: Api, headers: Record<string, string>) => Promise<ApiAnswer>): Promise<unknown> {
    const { url } = this.#server;
    const api = await request.newContext({ baseURL: url, storageState: await signIn(url, 'operator') });
    const { hasError, message, data } = Answer.parse(await (await send(api, changes(url))).json());
    await api.dispose();
    if (hasError) throw new Error(`The console refused: ${message}`);
    return data;
  }
}

type Api = Awaited<ReturnType<typeof request.newContext>>;
type ApiAnswer = Awaited<ReturnType<Api['get']>>;

export const newEmail = () => `p-${crypto.randomUUID().slice(0, 8)}@console.example`;

/** A browser of its own in which nobody is signed in. */
export const newBrowser = (browser: Browser): Promise<BrowserContext> =>
  browser.newContext({ storageState: { cookies: [], origins: [] } });

/** A page in a browser of its own, at this address, with this person signed in by email and password. */
export async function openAs(browser: Browser, { email, password }: MadePerson, path = '/'): Promise<Page> {
  const page = await (await newBrowser(browser)).newPage();
  await page.goto(path);
  await page.getByRole('textbox', { name: 'Email' }).fill(email);
  await page.getByLabel('Password', { exact: true }).fill(password);
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
  await page.getByRole('heading', { level: 1 }).filter({ hasNotText: 'Sign in' }).waitFor();
  return page;
}
