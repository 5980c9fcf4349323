import * as z from 'zod';
import { readApiKey } from './key.ts';
import { seedNames } from './seed/names.ts';

/** The sandbox's part of the environment. Each message goes on from the variable's name. */
export const sandboxEnvironment = {
  SANDBOX_PORT: wholeNumber(65_535, 'must be a port: a whole number from 0 to 65535').default(8788),
  /** `key`, or `key:scope,scope`. Left out: random at the first start, and kept in DATA_DIR. */
  SANDBOX_API_KEY: z
    .string()
    .superRefine((value, context) => {
      try {
        readApiKey(value);
      } catch (error) {
        context.addIssue({ code: 'custom', message: error instanceof Error ? error.message : String(error) });
      }
    })
    .optional(),
  SANDBOX_SEED: z.enum(seedNames, { error: `must be ${seedNames.join(', ')}` }).default('demo'),
  SANDBOX_RATE_LIMIT: wholeNumber(1_000_000, 'must be requests a minute: a whole number, 0 for no limit').default(0),
  DATA_DIR: z.string().default('./data'),
  DATABASE_URL: z
    .string()
    .refine(
      (url) => /^postgres(?:ql)?:\/\/./.test(url) && URL.canParse(url),
      'must be an address such as postgres://user@localhost:5432/callpage',
    )
    .optional(),
};

export const SandboxConfig = z.object(sandboxEnvironment);
export type SandboxConfig = z.output<typeof SandboxConfig>;

function wholeNumber(max: number, words: string) {
  return z
    .string()
    .regex(/^\d{1,7}$/, words)
    .transform(Number)
    .pipe(z.number().max(max, words));
}
