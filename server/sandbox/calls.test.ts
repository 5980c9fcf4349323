import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { useAccount } from '#server/testing/account.ts';
import { ask, type TestAnswer } from '#server/testing/client.ts';
import { databaseKinds } from '#server/testing/databases.ts';

const tel = '+48600700800';
const Created = z.object({ id: z.number() });
const Calls = z.array(z.object({ id: z.number() }));

describe.each(databaseKinds)('calls, on %s', (kind) => {
  const account = useAccount(kind);
  const call = async ({ data }: TestAnswer) => {
    const path = `/api/v3/external/calls/${Created.parse(data).id}`;
    return (await ask(account.app, { path })).data;
  };
  const history = async (input: Record<string, unknown> = {}) => {
    const { data, meta } = await ask(account.app, { path: '/api/v3/external/calls/history', input });
    return { ids: Calls.parse(data).map(({ id }) => id), meta };
  };
  /** Only user 2 of New York is there: from 09:00 to 12:00, so from 14:00 UTC, on Wednesdays. */
  const onlyNewYork = () => account.post('managers/update', { widget_id: 1, user_id: 1, enabled: false });

  it('are new when somebody is available now', async () => {
    for (const path of ['widgets/call', 'widgets/call-or-schedule']) {
      const answer = await account.post(path, { id: 1, tel });
      expect(await call(answer)).toMatchObject({
        data: { to: tel, human_status: 'new', scheduled_at: null, created_at: '2026-11-25 10:00:00', leadable_id: 1 },
      });
    }
    expect((await account.get('widgets/get', { widget_id: 1 })).data).toMatchObject({ call_requests_count: 4 });
  });

  it('are scheduled at the first hours of anybody when nobody is available', async () => {
    await onlyNewYork();
    const answer = await account.post('widgets/call-or-schedule', { id: 1, tel });
    expect(await call(answer)).toMatchObject({
      data: { human_status: 'scheduled', scheduled_at: '2026-11-25 14:00:00' },
    });
  });

  it('are refused when nobody is available and nothing is to be scheduled', async () => {
    await onlyNewYork();
    const answer = await account.post('widgets/call', { id: 1, tel });
    expect(answer).toMatchObject({ status: 422, message: expect.stringContaining('2026-11-25 14:00:00 UTC') });
    expect((await account.get('widgets/get', { widget_id: 1 })).data).toMatchObject({ call_requests_count: 2 });
  });

  it('begin with the opening and end before the closing', async () => {
    const at = async (time: string) => {
      account.now = new Date(`2026-11-25T${time}Z`);
      return (await account.post('widgets/call', { id: 1, tel, manager_id: 2 })).status;
    };
    expect(await at('13:59:59')).toBe(422);
    expect(await at('14:00:00')).toBe(200);
    expect(await at('16:59:59')).toBe(200);
    expect(await at('17:00:00')).toBe(422);
  });

  it('wait for the department that is asked for', async () => {
    const service = await account.post('widgets/call-or-schedule', { id: 1, tel, department_id: 2 });
    expect(await call(service)).toMatchObject({
      data: {
        human_status: 'scheduled',
        scheduled_at: '2026-11-25 14:00:00',
        department: { data: { name: 'Service' } },
      },
    });
    expect(await account.post('widgets/call', { id: 1, tel, department_id: 2 })).toMatchObject({ status: 422 });
    expect(await account.post('widgets/call', { id: 1, tel, department_id: 1 })).toMatchObject({ status: 200 });
  });

  it('go to the manager who is asked for', async () => {
    const answer = await account.post('widgets/call', { id: 1, tel, manager_id: 1 });
    expect(await call(answer)).toMatchObject({ data: { call: { data: { user: { id: 1 } } } } });
    expect((await history({ user_ids: [1] })).ids).toContain(Created.parse(answer.data).id);
  });

  it('never go to a manager who is switched off, or to another widget’s', async () => {
    expect(await account.post('widgets/call', { id: 1, tel, manager_id: 3 })).toMatchObject({ status: 422 });
    expect(await account.post('widgets/call', { id: 2, tel, manager_id: 1 })).toMatchObject({
      status: 422,
      errors: { manager_id: [expect.any(String)] },
    });
  });

  it('never go to a manager whose user is switched off', async () => {
    await account.post('users/update', { id: 1, name: 'Anna', tel: '+48221234567', enabled: false });
    expect(await account.post('widgets/call', { id: 1, tel })).toMatchObject({ status: 422 });
  });

  it('are not recorded where nobody will ever be available', async () => {
    for (const path of ['widgets/call', 'widgets/call-or-schedule']) {
      expect(await account.post(path, { id: 2, tel })).toMatchObject({ status: 422 });
    }
    expect((await history({ widget_ids: [2] })).ids).toEqual([]);
  });

  it('are counted one by one when many come at once', async () => {
    await Promise.all(Array.from({ length: 20 }, () => account.post('widgets/call', { id: 1, tel })));
    expect((await account.get('widgets/get', { widget_id: 1 })).data).toMatchObject({ call_requests_count: 22 });
    expect((await history({ phone_number: tel })).meta).toMatchObject({ count: 20 });
  });

  it('are found by every filter, alone and together', async () => {
    const second = Date.parse('2026-11-20T08:30:15Z') / 1000;
    const found: [Record<string, unknown>, number[]][] = [
      [{}, [1]],
      [{ display_hidden: 1 }, [2, 1]],
      [{ display_hidden: 1, limit: 1 }, [2]],
      [{ display_hidden: 1, offset: 1 }, [1]],
      [{ widget_ids: [1, 2] }, [1]],
      [{ widget_ids: 2 }, []],
      [{ statuses: ['completed', 'new'] }, [1]],
      [{ statuses: 'failed', display_hidden: 1 }, [2]],
      [{ user_ids: [1] }, [1]],
      [{ user_ids: [2] }, []],
      [{ tag_ids: [1] }, [1]],
      [{ tag_ids: [2] }, []],
      [{ call_id: [1, 2] }, [1]],
      [{ incoming_number_ids: [7] }, [1]],
      [{ incoming_number_ids: [8] }, []],
      [{ phone_number: '+48 600 100' }, [1]],
      [{ phone_number: '100 201' }, []],
      [{ url: 'ONE.example' }, [1]],
      [{ url: '%' }, []],
      [{ date_from: second, date_to: second }, [1]],
      [{ date_from: second + 1 }, []],
      [{ date_to: second - 1 }, []],
    ];
    for (const [filter, ids] of found) expect((await history(filter)).ids, JSON.stringify(filter)).toEqual(ids);
  });

  it('have fields that can be written one at a time', async () => {
    const path = '/api/v1/external/calls/1/fields/';
    for (const [field, value] of [
      ['topic', 'Invoice'],
      ['rating', 5],
      ['topic', 'Offer'],
    ]) {
      await ask(account.app, { method: 'PATCH', path: `${path}${field}`, input: { value } });
    }
    expect((await ask(account.app, { path: '/api/v3/external/calls/1' })).data).toMatchObject({
      data: {
        call_request_fields: {
          data: expect.arrayContaining([
            { name: 'topic', value: 'Offer' },
            { name: 'rating', value: 5 },
          ]),
        },
      },
    });
  });
});
