import { describe, expect, it } from 'vitest';
import { displayUrl, hostOf, normalizeWidgetUrl } from './widget-url.ts';

function normalized(input: string) {
  const result = normalizeWidgetUrl(input);
  return result.ok ? result.url : `refused: ${result.problem}`;
}

describe('normalizeWidgetUrl', () => {
  it.each([
    ['https://example.com', 'https://example.com'],
    ['  example.com/contact  ', 'https://example.com/contact'],
    ['http://Example.COM/Contact?a=1&b=%20#top', 'http://example.com/Contact?a=1&b=%20#top'],
    ['example.com/', 'https://example.com/'],
    ['//example.com', 'https://example.com'],
    ['example.com:8080/x', 'https://example.com:8080/x'],
    ['localhost:3000', 'https://localhost:3000'],
    ['http://localhost', 'http://localhost'],
    ['example.com?from=a', 'https://example.com/?from=a'],
    ['https://münchen.de/straße', 'https://xn--mnchen-3ya.de/stra%C3%9Fe'],
    ['192.168.0.1/admin', 'https://192.168.0.1/admin'],
  ])('reads %s as %s', (input, url) => {
    expect(normalized(input)).toBe(url);
    expect(normalized(url)).toBe(url);
  });

  it.each([
    ['', /Enter a web address/],
    ['   ', /Enter a web address/],
    ['https://', /not a web address/],
    ['exa mple.com', /not a web address/],
    ['ftp://example.com', /Start it with https/],
    ['javascript:alert(1)', /Start it with https/],
    ['mailto:anna@example.com', /Start it with https/],
    ['anna@example.com', /instead of an email/],
    ['https://user:secret@example.com', /name and password/],
    ['example', /“example” is not a complete host/],
    ['https//example.com', /not a complete host/],
    ['example..com', /not a complete host/],
    ['example.', /not a complete host/],
  ])('refuses %s and says what to do', (input, problem) => {
    expect(normalized(input)).toMatch(/^refused: /);
    expect(normalized(input)).toMatch(problem);
  });

  it('takes 2,048 characters and no more', () => {
    const base = 'https://example.com/';
    const longest = base + 'a'.repeat(2048 - base.length);
    expect(normalized(longest)).toBe(longest);
    expect(normalized(`${longest}a`)).toMatch(/2049 characters; 2048 is the most/);
  });
});

describe('hostOf', () => {
  it.each([
    ['https://Shop.example.com/x?y', 'shop.example.com'],
    ['example.com', 'example.com'],
    ['http://localhost:3000/', 'localhost:3000'],
    ['https://xn--mnchen-3ya.de/kontakt', 'münchen.de'],
    ['https://München.de', 'münchen.de'],
    ['not a url', 'not a url'],
    ['mailto:x', 'mailto:x'],
    ['', ''],
  ])('of %s is %s', (url, host) => {
    expect(hostOf(url)).toBe(host);
  });
});

describe('displayUrl', () => {
  it.each([
    ['https://example.com/', 'example.com'],
    ['https://xn--mnchen-3ya.de/', 'münchen.de'],
    ['https://example.com/contact/?a=1', 'example.com/contact/?a=1'],
    ['not a url', 'not a url'],
    ['', ''],
  ])('shows %s as %s', (url, shown) => {
    expect(displayUrl(url)).toBe(shown);
  });
});
