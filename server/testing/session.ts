import { randomBytes } from 'node:crypto';
import type { AccessConfig } from '#server/access/access.ts';
import type { Db } from '#server/db/open.ts';
import type { ConsoleRole } from '#src/api/wire/session.ts';

/** Access with the demo people, on a database that is this process's alone. */
export function demoAccess(db: Db): AccessConfig {
  return { db, alone: true, secret: randomBytes(32).toString('base64url'), demo: true };
}

/** Signs a demo person in at a console and gives the header `Cookie` of their session. */
export async function demoCookie(origin: string, role: ConsoleRole = 'operator'): Promise<string> {
  const response = await fetch(`${origin}/auth/demo`, {
    method: 'POST',
    headers: { Origin: origin, 'Content-Type': 'application/json', 'X-CallPage-Console': '1' },
    body: JSON.stringify({ role }),
  });
  if (!response.ok) throw new Error(`The demo sign-in was refused: ${response.status} ${await response.text()}`);
  return response.headers
    .getSetCookie()
    .map((cookie) => cookie.split(';', 1)[0])
    .join('; ');
}
