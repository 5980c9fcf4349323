import { expect, it } from 'vitest';
import * as z from 'zod';
import { testKey } from '#server/testing/client.ts';
import { type SandboxProcess, spawnSandbox, temporaryFolder } from '#server/testing/process.ts';

const writes = 500;
const atOnce = 10;

const Widgets = z.object({ data: z.array(z.object({ description: z.string() })) });

it('loses no acknowledged write to a kill -9, and applies each once', async () => {
  const DATA_DIR = await temporaryFolder();
  const names = Array.from({ length: writes }, (_, index) => `write ${index}`);
  let acknowledged: string[] = [];
  // Killed in mid-flight three times, each time at another point, then left to finish.
  for (const killAfter of [40, 150, 320, Infinity]) {
    const sandbox = await spawnSandbox({ DATA_DIR });
    const stored = await descriptions(sandbox);
    expect(new Set(stored).size, 'no write is applied twice').toBe(stored.length);
    expect(stored, 'every acknowledged write is there').toEqual(expect.arrayContaining(acknowledged));
    // What was written without being acknowledged is not sent again.
    acknowledged = stored;
    const left = names.filter((name) => !stored.includes(name));
    acknowledged = [...acknowledged, ...(await writeUntil(sandbox, left, killAfter - stored.length))];
    if (killAfter === Infinity) {
      expect((await descriptions(sandbox)).sort()).toEqual([...names].sort());
      expect(await sandbox.end('SIGTERM')).toBe(0);
    }
  }
}, 120_000);

/** Writes from several clients at once; kills the sandbox after so many answers. Gives what was acknowledged. */
async function writeUntil(sandbox: SandboxProcess, names: string[], killAfter: number): Promise<string[]> {
  const queue = [...names];
  const acknowledged: string[] = [];
  let killed: Promise<unknown> | undefined;
  const client = async () => {
    for (let name = queue.shift(); name !== undefined; name = queue.shift()) {
      const body = JSON.stringify({ url: 'https://x.example', description: name });
      const answer = await send(sandbox, 'widgets/create', { method: 'POST', body }).catch(() => undefined);
      if (answer === undefined) return;
      acknowledged.push(name);
      if (acknowledged.length >= killAfter) killed ??= sandbox.end('SIGKILL');
    }
  };
  await Promise.all(Array.from({ length: atOnce }, client));
  await killed;
  return acknowledged;
}

async function descriptions(sandbox: SandboxProcess): Promise<string[]> {
  const { data } = Widgets.parse(await send(sandbox, 'widgets/all?limit=1000', {}));
  return data.map(({ description }) => description);
}

async function send({ url }: SandboxProcess, path: string, init: RequestInit): Promise<unknown> {
  const headers = { Authorization: testKey, 'Content-Type': 'application/json' };
  const response = await fetch(`${url}/api/v1/external/${path}`, { headers, ...init });
  if (!response.ok) throw new Error(`${response.status}`);
  return response.json();
}
