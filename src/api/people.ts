import * as z from 'zod/mini';
import { send } from './http.ts';
import {
  type EndSessionInput,
  Invitation,
  type InviteInput,
  MadeLink,
  Person,
  PersonSession,
  type PersonUpdateInput,
} from './wire/people.ts';

const people = (path = '') => `/auth/people${path}`;
const invitations = (path = '') => `/auth/invitations${path}`;

const People = z.array(Person);
const Invitations = z.array(Invitation);
const Sessions = z.array(PersonSession);

/** Everybody who may use the console, or once could, by name. */
export async function readPeople(signal?: AbortSignal): Promise<Person[]> {
  return (await send({ operation: 'people.list', path: people(), data: People, signal })).data;
}

/** Invitations that wait, the newest first. */
export async function readInvitations(signal?: AbortSignal): Promise<Invitation[]> {
  return (await send({ operation: 'people.invitations', path: invitations(), data: Invitations, signal })).data;
}

/** The open sessions of a person, the one used last first. */
export async function readSessions(id: string, signal?: AbortSignal): Promise<PersonSession[]> {
  const request = { operation: 'people.sessions', path: people('/sessions'), query: { id } };
  return (await send({ ...request, data: Sessions, signal })).data;
}

/** An earlier invitation of the same address is good no longer. 409 `email_taken` where a person has the address. */
export async function invite(body: InviteInput): Promise<MadeLink> {
  const request = { operation: 'people.invite', path: people('/invite'), method: 'POST', body } as const;
  return (await send({ ...request, data: MadeLink })).data;
}

export async function withdrawInvitation(id: string): Promise<void> {
  const request = { operation: 'people.withdraw', path: invitations('/withdraw'), method: 'POST' } as const;
  await send({ ...request, body: { id }, data: z.unknown() });
}

/** 409 `yourself` and `last_operator`: somebody has to be left who can let others in. */
export async function updatePerson(body: PersonUpdateInput): Promise<Person> {
  const request = { operation: 'people.update', path: people('/update'), method: 'POST', body } as const;
  return (await send({ ...request, data: Person })).data;
}

/** An earlier password link of the person is good no longer. 409 `deactivated`. */
export async function makePasswordLink(id: string): Promise<MadeLink> {
  const request = { operation: 'people.passwordLink', path: people('/password-link'), method: 'POST' } as const;
  return (await send({ ...request, body: { id }, data: MadeLink })).data;
}

export async function endSession(body: EndSessionInput): Promise<void> {
  const request = { operation: 'people.endSession', path: people('/end-session'), method: 'POST', body } as const;
  await send({ ...request, data: z.unknown() });
}
