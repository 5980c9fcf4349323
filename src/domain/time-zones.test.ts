import { describe, expect, it } from 'vitest';
import { cityOf, isTimeZone, offsetAt, offsetText, searchTimeZones, timeZoneOptions } from './time-zones.ts';

const winter = Date.parse('2026-11-24T12:00:00Z');
const summer = Date.parse('2026-07-24T12:00:00Z');
const options = timeZoneOptions(winter);
const search = (query: string) => searchTimeZones(options, query).map((option) => option.timeZone);

it('knows zones by present and former names, and no others', () => {
  expect(['Europe/Warsaw', 'Asia/Kolkata', 'Asia/Calcutta', 'UTC'].filter(isTimeZone)).toHaveLength(4);
  expect(['Mars/Olympus', '', 'Warsaw', '+02:00'].filter(isTimeZone)).toEqual([]);
});

it('names a zone by its city', () => {
  expect(cityOf('America/Argentina/Buenos_Aires')).toBe('Buenos Aires');
  expect(cityOf('UTC')).toBe('UTC');
});

it('tells the offset at a moment, and none for a zone it does not know', () => {
  expect(offsetAt('Europe/Warsaw', winter)).toBe(60);
  expect(offsetAt('Europe/Warsaw', summer)).toBe(120);
  expect(offsetAt('America/St_Johns', winter)).toBe(-210);
  expect(offsetAt('UTC', winter)).toBe(0);
  expect(offsetAt('Mars/Olympus', winter)).toBe(0);
  expect([offsetText(-210), offsetText(0), offsetText(345)]).toEqual(['−03:30', '+00:00', '+05:45']);
});

describe('searchTimeZones', () => {
  it('finds by part of a city, of any case, without accents', () => {
    expect(search('warsaw')).toEqual(['Europe/Warsaw']);
    expect(search('new yo')).toEqual(['America/New_York']);
    expect(search('São Paulo')).toEqual(['America/Sao_Paulo']);
    expect(search('olympus')).toEqual([]);
  });

  it('finds cities by the names of today', () => {
    for (const city of ['Kolkata', 'Kyiv', 'Ho Chi Minh', 'Kathmandu', 'Yangon', 'Nuuk'])
      expect(search(city)).toHaveLength(1);
  });

  it('finds by offset', () => {
    expect(search('+5:45')).toEqual(['Asia/Kathmandu']);
    expect(search('utc+1')).toContain('Europe/Warsaw');
    expect(search('GMT-0330')).toEqual(['America/St_Johns']);
    expect(search('−3:30')).toEqual(['America/St_Johns']);
  });

  it('lists every zone once, from west to east', () => {
    expect(search('')).toHaveLength(new Set(search('')).size);
    const offsets = options.map((option) => option.offset);
    expect(offsets).toEqual(offsets.toSorted((a, b) => a - b));
    expect(search('')).toContain('UTC');
  });
});
