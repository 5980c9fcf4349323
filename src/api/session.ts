import * as z from 'zod/mini';
import { send } from './http.ts';
import {
  type AcceptInput,
  type DemoInput,
  Link,
  type PasswordInput,
  Session,
  type SignInInput,
  type SignOutInput,
} from './wire/session.ts';

const auth = (path: string) => `/auth/${path}`;

/** Who is signed in and what they may do; nobody is an answer too. */
export async function getSession(signal?: AbortSignal): Promise<Session> {
  return (await send({ operation: 'session.get', path: auth('session'), data: Session, signal })).data;
}

/** 403 `wrong_credentials`, 429 after too many tries. */
export async function signIn(body: SignInInput): Promise<Session> {
  const request = { operation: 'session.signIn', path: auth('sign-in'), method: 'POST', body } as const;
  return (await send({ ...request, data: Session })).data;
}

/** Signs in as one of the sandbox's three demo people. */
export async function signInAsDemo(body: DemoInput): Promise<Session> {
  const request = { operation: 'session.demo', path: auth('demo'), method: 'POST', body } as const;
  return (await send({ ...request, data: Session })).data;
}

/** @param everywhere on every device, not on this one alone */
export async function signOut(everywhere: boolean): Promise<void> {
  const body: SignOutInput = { everywhere };
  await send({ operation: 'session.signOut', path: auth('sign-out'), method: 'POST', body, data: z.unknown() });
}

/** Ends every other session of the person. 403 `wrong_credentials` where the current password is another one. */
export async function changePassword(body: PasswordInput): Promise<void> {
  await send({ operation: 'session.password', path: auth('password'), method: 'POST', body, data: z.unknown() });
}

/** What stands behind the token of a link; 410 `link_invalid` where it is good no longer. */
export async function readLink(token: string): Promise<Link> {
  const body = { token };
  const request = { operation: 'session.readLink', path: auth('link/read'), method: 'POST', body } as const;
  return (await send({ ...request, data: Link })).data;
}

/** Uses a link up and signs its holder in. */
export async function acceptLink(body: AcceptInput): Promise<Session> {
  const request = { operation: 'session.acceptLink', path: auth('link/accept'), method: 'POST', body } as const;
  return (await send({ ...request, data: Session })).data;
}
