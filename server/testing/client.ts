import type { FastifyInstance, LightMyRequestResponse } from 'fastify';
import * as z from 'zod';

/** What the tests read of an answer, whichever it is. */
const Answer = z.looseObject({
  hasError: z.boolean(),
  message: z.string(),
  data: z.unknown().optional(),
  meta: z.unknown().optional(),
  errors: z.record(z.string(), z.array(z.string())).optional(),
});

export interface TestAnswer extends z.output<typeof Answer> {
  status: number;
  response: LightMyRequestResponse;
}

export interface TestRequest {
  method?: 'GET' | 'POST' | 'PATCH' | 'DELETE' | 'PUT' | 'HEAD';
  path: string;
  input?: Record<string, unknown>;
  authorization?: string | undefined;
  /** Send the body as PHP clients do. */
  form?: boolean;
}

export const testKey = 'test-key';

/** Asks the sandbox without a socket. A read's input goes into the query, a write's into the body. */
export async function ask(app: FastifyInstance, request: TestRequest): Promise<TestAnswer> {
  const { method = 'GET', path, input = {}, authorization = testKey, form = false } = request;
  const url = method === 'GET' ? `${path}?${phpQuery(input)}` : path;
  const body = form ? phpQuery(input) : JSON.stringify(input);
  const type = form ? 'application/x-www-form-urlencoded' : 'application/json';
  const response = await app.inject({
    method,
    url,
    headers: { authorization, ...(method === 'GET' ? {} : { 'content-type': type }) },
    ...(method === 'GET' ? {} : { payload: body }),
  });
  return { status: response.statusCode, response, ...Answer.parse(response.json()) };
}

/** As PHP's http_build_query writes it: nested keys in brackets, null left out, true and false as 1 and 0. */
export function phpQuery(input: Record<string, unknown>): string {
  return Object.entries(input)
    .flatMap(([key, value]) => pairs(key, value))
    .map(([key, value]) => `${encodeURIComponent(key)}=${encodeURIComponent(value)}`)
    .join('&');
}

function pairs(key: string, value: unknown): [string, string][] {
  if (value === null || value === undefined) return [];
  if (typeof value === 'boolean') return [[key, value ? '1' : '0']];
  if (typeof value === 'object') return Object.entries(value).flatMap(([name, one]) => pairs(`${key}[${name}]`, one));
  return [[key, String(value)]];
}
