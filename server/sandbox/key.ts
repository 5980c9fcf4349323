import { createHash, timingSafeEqual } from 'node:crypto';
import type { FastifyRequest } from 'fastify';
import { SandboxError } from './errors.ts';
import { type Scope, scopes } from './route.ts';

export interface ApiKey {
  /** null: everything is allowed */
  allowed: ReadonlySet<string> | null;
  matches(sent: string): boolean;
}

/** Reads `key` or `key:scope,scope`. Throws where a scope is not one of the API's. */
export function readApiKey(text: string): ApiKey {
  const [secret = '', names] = text.split(':', 2);
  const allowed = names === undefined ? null : names.split(',').map((name) => name.trim());
  const unknown = (allowed ?? []).filter((name) => !scopes.some((scope) => scope === name));
  if (secret === '') throw new Error('must start with a key: key, or key:scope,scope');
  if (unknown.length > 0) throw new Error(`must name scopes of the API only: ${scopes.join(', ')}`);
  const expected = digest(secret);
  return {
    allowed: allowed === null ? null : new Set(allowed),
    // Of equal length, and compared in equal time whatever was sent.
    matches: (sent) => timingSafeEqual(digest(sent), expected),
  };
}

/** Takes the key raw or as `Bearer key`. Throws the 401. */
export function requireKey(request: FastifyRequest, key: ApiKey): void {
  const sent = request.headers.authorization?.replace(/^Bearer +/i, '');
  if (sent === undefined || sent === '') {
    throw new SandboxError(401, 'Send the API key in the Authorization header.');
  }
  if (!key.matches(sent)) throw new SandboxError(401, 'The API key is not valid.');
}

/** Throws the 403 that names the missing scope. */
export function requireScope(scope: Scope | null, key: ApiKey): void {
  if (scope !== null && key.allowed?.has(scope) === false) {
    throw new SandboxError(403, `The API key does not have the scope ${scope}.`);
  }
}

function digest(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}
