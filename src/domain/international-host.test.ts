import fc from 'fast-check';
import { expect, it } from 'vitest';
import { spokenHost } from './international-host.ts';

it.each(['münchen.de', 'żółw.example.pl', '例え.テスト', 'пример.рф', 'bücher.example', 'faß.de', 'mañana.com:8080'])(
  'reads %s back from its ASCII form',
  (host) => {
    const { host: ascii } = new URL(`https://${host}`);
    expect(ascii).toContain('xn--');
    expect(spokenHost(ascii)).toBe(host);
  },
);

it.each(['example.com', 'xn--', 'xn--é.com', 'xn--99999999.com', 'xn--a-!.com', ''])('leaves %s alone', (host) => {
  expect(spokenHost(host)).toBe(host);
});

it('never throws', () => {
  const label = fc.stringMatching(/^[a-z0-9-]{0,12}$/).map((text) => `xn--${text}`);
  fc.assert(
    fc.property(fc.oneof(label, fc.string()), (host) => {
      expect(spokenHost(host)).toBeTypeOf('string');
    }),
  );
});

it('reads whatever letters a host is made of', () => {
  const letter = fc.constantFrom(...'abcżółąęüöäéñçğşčřůабвгдαβγ例字テスト');
  const word = fc.array(letter, { minLength: 1, maxLength: 10 }).map((parts) => parts.join(''));
  fc.assert(
    fc.property(word, (text) => {
      const { hostname } = new URL(`https://${text}.example`);
      expect(spokenHost(hostname)).toBe(`${text}.example`);
    }),
  );
});
