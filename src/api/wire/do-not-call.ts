import * as z from 'zod/mini';
import { nullable, numeric } from './primitives.ts';

/** A number that is never called. Instants are ISO 8601 in UTC. */
export const BarredNumber = z.looseObject({
  id: numeric,
  /** As it was typed or pasted. */
  number: z.string(),
  /** ISO 3166: where it is from, if it was written without a country code. */
  country: nullable(z.string()),
  reason: z.string(),
  /** The person's name. */
  added_by: z.string(),
  added_at: z.string(),
});
export type BarredNumber = z.infer<typeof BarredNumber>;

/** One that could not be added, as it was sent, and why. */
export const WrongNumber = z.looseObject({ text: z.string(), problem: z.string() });
export type WrongNumber = z.infer<typeof WrongNumber>;

/** What became of each number that was sent: `already` are those that were on the list, or came twice. */
export const AddedNumbers = z.looseObject({
  added: numeric,
  already: z.array(z.string()),
  wrong: z.array(WrongNumber),
});
export type AddedNumbers = z.infer<typeof AddedNumbers>;

/** As many numbers as are added at once, and characters as a reason has. */
export const barredLimits = { numbers: 1000, reason: 200 } as const;

export interface AddNumbersInput {
  /** In any shape. */
  numbers: string[];
  /** ISO 3166: where those without a country code are from. */
  country?: string | undefined;
  reason: string;
}
