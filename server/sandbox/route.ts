import type * as z from 'zod';
import type { Db } from '#server/db/open.ts';
import { invalid } from './errors.ts';

export const scopes = [
  'calls.view',
  'managers.view',
  'managers.edit',
  'sms.view',
  'sms.edit',
  'voice.view',
  'voice.edit',
  'widgets.view',
  'widgets.edit',
  'widgets.call',
] as const;
export type Scope = (typeof scopes)[number];

export interface Context {
  db: Db;
  now: () => Date;
}

export interface Answer {
  data: unknown;
  /** Single-object answers carry `[]`, as the API's own may. */
  meta?: { count: number; limit: number; offset: number };
  message?: string;
}

interface RouteFace {
  /** The console's name of the operation, the same in its gateway, its faults and its errors. */
  operation: string;
  method: 'GET' | 'POST' | 'PATCH';
  /** Fastify's form: parameters as `:name`. */
  path: string;
  /** null: any valid key */
  scope: Scope | null;
}

interface RouteDefinition<Input extends z.ZodType> extends RouteFace {
  input: Input;
  handle(input: z.output<Input>, context: Context): Promise<Answer>;
}

export interface Route extends RouteFace {
  /** Validates what came with the request, then does it. Throws a SandboxError with the fields that are wrong. */
  run(raw: unknown, context: Context): Promise<Answer>;
}

export function route<Input extends z.ZodType>(definition: RouteDefinition<Input>): Route {
  const { input, handle, ...face } = definition;
  return {
    ...face,
    async run(raw, context) {
      return handle(read(input, raw), context);
    },
  };
}

/** What the schema makes of the input; throws the 422 that names each wrong field. */
export function read<Input extends z.ZodType>(input: Input, raw: unknown): z.output<Input> {
  const parsed = input.safeParse(raw);
  if (!parsed.success) throw invalid(byField(parsed.error));
  return parsed.data;
}

/** Whoever has more wrong reads no further. */
const mostIssues = 100;

/** `business_times.0.end_time` for a nested value; the empty name for the input as a whole. */
function byField(error: z.ZodError): Record<string, string[]> {
  const fields = new Map<string, string[]>();
  for (const issue of error.issues.slice(0, mostIssues)) {
    const name = issue.path.map(String).join('.');
    fields.set(name, [...(fields.get(name) ?? []), issue.message]);
  }
  return Object.fromEntries(fields);
}
