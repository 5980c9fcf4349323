import * as z from 'zod/mini';
import { readOwn, send } from './http.ts';

const Health = z.object({ upstream: z.enum(['sandbox', 'live']) });

export interface Connection {
  upstream: 'sandbox' | 'live';
  /** What the API root says. */
  greeting: string;
  milliseconds: number;
}

/** Whether CallPage answers, which CallPage it is, and how long its root took. */
export async function checkConnection(signal?: AbortSignal): Promise<Connection> {
  const { upstream } = await readOwn('/health', Health, signal);
  const start = performance.now();
  const { message } = await send({ operation: 'root', path: '/api/v1/external', data: z.unknown(), signal });
  return { upstream, greeting: message, milliseconds: Math.round(performance.now() - start) };
}
