import { readFileSync } from 'node:fs';
import { DEFAULT_THEME, luminance } from '@mantine/core';
import { expect, test } from 'vitest';

/**
 * The colours of base.css against each other: that a state is readable is not left to whether a browser test
 * happens to see it, for some are shown at certain hours only.
 */
const css = readFileSync(new URL('base.css', import.meta.url), 'utf8');
const pairs = new Map(
  [...css.matchAll(/--([\w-]+): light-dark\((.+?), ([^,\n]+)\);/g)].map(([, name, light, dark]) => [
    name,
    { light, dark },
  ]),
);

const surfaces = ['surface', 'surface-raised', 'hover', 'selected'];
const texts = ['text-dim', 'accent', 'ok', 'warn', 'bad'];

type Scheme = 'light' | 'dark';

/** `#rrggbb` of a colour of base.css; one that lets something through lies on the page's surface. */
function hex(name: string, scheme: Scheme): string {
  const value = pairs.get(name)?.[scheme] ?? '';
  if (value.startsWith('#')) return value;
  const [, colour, shade] = /^var\(--mantine-color-([a-z]+)(?:-(\d))?\)$/.exec(value) ?? [];
  if (colour === 'white') return '#ffffff';
  const ofTheme = DEFAULT_THEME.colors[colour ?? '']?.[Number(shade)];
  if (ofTheme) return ofTheme;
  const [, red, green, blue, percent] = /^rgb\((\d+) (\d+) (\d+) \/ (\d+)%\)$/.exec(value) ?? [];
  if (!percent) throw new Error(`--${name} is "${value}" in ${scheme}: teach this test to read it`);
  const under = channels(hex('surface', scheme));
  const mixed = [red, green, blue].map((over, index) => {
    const share = Number(percent) / 100;
    return Math.round(Number(over) * share + (under[index] ?? 0) * (1 - share));
  });
  return `#${mixed.map((part) => part.toString(16).padStart(2, '0')).join('')}`;
}

const channels = (colour: string) => [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16));

/** WCAG 2.2, 1.4.3: from 1 (the same) to 21 (black on white). */
function contrast(one: string, other: string): number {
  const [darker = 0, lighter = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (lighter + 0.05) / (darker + 0.05);
}

test.each<Scheme>(['light', 'dark'])('every colour of text can be read on every surface in %s', (scheme) => {
  const unreadable = texts.flatMap((text) =>
    surfaces
      .map((surface) => ({ text, surface, contrast: contrast(hex(text, scheme), hex(surface, scheme)) }))
      .filter((pair) => pair.contrast < 4.5),
  );
  expect(unreadable).toEqual([]);
});
