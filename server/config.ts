import * as z from 'zod';
import { sandboxEnvironment } from './sandbox/config.ts';

const loopback = /^(localhost|127(\.\d{1,3}){3}|::1)$/;

const Environment = z.object({
  ...sandboxEnvironment,
  SANDBOX_API_KEY: sandboxEnvironment.SANDBOX_API_KEY.refine(
    (key) => key === undefined || isKey(key.split(':', 1)[0] ?? ''),
    'must be 8 characters or more, without spaces',
  ),
  PORT: port(8080),
  HOST: z
    .string()
    .regex(
      loopback,
      'only this machine may reach the console until people can sign in: use 127.0.0.1, ::1 or localhost',
    )
    .default('127.0.0.1'),
  PUBLIC_ORIGIN: z
    .string()
    .transform((list) => list.split(',').map((origin) => origin.trim()))
    .pipe(z.array(z.string().refine(isOrigin, 'must be origins such as http://localhost:5173, separated by commas')))
    .default([]),
  CALLPAGE_API_KEY: z
    .string()
    .regex(
      /^[\x21-\x7e]{8,}$/,
      'must be the key from CallPage’s settings: 8 characters or more, no spaces. Leave it out for the sandbox',
    )
    .optional(),
  CALLPAGE_BASE_URL: z
    .string()
    .refine(isOrigin, 'must be an address without a path, such as https://core.callpage.io')
    .default('https://core.callpage.io'),
  API_TIME_ZONE: z
    .string()
    .refine(isTimeZone, 'must be an IANA time zone, such as UTC or Europe/Warsaw')
    .default('UTC'),
  LOG_LEVEL: z
    .enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'], {
      error: 'must be fatal, error, warn, info, debug, trace or silent',
    })
    .default('info'),
});

export type Config = z.output<typeof Environment>;

/**
 * Reads the configuration. A variable that is empty counts as left out.
 * @throws Error naming every bad variable and what to do about it; never a value, which may be a secret
 */
export function readConfig(environment: Readonly<Record<string, string | undefined>>): Config {
  const given = Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== ''));
  const result = Environment.safeParse(given);
  if (result.success) return result.data;
  const lines = result.error.issues.map(
    ({ path, message }) => `  ${path[0]?.toString()}: ${message.replace(/\.$/, '')}.`,
  );
  throw new Error(
    `The configuration is wrong. Correct these environment variables:\n${[...new Set(lines)].join('\n')}`,
  );
}

/** 0 lets the system choose a free port. */
function port(byDefault: number) {
  const words = 'must be a port: a whole number from 0 to 65535';
  return z
    .string()
    .regex(/^\d{1,5}$/, words)
    .transform(Number)
    .pipe(z.number().max(65_535, words))
    .default(byDefault);
}

/** Shorter ones are found in ordinary words, which would then be taken out of answers as if they were the key. */
function isKey(text: string): boolean {
  return /^[\x21-\x7e]{8,}$/.test(text);
}

function isOrigin(text: string): boolean {
  return URL.canParse(text) && /^https?:/.test(text) && new URL(text).origin === text.replace(/\/$/, '');
}

function isTimeZone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }) !== undefined;
  } catch {
    return false;
  }
}
