/** What each kind of field takes, up to the edge of its bound, and what is beyond it or of another type. */

export const idsInQuery = { good: [1], bad: [0, -1, 1.5, '', 'one', '1 ', [1], 2_147_483_648] };
export const ids = { good: [1, '1'], bad: [0, -1, 1.5, '', 'one', '1 ', true, null, [1], {}, 2_147_483_648] };
export const flags = { good: [true, false, 1, 0, '1', '0'], bad: [2, 'yes', '', null, []] };
export const limit = { good: [1, 1000, '1'], bad: [0, 1001, -1, 1.5, 'all', ''] };
export const offset = { good: [0, 2_147_483_647], bad: [-1, 0.5, 'x', 2_147_483_648] };
export const urls = {
  good: ['http://a.example', 'https://b.example/path?q=1#x', `https://c.example/${'x'.repeat(2048 - 18)}`],
  bad: [
    '',
    'one.example',
    '//one.example',
    'ftp://one.example',
    'https://',
    'https:///x',
    'https://a b',
    `https://c.example/${'x'.repeat(2048 - 17)}`,
    1,
    null,
    [],
    {},
  ],
};
export const descriptions = { good: ['', 'ż'.repeat(255), '😀'.repeat(255)], bad: ['x'.repeat(256), 1, null, []] };
export const localeCodes = { good: ['cn', 'tr'], bad: ['', 'xx', 'EN', 1, null] };
export const tels = {
  good: ['+48221234567', '+442079460018'],
  bad: ['', '48221234567', '+48 22 123 45 67', '+0123456789', '+4822', '+999123456789', 48221234567, null],
};
export const rule = {
  day_of_week: 1,
  enabled: true,
  start_time: '09:00',
  end_time: '17:00',
  timezone: 'Europe/Warsaw',
};
export const hours = {
  good: [
    [],
    [rule],
    [
      { ...rule, day_of_week: '0', enabled: 1 },
      { ...rule, day_of_week: 6 },
    ],
    [{ ...rule, start_time: '00:00', end_time: '24:00' }],
    [{ ...rule, start_time: '09:00:30', end_time: '24:00:00' }],
    [
      { ...rule, end_time: '12:00' },
      { ...rule, start_time: '12:00' },
    ],
    [rule, { ...rule, timezone: 'America/New_York' }],
    [{ day_of_week: 1, enabled: false }],
    [{ ...rule, timezone: undefined }],
  ],
  bad: [
    'Mon-Fri',
    [1],
    [{ ...rule, day_of_week: 7 }],
    [{ ...rule, day_of_week: -1 }],
    [{ ...rule, day_of_week: undefined }],
    [{ ...rule, enabled: undefined }],
    [{ ...rule, start_time: undefined }],
    [{ ...rule, end_time: null }],
    [{ ...rule, start_time: '9:00' }],
    [{ ...rule, end_time: '24:01' }],
    [{ ...rule, end_time: '25:00' }],
    [{ ...rule, start_time: '24:00', end_time: '24:00' }],
    [{ ...rule, start_time: '17:00' }],
    [{ ...rule, start_time: '18:00' }],
    [{ ...rule, timezone: 'Warsaw' }],
    [{ ...rule, timezone: '+01:00' }],
    [{ ...rule, timezone: 1 }],
    [rule, { ...rule, start_time: '16:59', end_time: '18:00' }],
  ],
};
export const smsText = { good: ['x', '😀'.repeat(240)], bad: ['', ' ', 'x'.repeat(241), 1, null] };
export const smsIds = {
  good: ['visitor.dial-completed', 'user.missed-call-complaint'],
  bad: ['', 'visitor.unknown', 1, null],
};
export const voiceIds = { good: ['manager.call', 'client.end_failed'], bad: ['', 'visitor.unknown', 1, null] };
export const files = {
  good: [
    'https://a.example/x.mp3',
    'http://a.example/x.MPGA?y=1',
    'https://a.example/x.wav',
    `https://a.example/${'x'.repeat(2048 - 22)}.mp3`,
  ],
  bad: [
    '',
    'x.mp3',
    'ftp://a.example/x.mp3',
    'https://a.example/x.ogg',
    'https://a.example/x?y=.mp3',
    `https://a.example/${'x'.repeat(2048 - 21)}.mp3`,
    1,
    null,
    [],
    {},
  ],
};
export const names = { good: ['x', 'ż'.repeat(100)], bad: ['', '  ', 'x'.repeat(101), 1, null] };
export const roles = { good: ['owner', 'admin', 'manager'], bad: ['', 'operator', 1, null] };
export const emails = {
  good: ['new@one.example', `${'x'.repeat(254 - 12)}@one.example`, '', null],
  bad: ['no', 'a@', '@b.example', `${'x'.repeat(255 - 12)}@one.example`, 1, [], 'BEN@one.example'],
};
