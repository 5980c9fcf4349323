import { isIP } from 'node:net';
import * as z from 'zod';
import { isTimeZone } from '#src/domain/time-zones.ts';
import { SandboxConfig, sandboxEnvironment } from './sandbox/config.ts';

const loopback = /^(localhost|127(\.\d{1,3}){3}|\[?::1\]?)$/;

const Variables = z.object({
  ...sandboxEnvironment,
  SANDBOX_API_KEY: sandboxEnvironment.SANDBOX_API_KEY.refine(
    (key) => key === undefined || isKey(key.split(':', 1)[0] ?? ''),
    'must be 8 characters or more, without spaces',
  ),
  PORT: port(8080),
  /** Where it listens: an address of this machine, 0.0.0.0 or :: for all of them. */
  HOST: z
    .string()
    .refine(
      (host) => host === 'localhost' || isIP(host) > 0,
      'must be an address of this machine, such as 127.0.0.1 or 0.0.0.0',
    )
    .default('127.0.0.1'),
  PUBLIC_ORIGIN: listOf(
    z
      .string()
      .refine(isOrigin, 'must be origins such as https://console.example.com, separated by commas')
      .refine(
        (origin) => !isOrigin(origin) || origin.startsWith('https:') || isLoopback(new URL(origin).hostname),
        'must be https where it is not this machine: passwords and sessions travel there',
      ),
  ),
  /** Whose word for the address of a person is believed. */
  TRUSTED_PROXIES: listOf(
    z.string().refine(isNetwork, 'must be addresses or networks such as 10.0.0.0/8, separated by commas'),
  ),
  /** Signs cookies. Left out: random at the first start, and kept in DATA_DIR. */
  SESSION_SECRET: z.string().min(32, 'must be 32 characters or more, chosen at random').optional(),
  SESSION_IDLE_MINUTES: wholeNumber(1, 43_200, 'must be minutes: a whole number from 1 to 43200').default(720),
  SESSION_MAX_HOURS: wholeNumber(1, 8_760, 'must be hours: a whole number from 1 to 8760').default(168),
  ACTIVITY_RETENTION_DAYS: wholeNumber(0, 36_500, 'must be days: a whole number, 0 for ever').default(365),
  DEMO_SIGN_IN: z.enum(['on', 'off'], { error: 'must be on or off' }).optional(),
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

const Checked = Variables.refine(
  ({ CALLPAGE_API_KEY, CALLPAGE_BASE_URL: base }) =>
    CALLPAGE_API_KEY === undefined || base.startsWith('https:') || isLoopback(new URL(base).hostname),
  {
    path: ['CALLPAGE_BASE_URL'],
    error: 'must be https where it is not this machine: the key travels there',
    when: ({ value }) => z.looseObject({ CALLPAGE_BASE_URL: z.string().refine(isOrigin) }).safeParse(value).success,
  },
);

const Environment = Checked.refine(({ HOST, PUBLIC_ORIGIN }) => isLoopback(HOST) || PUBLIC_ORIGIN.length > 0, {
  path: ['PUBLIC_ORIGIN'],
  error: 'must be the address by which people open the console, as HOST lets others than this machine reach it',
  // Whatever else is wrong is told beside it.
  when: ({ value }) => z.looseObject({ HOST: z.string(), PUBLIC_ORIGIN: z.array(z.string()) }).safeParse(value).success,
});

export type Config = z.output<typeof Environment>;

/**
 * Whether demo people may be signed in by one click: in the sandbox alone, and where others than those at this machine
 * can come in, directly or through a proxy, only if that is wanted.
 */
export function hasDemo({ CALLPAGE_API_KEY, DEMO_SIGN_IN, HOST, PUBLIC_ORIGIN }: Config): boolean {
  if (CALLPAGE_API_KEY !== undefined) return false;
  const isHere = [HOST, ...PUBLIC_ORIGIN.map((origin) => new URL(origin).hostname)].every(isLoopback);
  return DEMO_SIGN_IN === undefined ? isHere : DEMO_SIGN_IN === 'on';
}

/** Whether an address is of this machine alone. */
function isLoopback(host: string): boolean {
  return loopback.test(host);
}

type Variable = Readonly<Record<string, string | undefined>>;

export const readConfig = (environment: Variable): Config => read(Environment, environment);

/** Of the sandbox alone: what is the console's is not looked at. */
export const readSandboxConfig = (environment: Variable): SandboxConfig => read(SandboxConfig, environment);

/**
 * Reads the configuration. A variable that is empty counts as left out.
 * @throws Error naming every bad variable and what to do about it; never a value, which may be a secret
 */
function read<Schema extends z.ZodType>(schema: Schema, environment: Variable): z.output<Schema> {
  const given = Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== ''));
  const result = schema.safeParse(given);
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

function listOf<Item extends z.ZodType<string, string>>(item: Item) {
  return z
    .string()
    .transform((list) => list.split(',').map((one) => one.trim()))
    .pipe(z.array(item))
    .default([]);
}

function wholeNumber(min: number, max: number, words: string) {
  return z
    .string()
    .regex(/^\d{1,6}$/, words)
    .transform(Number)
    .pipe(z.number().min(min, words).max(max, words));
}

function isNetwork(text: string): boolean {
  const [address = '', bits, ...more] = text.split('/');
  const version = isIP(address);
  if (version === 0 || more.length > 0) return false;
  return bits === undefined || (/^[1-9]\d{0,2}$/.test(bits) && Number(bits) <= (version === 4 ? 32 : 128));
}

/** Shorter ones are found in ordinary words, which would then be taken out of answers as if they were the key. */
function isKey(text: string): boolean {
  return /^[\x21-\x7e]{8,}$/.test(text);
}

function isOrigin(text: string): boolean {
  return URL.canParse(text) && /^https?:/.test(text) && new URL(text).origin === text.replace(/\/$/, '');
}
