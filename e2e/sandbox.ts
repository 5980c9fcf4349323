import { z } from 'zod';
import type { RunningServer } from './server-process.ts';

const Widget = z.looseObject({
  id: z.number(),
  url: z.string(),
  description: z.string().nullable(),
  enabled: z.boolean(),
  locale_code: z.string().nullable(),
  settings: z.array(z.record(z.string(), z.unknown())).optional(),
});
export type SandboxWidget = z.infer<typeof Widget>;

export interface WidgetSeed {
  url?: string;
  description?: string;
  locale_code?: string;
  enabled?: boolean;
  settings?: Record<string, unknown>[];
}

const defaults = () => ({
  url: `https://${crypto.randomUUID().slice(0, 8)}.example.com`,
  description: 'Made by a test',
});

export interface FaultSeed {
  /** Operation id, such as `widgets.update`; of the console itself, method and path, such as `GET /auth/people`. */
  operation: string;
  kind: 'slow' | 'status' | 'html' | 'error200' | 'reset' | 'truncated' | 'retry-after' | 'raw';
  /** `after`: the write is committed, and its answer is lost. Default `before`. */
  when?: 'before' | 'after';
  times?: number;
  /** Only requests about this id. */
  matchId?: number;
  status?: number;
  delayMs?: number;
  message?: string;
  /** The whole answer of a `raw`. */
  body?: unknown;
  /** Field by field, as a 422 tells it. */
  errors?: Record<string, string[]>;
}

const Envelope = z.object({ hasError: z.boolean(), message: z.string().optional(), data: z.unknown() });
const Created = z.object({ id: z.number() });
const Requests = z.object({
  total: z.number(),
  counts: z.record(z.string(), z.number()),
  requests: z.array(z.object({ method: z.string(), path: z.string(), operation: z.string().nullable() })),
});
export type SeenRequests = z.infer<typeof Requests>;

const kebab = (name: string) => name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
const reads = new Set(['root', 'list', 'get']);

/** Method and path of an operation id, as CallPage names them. Calls have paths of their own. */
function route(operation: string, input: Record<string, unknown>): { method: string; path: string } {
  const [entity = '', action = entity] = operation.split('.');
  if (operation === 'root') return { method: 'GET', path: '/api/v1/external' };
  if (operation === 'calls.list') return { method: 'GET', path: '/api/v3/external/calls/history' };
  if (operation === 'calls.get') return { method: 'GET', path: `/api/v3/external/calls/${input.id}` };
  if (operation === 'calls.updateField') {
    return { method: 'PATCH', path: `/api/v1/external/calls/${input.call}/fields/${input.field}` };
  }
  const name = action === 'list' ? 'all' : kebab(action);
  return { method: reads.has(action) ? 'GET' : 'POST', path: `/api/v1/external/${entity}/${name}` };
}

/**
 * The sandbox as a test sees it: CallPage's own API with the key, by which a test prepares what it needs and reads
 * back what the browser did, and the controls that arm faults and tell what arrived.
 */
export class Sandbox {
  /** Whether a fault was armed: the browser then reports failed requests, which is what the test wants. */
  faulty = false;
  /** Whether the test asked for another state of the whole account. */
  wasReset = false;
  /** Where faults were armed: the console's own, beside the sandbox's. */
  readonly #armed = new Set<string>();
  readonly #server: RunningServer;

  constructor(server: RunningServer) {
    this.#server = server;
  }

  /** Calls one operation, such as `call('widgets.get', { widget_id: 3 })`, and gives its `data`. */
  async call(operation: string, input: Record<string, unknown> = {}): Promise<unknown> {
    const { method, path } = route(operation, input);
    return this.#send(method, path, input);
  }

  /** Every widget of the account, in the order of the API. */
  async widgets(): Promise<SandboxWidget[]> {
    return z.array(Widget).parse(await this.call('widgets.list', { limit: 1000 }));
  }

