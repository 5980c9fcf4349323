import type { FaultSeed } from './sandbox.ts';

const told = 'The disk of CallPage is full.';

/**
 * Every kind of fault that ends without a good answer, and the reason that people are to read then. A refusal says that
 * nothing was done; after any other nobody knows.
 */
export const failures = [
  { kind: 'status', reason: told, isRefusal: false },
  { kind: 'error200', reason: told, isRefusal: true },
  { kind: 'retry-after', reason: told, isRefusal: true },
  { kind: 'html', reason: 'sent an answer that could not be read', isRefusal: false },
  { kind: 'truncated', reason: 'sent an answer that could not be read', isRefusal: false },
  { kind: 'reset', reason: 'closed the connection before its answer was complete', isRefusal: false },
] as const satisfies { kind: FaultSeed['kind']; reason: string; isRefusal: boolean }[];

/** Arms one of them. */
export const failure = (kind: FaultSeed['kind'], operation: string, more: Partial<FaultSeed> = {}): FaultSeed => ({
  operation,
  kind,
  message: told,
  ...more,
});
