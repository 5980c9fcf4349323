import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { dataOf, useAccount } from '#server/testing/account.ts';
import { databaseKinds } from '#server/testing/databases.ts';

const Record = z.record(z.string(), z.unknown());
const List = z.array(Record);
const rule = { day_of_week: 2, enabled: true, start_time: '08:00', end_time: '16:30', timezone: 'Europe/London' };
const weekdays9to5 = [1, 2, 3, 4, 5].map((day_of_week) => ({
  day_of_week,
  enabled: true,
  start_time: '09:00:00',
  end_time: '17:00:00',
  timezone: 'Europe/Warsaw',
}));

describe.each(databaseKinds)('what a write leaves alone, on %s', (kind) => {
  const account = useAccount(kind);
  const widget = async (id = 1) => dataOf(await account.get('widgets/get', { widget_id: id }), Record);
  const manager = async (user_id: number) =>
    dataOf(await account.get('managers/get', { widget_id: 1, user_id }), Record);
  const sms = async () => dataOf(await account.get('sms/all', { widget_id: 1 }), List);
  const voice = async () => dataOf(await account.get('voice/all', { widget_id: 1 }), List);

  describe('a widget', () => {
    it('keeps everything that a switch does not send', async () => {
      const before = await widget();
      await account.post('widgets/update', { id: 1, url: 'https://one.example', enabled: false });
      expect(await widget()).toEqual({ ...before, enabled: false });
    });

    it('keeps settings as they were sent, with keys that nobody knows', async () => {
      const settings = [{ a: 1, b: 'x' }, { c: true }, { 'any key': 0.5 }];
      await account.post('widgets/update', { id: 1, url: 'https://one.example', settings });
      expect(await widget()).toMatchObject({ settings, description: 'One', enabled: true, locale_code: 'pl' });
    });

    it('takes settings as one object for a list of one', async () => {
      await account.post('widgets/update', { id: 2, url: 'https://two.example', settings: { a: 1 } });
      expect(await widget(2)).toMatchObject({ settings: [{ a: 1 }] });
    });

    it('shows settings only where they are set', async () => {
      expect(await widget(2)).not.toHaveProperty('settings');
    });

    it('is described by its moment where no description is sent', async () => {
      const { id } = dataOf(
        await account.post('widgets/create', { url: 'https://x.example' }),
        z.object({ id: z.number() }),
      );
      expect(await widget(id)).toMatchObject({
        description: `Created from REST API. Timestamp: ${account.now.getTime() / 1000}`,
        locale_code: 'en',
        enabled: true,
        installation_status: 0,
        installed_at: null,
        managers: [],
      });
    });

    it('takes its managers, messages and calls along when it is deleted, and nothing else', async () => {
      await account.post('widgets/delete', { id: 1 });
      for (const path of ['widgets/get', 'managers/all', 'sms/all', 'voice/all']) {
        expect(await account.get(path, { widget_id: 1 })).toMatchObject({ status: 404 });
      }
      expect((await account.get('users/all')).meta).toMatchObject({ count: 4 });
      expect((await account.get('widgets/all')).meta).toMatchObject({ count: 1 });
      expect(await account.post('widgets/delete', { id: 1 })).toMatchObject({ status: 404 });
    });
  });

  describe('a manager', () => {
    it('has the hours that were sent, with seconds, every rule and every unknown key', async () => {
      const hours = [rule, { ...rule, start_time: '17:00', end_time: '24:00', note: 'late', level: { a: [1] } }];
      await account.post('managers/update', { widget_id: 1, user_id: 1, enabled: false, business_times: hours });
      expect(await manager(1)).toMatchObject({
        enabled: false,
        business_times: [
          { ...rule, start_time: '08:00:00', end_time: '16:30:00' },
          { ...rule, start_time: '17:00:00', end_time: '24:00:00', note: 'late', level: { a: [1] } },
        ],
        departments: [{ id: 1, name: 'Sales' }],
      });
    });

    it('loses the times of a rule that is not enabled, and keeps the rule', async () => {
      const off = { ...rule, enabled: false, kept: 1 };
      await account.post('managers/update', { widget_id: 1, user_id: 1, enabled: true, business_times: [off] });
      expect(await manager(1)).toMatchObject({ business_times: [{ ...off, start_time: null, end_time: null }] });
    });

    it('falls back to Monday to Friday, 9 to 5, when an update leaves the hours out', async () => {
      await account.post('managers/update', { widget_id: 1, user_id: 2, enabled: false });
      expect(await manager(2)).toMatchObject({ enabled: false, business_times: weekdays9to5 });
    });

    it('is reset as well when its user is added again, and keeps its id, its switch and its departments', async () => {
      const before = await manager(3);
      const answer = await account.post('widgets/add-users', { id: 1, user_id: [3, 4] });
      expect(answer.data).toEqual([
        { user_id: 3, manager_id: before.id },
        { user_id: 4, manager_id: expect.any(Number) },
      ]);
      expect(await manager(3)).toEqual({ ...before, business_times: weekdays9to5 });
      expect(await manager(4)).toMatchObject({ enabled: true, business_times: weekdays9to5, departments: [] });
    });

    it('is not added at all when one of the users is not there', async () => {
      const answer = await account.post('widgets/add-users', { id: 2, user_id: [1, 99] });
      expect(answer).toMatchObject({ status: 404, message: 'There is no user 99.' });
      expect((await account.get('managers/all', { widget_id: 2 })).data).toEqual([]);
    });

    it('is created once, also by requests at the same time', async () => {
      const input = { widget_id: 2, user_id: 1, enabled: true };
      const answers = await Promise.all(Array.from({ length: 5 }, () => account.post('managers/create', input)));
      expect(answers.map(({ status }) => status).sort()).toEqual([200, 422, 422, 422, 422]);
      expect((await account.get('managers/all', { widget_id: 2 })).meta).toMatchObject({ count: 1 });
    });

    it('goes with its user, whose calls stay', async () => {
      await account.post('users/delete', { id: 1 });
      expect((await account.get('managers/all', { widget_id: 1 })).meta).toMatchObject({ count: 2 });
      expect(await account.get('../../v3/external/calls/1')).toMatchObject({
        status: 200,
        data: { data: { call: null } },
      });
    });
  });

  describe('a user', () => {
    it('keeps email, role and switch when an update leaves them out', async () => {
      await account.post('users/update', { id: 2, name: 'Benjamin', tel: '+12125550143' });
      expect((await account.get('users/get', { id: 2 })).data).toMatchObject({
        name: 'Benjamin',
        tel: '+12125550143',
        tel_formatted: '+1 212 555 0143',
        email: 'ben@one.example',
        role: { slug: 'admin' },
        enabled: true,
      });
    });

    it('has no email of another user, in whatever case', async () => {
      const taken = await account.post('users/create', { name: 'X', tel: '+48221234567', email: 'ANNA@one.example' });
      expect(taken).toMatchObject({ status: 422, errors: { email: [expect.stringContaining('Another user')] } });
      const own = await account.post('users/update', {
        id: 1,
        name: 'A',
        tel: '+48221234567',
        email: 'anna@one.example',
      });
      expect(own.status).toBe(200);
    });

    it('is a manager who may take calls where nothing else is said', async () => {
      const { data } = await account.post('users/create', { name: 'X', tel: '+48221234567' });
      const { id } = z.object({ id: z.number() }).parse(data);
      expect((await account.get('users/get', { id })).data).toMatchObject({
        email: null,
        role: { slug: 'manager' },
        enabled: true,
        last_online: null,
      });
    });
  });

  describe('a message', () => {
    const standard = 'Dziękujemy za rozmowę.';

    it('is the default of the widget’s language until it is written, and after a reset', async () => {
      const message = { widget_id: 1, message_id: 'visitor.dial-completed' };
      const before = await sms();
      expect(before[0]).toMatchObject({ text: expect.stringContaining(standard), updated_at: null, enabled: true });
      await account.post('sms/create', { ...message, text: 'Mine' });
      expect((await sms())[0]).toEqual({
        message_id: message.message_id,
        text: 'Mine',
        enabled: true,
        updated_at: '2026-11-25 10:00:00',
      });
      await account.post('sms/reset', message);
      expect(await sms()).toEqual(before);
    });

    it('keeps its switch on update, and is switched on by create', async () => {
      const message = { widget_id: 1, message_id: 'visitor.call-scheduled', text: 'New' };
      await account.post('sms/update', message);
      expect(await sms()).toContainEqual(expect.objectContaining({ text: 'New', enabled: false }));
      await account.post('sms/create', message);
      expect(await sms()).toContainEqual(expect.objectContaining({ text: 'New', enabled: true }));
    });

    it('keeps the switch of its default when update comes before create', async () => {
      await account.post('sms/update', { widget_id: 1, message_id: 'manager.call-completed', text: 'New' });
      expect(await sms()).toContainEqual(expect.objectContaining({ text: 'New', enabled: false }));
    });

    it('is reset with all the others where none is named, on this widget alone', async () => {
      const other = { widget_id: 2, message_id: 'visitor.call-scheduled', text: 'Other' };
      await account.post('sms/create', other);
      await account.post('sms/reset', { widget_id: 1 });
      await account.post('voice/reset', { widget_id: 1 });
      for (const message of [...(await sms()), ...(await voice())]) expect(message.updated_at).toBeNull();
      expect(dataOf(await account.get('sms/all', { widget_id: 2 }), List)).toContainEqual(
        expect.objectContaining({ text: 'Other' }),
      );
    });

    it('keeps its recording when the file is left out', async () => {
      await account.post('voice/update', { widget_id: 1, message_id: 'visitor.call', enabled: true });
      expect(await voice()).toContainEqual({
        message_id: 'visitor.call',
        enabled: true,
        updated_at: '2026-11-25 10:00:00',
        recording: { full_url: 'https://one.example/hi.mp3' },
      });
      await account.post('voice/reset', { widget_id: 1, message_id: 'visitor.call' });
      expect(await voice()).toContainEqual({
        message_id: 'visitor.call',
        enabled: true,
        updated_at: null,
        recording: null,
      });
    });
  });

  it.each(['a\u0000b', 'a\ud800'])('answers settings that cannot be stored with a 422: %j', async (text) => {
    const input = { id: 1, url: 'https://one.example', settings: [{ a: text }] };
    expect(await account.post('widgets/update', input)).toMatchObject({ status: 422, hasError: true });
  });
});
