import { describe, expect, it, test } from 'vitest';
import { defaultHours } from '#src/domain/business-hours/rule.ts';
import { calledAcross, calledInWords, type Place } from './called.ts';

/** A Wednesday in winter: Warsaw is an hour ahead. */
const noon = Date.parse('2026-11-25T11:00:00Z');
const evening = Date.parse('2026-11-25T19:00:00Z');
const zone = 'Europe/Warsaw';

const tokyoHours = defaultHours.map((rule) => ({ ...rule, timezone: 'Asia/Tokyo' }));
const place = (name: string, more: Partial<Place> = {}): Place => ({
  name,
  enabled: true,
  hours: defaultHours,
  ...more,
});
const across = (places: readonly Place[], now = noon) => calledAcross(places, now, zone);

describe('over all widgets', () => {
  it('names those whose hours run, of the ones that are switched on', () => {
    const places = [place('Shop'), place('Blog', { enabled: false }), place('Tokyo', { hours: tokyoHours })];
    expect(across(places)).toEqual({ kind: 'now', names: ['Shop'], all: false });
    expect(across([place('Shop')])).toMatchObject({ all: true });
  });

  it('tells the first time at which any opens, by the clock of that one', () => {
    const places = [place('Shop'), place('Tokyo', { hours: tokyoHours })];
    const when = 'today at 09:00, Tokyo time (tomorrow at 01:00 for you)';
    expect(across(places, evening)).toEqual({ kind: 'next', when, names: ['Tokyo'], all: false });
  });

  it('names all that open at the same moment', () => {
    const when = 'tomorrow at 09:00, Warsaw time';
    expect(across([place('Shop'), place('Blog')], evening)).toEqual({
      kind: 'next',
      when,
      names: ['Shop', 'Blog'],
      all: true,
    });
  });

  it('waits for no widget that is switched off', () => {
    const places = [place('Shop'), place('Tokyo', { hours: tokyoHours, enabled: false })];
    expect(across(places, evening)).toMatchObject({ kind: 'next', names: ['Shop'] });
  });

  it('knows somebody who is switched off everywhere from somebody without hours', () => {
    expect(across([place('Shop', { enabled: false })])).toEqual({ kind: 'off' });
    expect(across([place('Shop', { hours: [] }), place('Blog', { enabled: false })])).toEqual({ kind: 'never' });
    expect(across([place('Shop', { hours: [] }), place('Blog')], evening)).toMatchObject({ names: ['Blog'] });
  });

  it('claims nothing that the hours which could not be read may belie', () => {
    const unread = place('Shop', { hours: undefined });
    expect(across([unread, place('Blog')], evening)).toEqual({ kind: 'unknown', names: ['Shop'] });
    expect(across([unread, place('Blog', { enabled: false })])).toEqual({ kind: 'unknown', names: ['Shop'] });
    expect(across([unread, place('Blog')])).toEqual({ kind: 'now', names: ['Blog'], all: false });
    expect(across([{ ...unread, enabled: false }, place('Blog')], evening)).toMatchObject({ kind: 'next' });
  });
});

test.each([
  ['Called now', {}, noon],
  ['Next called tomorrow at 09:00, Warsaw time', {}, evening],
  ['Never called: there are no hours to call in', { hours: [] }, noon],
  ['Switched off. Once on, called at once', { enabled: false }, noon],
  ['Switched off. Once on, next called tomorrow at 09:00, Warsaw time', { enabled: false }, evening],
  ['Switched off, and there are no hours to call in', { enabled: false, hours: [] }, noon],
  ['Disabled as a user. Once on, called at once', { userEnabled: false }, noon],
])('of one widget it says: %s', (words, more, now) => {
  expect(calledInWords({ enabled: true, userEnabled: true, hours: defaultHours, ...more }, now, zone)).toEqual({
    open: words === 'Called now',
    text: words,
  });
});
