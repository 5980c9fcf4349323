import { type Dataset, nothing } from '#server/sandbox/seed/dataset.ts';
import { closed, open, weeks } from '#server/sandbox/seed/hours.ts';

/** A Wednesday morning: 11:00 in Warsaw, 05:00 in New York. */
export const wednesday = new Date('2026-11-25T10:00:00Z');

const before = new Date('2026-11-20T08:30:15Z');

/**
 * The smallest account in which everything exists once. Widget 1 has users 1 (Warsaw, Sales), 2 (New York, Service)
 * and 3 (switched off); widget 2 has nobody. Manager ids are 1, 2, 3.
 */
export const smallAccount: Dataset = {
  ...nothing,
  users: [
    {
      id: 1,
      name: 'Anna Owner',
      email: 'Anna@one.example',
      tel: '+48221234567',
      role: 'owner',
      createdAt: before,
      activatedAt: before,
    },
    { id: 2, name: 'Ben Admin', email: 'ben@one.example', tel: '+12125550142', role: 'admin', createdAt: before },
    { id: 3, name: 'Cleo', email: null, tel: '+442079460018', role: 'manager', createdAt: before },
    { id: 4, name: 'Dana', email: 'dana@one.example', tel: '+442079460019', role: 'manager', createdAt: before },
  ],
  widgets: [
    {
      id: 1,
      url: 'https://one.example',
      description: 'One',
      localeCode: 'pl',
      widgetCode: 'code-1',
      installedAt: before,
      settings: [{ countdown: 28 }, { recording: true, unknown_key: 'kept' }],
      callRequestsCount: 2,
    },
    { id: 2, url: 'https://two.example', description: 'Two', localeCode: 'en', widgetCode: 'code-2', enabled: false },
  ],
  departments: [
    { id: 1, name: 'Sales' },
    { id: 2, name: 'Service' },
  ],
  assignments: [
    { id: 1, widgetId: 1, userId: 1, enabled: true, businessTimes: weeks.office('Europe/Warsaw') },
    {
      id: 2,
      widgetId: 1,
      userId: 2,
      enabled: true,
      businessTimes: [...open([3], '09:00', '12:00', 'America/New_York'), ...closed([0], 'America/New_York')],
    },
    { id: 3, widgetId: 1, userId: 3, enabled: false, businessTimes: weeks.always('Europe/London') },
  ],
  assignmentDepartments: [
    { assignmentId: 1, departmentId: 1 },
    { assignmentId: 2, departmentId: 2 },
  ],
  smsMessages: [
    { widgetId: 1, messageId: 'visitor.call-scheduled', enabled: false, text: 'Later, :name', updatedAt: before },
  ],
  voiceMessages: [
    {
      widgetId: 1,
      messageId: 'visitor.call',
      enabled: false,
      recordingUrl: 'https://one.example/hi.mp3',
      updatedAt: before,
    },
  ],
  tags: [{ id: 1, name: 'Hot lead' }],
  calls: [
    {
      id: 1,
      widgetId: 1,
      userId: 1,
      departmentId: 1,
      tel: '+48600100200',
      status: 'completed',
      createdAt: before,
      durationSeconds: 61,
      feedbackRating: 5,
      incomingNumberId: 7,
    },
    { id: 2, widgetId: 1, tel: '+48600100300', status: 'failed', createdAt: before, hidden: true },
  ],
  callTags: [{ callId: 1, tagId: 1 }],
};