  /** Ids of what a test may leave behind. */
  async things(): Promise<{ widgets: Set<number>; users: Set<number> }> {
    const users = z.array(Created).parse(await this.call('users.list', { limit: 1000 }));
    return {
      widgets: new Set((await this.widgets()).map(({ id }) => id)),
      users: new Set(users.map(({ id }) => id)),
    };
  }

  async widget(id: number): Promise<SandboxWidget> {
    return Widget.parse(await this.call('widgets.get', { widget_id: id }));
  }

  /** Creates a widget of the test's own. It is deleted after the test, as is every other widget that the test made. */
  async seedWidget(seed: WidgetSeed = {}): Promise<SandboxWidget> {
    const [widget] = await this.seedWidgets(1, () => seed);
    if (!widget) throw new Error('The sandbox did not list the widget that was made.');
    return this.widget(widget.id);
  }

  /** Makes many widgets at once: `seedWidgets(300, (index) => ({ description: `Shop ${index}` }))`. */
  async seedWidgets(count: number, seed: (index: number) => WidgetSeed): Promise<SandboxWidget[]> {
    const seeds = Array.from({ length: count }, (_, index) => ({ ...defaults(), ...seed(index) }));
    const made = z.array(Created).parse(await this.batch('widgets.create', seeds));
    const ids = made.map(({ id }) => id);
    const more = seeds.map((one, index) => ({ ...one, id: ids[index] }));
    const updates = more.filter(({ enabled, settings }) => enabled !== undefined || settings);
    if (updates.length > 0) await this.batch('widgets.update', updates);
    return (await this.widgets()).filter(({ id }) => ids.includes(id));
  }

  /** Calls one operation many times at once, all done or none; meets no fault and is not counted as a request. */
  async batch(operation: string, inputs: readonly Record<string, unknown>[]): Promise<unknown> {
    return this.#send('POST', '/__sandbox/batch', { operation, inputs });
  }

  /** Arms a fault. All are cleared after the test. */
  async arm(fault: FaultSeed): Promise<void> {
    this.faulty = true;
    const path = fault.operation.includes('/') ? '/__sandbox/console-faults' : '/__sandbox/faults';
    this.#armed.add(path);
    await this.#send('POST', path, { when: 'before', ...fault });
  }

  /** Lets the next request of an operation through before the faults that are armed after this. */
  async letPass(operation: string): Promise<void> {
    await this.arm({ operation, kind: 'slow', delayMs: 0 });
  }

  /** What the console says the time is, from now on and until the test ends: what is true now follows it, not the device. */
  async setTime(at: string): Promise<void> {
    const path = '/__sandbox/console-clock';
    this.#armed.add(path);
    await this.#send('POST', path, { at });
  }

  async clearFaults(): Promise<void> {
    for (const path of this.#armed) await this.#send('DELETE', path);
    this.#armed.clear();
  }

  /** What has reached the sandbox since the test began, the test's own calls included. */
  async requests(): Promise<SeenRequests> {
    return Requests.parse(await this.#send('GET', '/__sandbox/requests'));
  }

  async clearRequests(): Promise<void> {
    await this.#send('DELETE', '/__sandbox/requests');
  }

  /** Gives the whole account another state, for tests of account-wide counts. `demo` comes back after the test. */
  async reset(seed: 'demo' | 'empty'): Promise<void> {
    this.wasReset = true;
    await this.#send('POST', '/__sandbox/reset', { seed });
  }

  async #send(method: string, path: string, input: Record<string, unknown> = {}): Promise<unknown> {
    const target = new URL(path, this.#server.sandboxUrl);
    const headers = { Authorization: this.#server.apiKey, 'Content-Type': 'application/json' };
    if (method === 'GET')
      for (const [name, value] of Object.entries(input)) target.searchParams.set(name, String(value));
    const response = await fetch(target, {
      method,
      headers,
      ...(method === 'GET' ? {} : { body: JSON.stringify(input) }),
    });
    const { hasError, message, data } = Envelope.parse(await response.json());
    if (hasError) throw new Error(`The sandbox refused ${method} ${path}: ${response.status} ${message}`);
    return data;
  }
}
