import type * as z from 'zod/mini';

/** What the contract says of one operation, on the account of `server/testing/small-account.ts`. */
export interface ContractCase {
  operation: string;
  method: 'GET' | 'POST' | 'PATCH';
  path: string;
  scope: string | null;
  /** A complete input that is accepted. */
  input: Record<string, unknown>;
  required: string[];
  /** Other values that are accepted: each bound at its edge. */
  good: Record<string, unknown[]>;
  /** Values that are refused with a 422 naming the field: each bound beyond its edge, and wrong types. */
  bad: Record<string, unknown[]>;
  /** Inputs that name something that is not there: 404. */
  unknown: Record<string, unknown>[];
  /** The app's own schema of what comes back as `data`. */
  answer: z.ZodMiniType;
  hasMeta?: boolean;
}

export const v1 = '/api/v1/external';

export const unknownWidget = { widget_id: 99 };

export function read(operation: string, path: string, scope: string | null, answer: z.ZodMiniType): ContractCase {
  return { operation, method: 'GET', path, scope, input: {}, required: [], good: {}, bad: {}, unknown: [], answer };
}

export function write(operation: string, path: string, scope: string | null, answer: z.ZodMiniType): ContractCase {
  return { ...read(operation, path, scope, answer), method: 'POST' };
}
