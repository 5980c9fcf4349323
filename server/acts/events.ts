import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Person, Sessions } from '#server/access/session.ts';
import type { ActEntity } from '#src/api/wire/activity.ts';
import type { Change, EventName } from '#src/api/wire/events.ts';
import { isRecord } from '#src/api/wire/primitives.ts';
import type { ConsoleRole } from '#src/api/wire/session.ts';
import type { Feed, Told } from './feed.ts';

interface EventsConfig {
  sessions: Sessions;
  feed: Feed;
  version: string;
  beatMs?: number;
}

/**
 * `GET /events`: tells open pages what was changed. A connection lives as long as its session; being connected does not
 * keep a session alive. Resolves with a function that looks at once whether every session is still there.
 */
export function addEvents(app: FastifyInstance, { sessions, feed, version, beatMs = 15_000 }: EventsConfig) {
  const streams = new Set<() => void>();
  const closing = new Set<() => void>();

  app.get('/events', async (request, reply) => {
    const { person } = await sessions.require(request);
    const { send, end } = openStream(reply);
    const held: Told[] = [];
    let tell = (told: Told[]): void => {
      held.push(...told);
    };
    const stop = await feed.listen((told) => tell(told));

    /** A role or a link that changed counts from the next event on: the page connects again. */
    const check = () =>
      void sessions.find(request).then(
        (signed) => {
          if (!signed) send('signed-out');
          if (!signed || !isSame(signed.person, person)) close();
        },
        () => close(),
      );
    const timer = setInterval(() => {
      send('beat');
      check();
    }, beatMs).unref();
    const close = () => {
      clearInterval(timer);
      stop();
      streams.delete(check);
      closing.delete(close);
      end();
    };
    streams.add(check);
    closing.add(close);
    reply.raw.once('close', close);
    if (reply.raw.destroyed) return close();

    const sendAll = (told: Told[]) => {
      for (const { seq, change } of told) {
        const seen = visibleTo(person, change);
        if (seen) send('change', seen, seq);
      }
    };
    const from = readLastId(request);
    const newest = await feed.newest();
    const missed = from === undefined ? [] : await feed.missed(from);
    send('hello', { version }, newest);
    if (missed) sendAll(missed);
    else send('refresh');
    const told = missed?.at(-1)?.seq ?? (from === undefined ? 0 : newest);
    sendAll(held.filter(({ seq }) => seq > told));
    tell = sendAll;
  });

  app.addHook('preClose', async () => {
    for (const close of closing) close();
  });
  return () => {
    for (const check of streams) check();
  };
}

const readableBy: Record<ActEntity, readonly ConsoleRole[]> = {
  widgets: ['operator', 'support', 'manager'],
  managers: ['operator', 'support', 'manager'],
  users: ['operator', 'support', 'manager'],
  calls: ['operator', 'support', 'manager'],
  sms: ['operator'],
  voice: ['operator'],
  people: ['operator'],
};

/** A manager is told of their own, and that something of a kind was changed, but not what of others. */
function visibleTo({ role, callpageUserId }: Person, change: Change): Change | undefined {
  if (!readableBy[change.entity].includes(role)) return undefined;
  if (role !== 'manager') return change;
  const { entity, operation, ids, user_ids, key } = change;
  const isMine = callpageUserId !== null && user_ids.includes(callpageUserId);
  if (isMine) return { entity, operation, ids, user_ids: [callpageUserId], key };
  return entity === 'widgets' ? { entity, operation: 'widgets', ids: [], user_ids: [], key: null } : undefined;
}

function isSame(a: Person, b: Person): boolean {
  return a.id === b.id && a.role === b.role && a.callpageUserId === b.callpageUserId;
}

/** What the connection was last told: the browser's own header, or `?after=` of a page that connects anew by itself. */
function readLastId({ headers, query }: FastifyRequest): number | undefined {
  const id = headers['last-event-id'] ?? (isRecord(query) ? query.after : undefined);
  return typeof id === 'string' && /^\d{1,15}$/.test(id) ? Number(id) : undefined;
}

/** Beyond so many bytes that nobody takes away, the page is gone or asleep: it connects again and reads what it missed. */
const mostWaiting = 256 * 1024;

function openStream(reply: FastifyReply) {
  reply.hijack();
  const { raw } = reply;
  raw.writeHead(200, {
    ...Object.fromEntries(Object.entries(reply.getHeaders()).filter(([, value]) => value !== undefined)),
    'Content-Type': 'text/event-stream; charset=utf-8',
    'Cache-Control': 'no-store',
    // Proxies such as nginx would collect it first.
    'X-Accel-Buffering': 'no',
  });
  return {
    send(name: EventName, data: unknown = {}, id?: number) {
      if (raw.writableEnded) return;
      raw.write(`${id === undefined ? '' : `id: ${id}\n`}event: ${name}\ndata: ${JSON.stringify(data)}\n\n`);
      if (raw.writableLength > mostWaiting) raw.destroy();
    },
    end: () => void raw.end(),
  };
}
