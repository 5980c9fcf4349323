import { once } from 'node:events';
import http from 'node:http';
import { connect } from 'node:net';
import Fastify from 'fastify';
import { expect, onTestFinished, test } from 'vitest';
import { endUnusedConnections } from './connections.ts';

/** A server that answers when the test says so, and a browser's way to ask: its connection stays open after an answer. */
async function open() {
  const app = Fastify();
  endUnusedConnections(app);
  const answers: (() => void)[] = [];
  app.get('/', () => new Promise((answer) => answers.push(() => answer('done'))));
  const origin = await app.listen({ host: '127.0.0.1', port: 0 });
  const agent = new http.Agent({ keepAlive: true });
  onTestFinished(() => agent.destroy());
  const ask = async () => {
    const [response]: http.IncomingMessage[] = await once(http.get(origin, { agent }), 'response');
    return (await response?.toArray())?.join('');
  };
  return { app, answers, ask, port: Number(new URL(origin).port) };
}

test('a server that closes answers what is under way, and waits for no connection that stays open after it', async () => {
  const { app, answers, ask } = await open();
  const asked = [ask(), ask()];
  await expect.poll(() => answers.length).toBe(2);
  const closed = app.close();
  await expect.poll(() => app.server.listening).toBe(false);
  for (const answer of answers) answer();
  expect(await Promise.all(asked)).toEqual(['done', 'done']);
  await closed;
});

test('nor for one that a browser opened ahead of need, or had left over', async () => {
  const { app, answers, ask, port } = await open();
  const asked = ask();
  await expect.poll(() => answers.length).toBe(1);
  answers[0]?.();
  await asked;
  await once(connect(port, '127.0.0.1'), 'connect');
  await app.close();
});
