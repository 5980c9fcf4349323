import { createHash } from 'node:crypto';
import { type Dataset, nothing } from './dataset.ts';
import { demoCalls } from './demo-calls.ts';
import { weeks } from './hours.ts';
import { people } from './people.ts';
import { sites } from './sites.ts';

const day = 86_400_000;

const departments = ['Sales', 'Service', 'Partner support'];
const tags = ['Hot lead', 'Call back later', 'Existing customer', 'Wrong number'];

/** A company that sells solar power in several countries: what a newcomer sees first. */
export function demo(now: Date): Dataset {
  const ago = (days: number) => new Date(now.getTime() - days * day);
  const assignments = sites.flatMap((site, index) => site.people.map((userId) => ({ widgetId: index + 1, userId })));
  const { calls, callTags } = demoCalls(now);
  return {
    ...nothing,
    users: people.map((person, index) => ({
      id: index + 1,
      name: person.name,
      email: person.mailbox === null ? null : `${person.mailbox}@solvana.example`,
      tel: person.tel,
      telExtension: person.extension ?? null,
      role: person.role,
      enabled: person.enabled ?? true,
      parentId: index === 0 ? null : 1,
      createdAt: ago(560 - index * 20),
      activatedAt: person.mailbox === null ? null : ago(559 - index * 20),
      lastOnline: person.mailbox === null ? null : new Date(now.getTime() - (index ** 2 + 1) * 13 * 60_000),
    })),
    widgets: sites.map((site, index) => ({
      id: index + 1,
      url: site.url,
      description: site.description,
      enabled: site.enabled ?? true,
      localeCode: site.locale,
      installedAt: site.installed === null ? null : ago(site.installed),
      companySmsName: site.smsName ?? null,
      widgetCode: codeOf(site.url),
      settings: site.settings ?? null,
      callRequestsCount: calls.filter((call) => call.widgetId === index + 1).length,
    })),
    departments: departments.map((name, index) => ({ id: index + 1, name })),
    assignments: assignments.map(({ widgetId, userId }, index) => {
      const person = people[userId - 1] ?? people[0];
      const isAway = widgetId === 2 && userId === 2;
      const hours = person === undefined ? [] : weeks[person.week](person.zone);
      return { id: index + 1, widgetId, userId, enabled: !isAway && person?.enabled !== false, businessTimes: hours };
    }),
    assignmentDepartments: assignments.flatMap(({ userId }, index) => [
      { assignmentId: index + 1, departmentId: userId === 20 ? 3 : 1 + (userId % 2) },
      ...(userId === 5 || userId === 15 ? [{ assignmentId: index + 1, departmentId: 1 }] : []),
    ]),
    smsMessages: [
      sms(
        1,
        'visitor.dial-completed',
        true,
        'Thank you for calling :company_name. Your adviser: :name, :tel. Offers: :url',
        ago(120),
      ),
      sms(1, 'manager.call-completed', true, 'Call with :tel done. Please add your notes at :url', ago(95)),
      sms(2, 'visitor.call-scheduled', true, 'Oddzwonimy o umówionej porze. Zespół :company_name', ago(45)),
      sms(2, 'user.missed-call-complaint', false, 'Nie odebrano połączenia od :tel. Oddzwoń jak najszybciej.', ago(30)),
      sms(
        3,
        'visitor.dial-completed',
        true,
        'Vielen Dank für Ihren Anruf! Ihr Berater :name ist unter :tel erreichbar.',
        ago(12),
      ),
    ],
    voiceMessages: [
      voice(1, 'visitor.call', true, 'https://media.solvana.example/voice/welcome-en.mp3', ago(118)),
      voice(2, 'visitor.call', true, 'https://media.solvana.example/voice/powitanie-pl.mp3', ago(44)),
      voice(3, 'manager.call', false, null, ago(12)),
    ],
    tags: tags.map((name, index) => ({ id: index + 1, name })),
    calls,
    callTags,
  };
}

function sms(widgetId: number, messageId: string, enabled: boolean, text: string, updatedAt: Date) {
  return { widgetId, messageId, enabled, text, updatedAt };
}

function voice(widgetId: number, messageId: string, enabled: boolean, recordingUrl: string | null, updatedAt: Date) {
  return { widgetId, messageId, enabled, recordingUrl, updatedAt };
}

/** In the form of a UUID, and the same at every seeding. */
export function codeOf(text: string): string {
  const hex = createHash('sha256').update(text).digest('hex');
  return [hex.slice(0, 8), hex.slice(8, 12), `4${hex.slice(13, 16)}`, `a${hex.slice(17, 20)}`, hex.slice(20, 32)].join(
    '-',
  );
}
