import * as z from 'zod/mini';
import { numeric } from './primitives.ts';

/** The act because of which another is refused, and the call it made where that is known. */
const EarlierAct = z.object({ act: z.number(), call_id: z.nullable(z.number()) });

/**
 * `errors` is the field-by-field form of a 422. The gateway's own words: `outcome` on a change that has no answer,
 * `reason` on what it refused by itself, `earlier` where it did so because of another act, `question` where it asks.
 */
export const Failure = z.looseObject({
  hasError: z.literal(true),
  errorCode: z._default(numeric, 0),
  message: z._default(z.string(), ''),
  errors: z.optional(z.record(z.string(), z.array(z.string()))),
  outcome: z.catch(z.optional(z.enum(['unknown', 'not_sent'])), undefined),
  reason: z.catch(z.optional(z.string()), undefined),
  earlier: z.catch(z.optional(EarlierAct), undefined),
  /** What a person who says yes sends along. */
  question: z.catch(z.optional(z.number()), undefined),
});
export type Failure = z.infer<typeof Failure>;

export const Success = z.looseObject({
  hasError: z._default(z.literal(false), false),
  message: z._default(z.string(), ''),
  data: z._default(z.unknown(), null),
  meta: z._default(z.unknown(), null),
});
export type Success = z.infer<typeof Success>;

/** `count` is the total where the API gives one, and no more than a hint. Single-object answers may carry `[]`. */
export const Meta = z.looseObject({
  count: z.optional(numeric),
  limit: z.optional(numeric),
  offset: z.optional(numeric),
});
export type Meta = z.infer<typeof Meta>;
