import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Person, Sessions } from '#server/access/session.ts';
import { apart } from '#server/db/patience.ts';
import { Failure } from '#server/gateway/failure.ts';
import { allowedTo } from '#server/gateway/operations.ts';
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

/** Of one session at a time: pages that are in front of somebody, and a few that were left without a word. */
const mostPages = 20;

/**
 * `GET /events`: tells open pages what was changed. A connection lives as long as its session; being connected does not
 * keep a session alive. Resolves with a function that looks at once whether every session is still there.
 */
export function addEvents(app: FastifyInstance, { sessions, feed, version, beatMs = 15_000 }: EventsConfig) {
  const pages = new Set<{ session: string; check: () => void; close: () => void }>();

  // HEAD would be answered with a stream that nobody ends.
  app.get('/events', { exposeHeadRoute: false }, async (request, reply) => {
    const { id, person } = await sessions.require(request);
    const held: Told[] = [];
    let tell = (told: Told[]): void => {
      held.push(...told);
    };
    const stop = await feed.listen((told) => tell(told));
    const from = readLastId(request);
    const { newest, missed } = await catchUp(feed, from).catch((error: unknown) => {
      stop();
      throw error;
    });
    if ([...pages].filter(({ session }) => session === id).length >= mostPages) {
      stop();
      throw new Failure(429, 'You have too many pages of the console open. Close some.', { reason: 'too_many_pages' });
    }
    const { send, end } = openStream(reply);

    /** A role or a link that changed counts from the next event on: the page connects again. */
    const check = () =>
      void apart(() => sessions.find(request)).then(
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
      pages.delete(page);
      end();
    };
    const page = { session: id, check, close };
    pages.add(page);
    reply.raw.once('close', close);
    if (reply.raw.destroyed) return close();

    const sendAll = (told: Told[]) => {
      for (const { seq, change } of told) {
        const seen = visibleTo(person, change);
        if (seen) send('change', seen, seq);
      }
    };
    const { role, callpageUserId: user_id } = person;
    send('hello', { version, role, user_id }, newest);
    if (missed) sendAll(missed);
    else send('refresh');
    const told = missed?.at(-1)?.seq ?? (from === undefined ? 0 : newest);
    sendAll(held.filter(({ seq }) => seq > told));
    tell = sendAll;
  });

  app.addHook('preClose', async () => {
    for (const { close } of pages) close();
  });
  return () => {
    for (const { check } of pages) check();
  };
}

async function catchUp(feed: Feed, from: number | undefined) {
  const newest = await feed.newest();
  return { newest, missed: from === undefined ? [] : await feed.missed(from) };
}

/** People and the do-not-call list are the console's own, and the operators' alone; of CallPage's, who may list them is told of them. */
function mayRead(role: ConsoleRole, entity: ActEntity): boolean {
  if (entity === 'people' || entity === 'doNotCall') return role === 'operator';
  return allowedTo(role).some((id) => id === `${entity}.list`);
}

/** A manager is told of their own, and that something of a kind was changed, but not what of others. */
function visibleTo({ role, callpageUserId }: Person, change: Change): Change | undefined {
  if (!mayRead(role, change.entity)) return undefined;
  if (role !== 'manager') return change;
  const { entity, operation, ids, user_ids, key } = change;
  const isMine = callpageUserId !== null && user_ids.includes(callpageUserId);
  if (isMine) return { entity, operation, ids, user_ids: [callpageUserId], key };
  // A call is nobody's until it is taken, and changes nothing of a widget.
  return entity === 'widgets' && !operation.startsWith('widgets.call')
    ? { entity, operation: 'widgets', ids: [], user_ids: [], key: null }
    : undefined;
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
