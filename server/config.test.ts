import { describe, expect, test } from 'vitest';
import { hasDemo, readConfig } from './config.ts';

describe('the configuration', () => {
  test('needs nothing: the sandbox, on loopback', () => {
    expect(readConfig({})).toEqual({
      PORT: 8080,
      HOST: '127.0.0.1',
      PUBLIC_ORIGIN: [],
      TRUSTED_PROXIES: [],
      SESSION_IDLE_MINUTES: 720,
      SESSION_MAX_HOURS: 168,
      ACTIVITY_RETENTION_DAYS: 365,
      CALLPAGE_BASE_URL: 'https://core.callpage.io',
      API_TIME_ZONE: 'UTC',
      LOG_LEVEL: 'info',
      SANDBOX_PORT: 8788,
      SANDBOX_SEED: 'demo',
      SANDBOX_RATE_LIMIT: 0,
      DATA_DIR: './data',
    });
  });

  test('is read from the environment, where an empty variable is one left out', () => {
    const config = readConfig({
      PORT: '0',
      HOST: '::1',
      LOG_LEVEL: '',
      CALLPAGE_API_KEY: 'abcd-1234',
      CALLPAGE_BASE_URL: 'http://127.0.0.1:9000',
      PUBLIC_ORIGIN: 'http://localhost:5173, http://127.0.0.1:5173',
      API_TIME_ZONE: 'Europe/Warsaw',
      PATH: '/bin',
    });
    expect(config).toMatchObject({
      PORT: 0,
      HOST: '::1',
      LOG_LEVEL: 'info',
      CALLPAGE_API_KEY: 'abcd-1234',
      CALLPAGE_BASE_URL: 'http://127.0.0.1:9000',
      PUBLIC_ORIGIN: ['http://localhost:5173', 'http://127.0.0.1:5173'],
      API_TIME_ZONE: 'Europe/Warsaw',
    });
    expect(config).not.toHaveProperty('PATH');
  });

  test('names every bad variable at once, and tells no value', () => {
    const bad = {
      PORT: '65536',
      HOST: 'intranet.test',
      PUBLIC_ORIGIN: 'localhost:5173',
      TRUSTED_PROXIES: '10.0.0.0/33',
      SESSION_SECRET: 'too short a secret',
      SESSION_IDLE_MINUTES: '0',
      SESSION_MAX_HOURS: '1.5',
      ACTIVITY_RETENTION_DAYS: '-7',
      DEMO_SIGN_IN: 'perhaps',
      CALLPAGE_API_KEY: 'bad secret',
      CALLPAGE_BASE_URL: 'core.callpage.io',
      API_TIME_ZONE: 'Mars/Olympus',
      LOG_LEVEL: 'loud',
      SANDBOX_PORT: 'x',
      SANDBOX_API_KEY: 'short',
      SANDBOX_SEED: 'huge',
      SANDBOX_RATE_LIMIT: '-1',
      DATABASE_URL: 'mysql://secret@host',
    };
    const message = messageOf(bad);
    for (const name of Object.keys(bad)) expect(message).toMatch(new RegExp(`^  ${name}: .+\\.$`, 'm'));
    for (const value of [
      '65536',
      'intranet',
      'secret',
      '/33',
      'perhaps',
      'Olympus',
      'loud',
      'short',
      'huge',
      'mysql',
    ]) {
      expect(message).not.toContain(value);
    }
    expect(message.split('\n')).toHaveLength(Object.keys(bad).length + 1);
  });

  test('sends the key of an account nowhere but by https, or within this machine', () => {
    const base = { CALLPAGE_API_KEY: 'abcd-1234', CALLPAGE_BASE_URL: 'http://core.callpage.io' };
    expect(messageOf(base)).toMatch(/CALLPAGE_BASE_URL: must be https/);
    expect(readConfig({ ...base, CALLPAGE_API_KEY: '' })).toMatchObject({ CALLPAGE_BASE_URL: base.CALLPAGE_BASE_URL });
  });

  test.each(['0.0.0.0', '::', '192.168.1.5'])('lets others than this machine in by %s, once it is said how', (HOST) => {
    expect(messageOf({ HOST })).toContain('PUBLIC_ORIGIN: must be the address by which people open the console');
    expect(readConfig({ HOST, PUBLIC_ORIGIN: 'https://console.example.com' })).toMatchObject({ HOST });
  });

  test('tells beside whatever else is wrong that others are let in without saying how', () => {
    const message = messageOf({ HOST: '0.0.0.0', PORT: 'http', SANDBOX_SEED: 'huge' });
    for (const name of ['PORT', 'SANDBOX_SEED', 'PUBLIC_ORIGIN']) expect(message).toContain(`  ${name}: must be `);
  });

  test.each(['example.com', '127.0.0.1.example.com', 'localhost.example.com'])(
    'listens on no name, so not on %s',
    (HOST) => {
      expect(messageOf({ HOST })).toContain('HOST: must be an address of this machine');
    },
  );

  test.each(['http://console.example.com', 'http://192.168.1.5:8080', 'http://127.0.0.1.example.com'])(
    'lets no password travel in the clear, so not by %s',
    (PUBLIC_ORIGIN) => {
      expect(messageOf({ PUBLIC_ORIGIN })).toContain('PUBLIC_ORIGIN: must be https where it is not this machine');
    },
  );

  test.each([
    'ftp://core.callpage.io',
    'https://core.callpage.io/api',
    'https://user:pass@core.callpage.io',
    'https://',
  ])('takes CallPage’s address without anything around it, so not %s', (CALLPAGE_BASE_URL) => {
    expect(messageOf({ CALLPAGE_BASE_URL })).toContain('CALLPAGE_BASE_URL: must be an address without a path');
  });
});

describe('demo people', () => {
  const demo = (environment: Record<string, string>) => hasDemo(readConfig(environment));
  const elsewhere = { PUBLIC_ORIGIN: 'https://console.example.com' };

  test('are there in the sandbox where nobody but this machine gets at it, or where they are wanted', () => {
    expect(demo({})).toBe(true);
    expect(demo({ PUBLIC_ORIGIN: 'http://localhost:5173' })).toBe(true);
    expect(demo({ HOST: '0.0.0.0', ...elsewhere, DEMO_SIGN_IN: 'on' })).toBe(true);
  });

  test('are not there for everybody who comes by a proxy, nor where they are not wanted', () => {
    expect(demo({ HOST: '0.0.0.0', ...elsewhere })).toBe(false);
    expect(demo(elsewhere)).toBe(false);
    expect(demo({ DEMO_SIGN_IN: 'off' })).toBe(false);
  });

  test('are never there with an account behind the console', () => {
    expect(demo({ CALLPAGE_API_KEY: 'a-key-of-callpage', DEMO_SIGN_IN: 'on' })).toBe(false);
  });
});

test('a network of everybody is nobody’s proxy', () => {
  expect(messageOf({ TRUSTED_PROXIES: '0.0.0.0/0' })).toContain('TRUSTED_PROXIES');
  expect(readConfig({ TRUSTED_PROXIES: '10.0.0.0/8,::1' })).toMatchObject({ TRUSTED_PROXIES: ['10.0.0.0/8', '::1'] });
});

function messageOf(environment: Record<string, string>): string {
  try {
    readConfig(environment);
  } catch (error) {
    if (error instanceof Error) return error.message;
  }
  throw new Error('This configuration was taken for a good one.');
}
