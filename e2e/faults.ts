import type { FaultSeed } from './sandbox.ts';

const told = 'The disk of CallPage is full.';

/** Every kind of fault that ends without a good answer, and the reason that people are to read then. */
export const failures = [
  { kind: 'status', reason: told },
  { kind: 'error200', reason: told },
  { kind: 'retry-after', reason: told },
  { kind: 'html', reason: 'sent an answer that could not be read' },
  { kind: 'truncated', reason: 'sent an answer that could not be read' },
  { kind: 'reset', reason: 'closed the connection before its answer was complete' },
] as const satisfies { kind: FaultSeed['kind']; reason: string }[];

/** Arms one of them. */
export const failure = (kind: FaultSeed['kind'], operation: string, more: Partial<FaultSeed> = {}): FaultSeed => ({
  operation,
  kind,
  message: told,
  ...more,
});
