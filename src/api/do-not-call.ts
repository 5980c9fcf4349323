import * as z from 'zod/mini';
import { send } from './http.ts';
import { AddedNumbers, type AddNumbersInput, BarredNumber } from './wire/do-not-call.ts';

const path = '/console/do-not-call';
const List = z.array(BarredNumber);

/** Every number that is never called, the newest first. */
export async function readBarred(signal?: AbortSignal): Promise<BarredNumber[]> {
  return (await send({ operation: 'doNotCall.list', path, data: List, signal })).data;
}

/** Adds what can be read as a number. What cannot comes back with the reason. */
export async function addBarred(body: AddNumbersInput): Promise<AddedNumbers> {
  const request = { operation: 'doNotCall.add', path: `${path}/add`, method: 'POST', body } as const;
  return (await send({ ...request, data: AddedNumbers })).data;
}

/** 404 where somebody has taken it off already. */
export async function removeBarred(id: number): Promise<void> {
  const request = { operation: 'doNotCall.remove', path: `${path}/remove`, method: 'POST', body: { id } } as const;
  await send({ ...request, data: z.unknown() });
}
