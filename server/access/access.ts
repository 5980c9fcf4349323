import type { FastifyInstance } from 'fastify';
import { addEvents } from '#server/acts/events.ts';
import { createFeed } from '#server/acts/feed.ts';
import { createRecord, forgetOldActs, settleLost } from '#server/acts/record.ts';
import { addActivity } from '#server/acts/routes.ts';
import { createDoNotCall } from '#server/calls/do-not-call.ts';
import type { Db } from '#server/db/open.ts';
import { createAttempts } from './attempts.ts';
import { createAuth } from './auth.ts';
import { endDemo } from './demo.ts';
import { addDoNotCallRoutes } from './do-not-call-routes.ts';
import { addPeopleRoutes } from './people-routes.ts';
import { addSessionRoutes } from './routes.ts';
import { createSessions } from './session.ts';
import { startSteadyClock } from './steady-clock.ts';

export interface AccessConfig {
  db: Db;
  /** No other process works on this database, now or while this one lives. */
  alone: boolean;
  /** Signs cookies and hides numbers in the trail: 32 characters or more, the same in every process on one database. */
  secret: string;
  /** Demo people may be signed in by one click: never with an account of anybody's behind the console. */
  demo: boolean;
  idleMinutes?: number;
  /** However much it is used, a session ends after so many hours. */
  maxHours?: number;
  /** Days for which acts are kept; 0 for ever. */
  retentionDays?: number;
  /** Callbacks that one person may ask for in 24 hours; 0 for any number. */
  callsPerDay?: number;
  /** Milliseconds between two signs of life on `/events`. */
  beatMs?: number;
  /** Milliseconds that have passed since any moment, by a clock that nobody sets. */
  elapsed?: () => number;
  /** Milliseconds between two looks for what is lost, or old. */
  sweepMs?: number;
}

interface Served {
  /** The browser sends the cookie over TLS only. */
  secureCookie: boolean;
  /** Of what is served, by which an open page knows that it is out of date. */
  version: string;
  /** In which CallPage writes its times. */
  timeZone: string;
}

/**
 * Adds people and the trail to the gateway: `/auth`, `/activity`, `/console`, `/events`. What a former process left pending is settled
 * before anything is answered.
 */
export async function addAccess(app: FastifyInstance, config: AccessConfig, served: Served) {
  const {
    db,
    alone,
    secret,
    demo,
    idleMinutes = 720,
    maxHours = 168,
    retentionDays = 365,
    callsPerDay = 200,
    beatMs,
    elapsed = () => performance.now(),
    sweepMs = 30_000,
  } = config;
  const { secureCookie, version, timeZone } = served;
  const auth = createAuth({ db, secret, idleMinutes, secureCookie });
  const sessions = createSessions(auth, db, maxHours);
  const attempts = createAttempts(db, await startSteadyClock(db, elapsed));
  const onError = (error: unknown) => app.log.error(error);
  const feed = createFeed(db, { pollMs: alone ? undefined : 500, onError });
  const told = () => feed.look();
  const doNotCall = createDoNotCall(secret);

  if (!demo) await endDemo(db);
  await settleLost(db, alone);
  const unread = await doNotCall.rehash(db);
  if (unread > 0) app.log.warn({ unread }, 'numbers of the do-not-call list cannot be read: write them anew');
  /** Each by itself: what fails keeps nothing else from being done. */
  const sweep = async () => {
    await settleLost(db, false).catch(onError);
    await forgetOldActs(db, retentionDays).catch(onError);
    await attempts.forgetOld().catch(onError);
    await sessions.forgetOld().catch(onError);
    told();
  };
  const timer = setInterval(() => void sweep(), sweepMs).unref();
  app.addHook('onClose', async () => clearInterval(timer));

  const ended = addEvents(app, {
    sessions,
    feed,
    version,
    ...(beatMs === undefined ? {} : { beatMs }),
  });
  addSessionRoutes(app, { db, auth, sessions, attempts, demo, version, timeZone, ended, told, newest: feed.newest });
  addPeopleRoutes(app, { db, sessions, ended, told });
  addDoNotCallRoutes(app, { db, sessions, doNotCall, told });
  addActivity(app, db, sessions);
  return { sessions, record: createRecord(db, secret, callsPerDay), told };
}
