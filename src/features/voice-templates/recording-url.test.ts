import { expect, test } from 'vitest';
import { isPlayable, isRecording, readRecordingUrl } from './recording-url.ts';

test.each([
  ['https://media.example.com/hello.mp3', 'https://media.example.com/hello.mp3'],
  [' media.example.com/Hello.WAV ', 'https://media.example.com/Hello.WAV'],
  ['http://media.example.com/a.mpga?v=2', 'http://media.example.com/a.mpga?v=2'],
])('takes %s', (typed, url) => {
  expect(readRecordingUrl(typed)).toEqual({ ok: true, url });
});

test.each([
  ['', /Enter the address/],
  ['hello', /web address|complete host/],
  ['ftp://media.example.com/a.mp3', /http/],
  ['https://media.example.com/a.ogg', /end in .mp3, .mpga or .wav/],
  ['https://media.example.com/play?file=a.mp3', /end in/],
])('says what is wrong with “%s”', (typed, problem) => {
  expect(readRecordingUrl(typed)).toEqual({ ok: false, problem: expect.stringMatching(problem) });
});

test('knows what the API would take back', () => {
  expect(isRecording('https://media.example.com/a.mp3')).toBe(true);
  expect(isRecording('https://media.example.com/recordings/77')).toBe(false);
  expect(isRecording('/recordings/77.mp3')).toBe(false);
});

test.each([
  ['https://media.example.com/a.mp3', true],
  ['HTTPS://media.example.com/a.mp3', true],
  ['http://localhost:8788/a.mp3', true],
  ['http://127.0.0.1/a.mp3', true],
  ['http://media.example.com/a.mp3', false],
  ['http://localhost.example.com/a.mp3', false],
  ['http://127.0.0.1.example.com/a.mp3', false],
  ['http://localhost@media.example.com/a.mp3', false],
  ['//media.example.com/a.mp3', false],
  ['/recordings/77.mp3', false],
  ['data:audio/wav;base64,AAAA', false],
  ['blob:https://media.example.com/1', false],
  ['javascript:alert(1)', false],
])('%s is played: %s', (url, played) => {
  expect(isPlayable(url)).toBe(played);
});
