import * as z from 'zod/mini';
import type { CsvSeparator } from '#src/domain/csv.ts';
import { send } from './http.ts';
import { Act, type ActivityInput } from './wire/activity.ts';

const ActList = z.array(Act);

/** One page of the trail, the newest first; `total` is how many acts the filters let through. */
export async function listActs(query: ActivityInput, signal?: AbortSignal): Promise<{ acts: Act[]; total: number }> {
  const request = { operation: 'activity.list', path: '/activity/acts', query: { ...query }, signal };
  const { data, meta } = await send({ ...request, data: ActList });
  return { acts: data, total: meta.count ?? data.length };
}

/** Where the browser downloads what the filters let through, all pages of it. */
export function actsCsvAddress(filters: Omit<ActivityInput, 'limit' | 'offset'>, separator: CsvSeparator): string {
  const input = Object.entries({ ...filters, separator });
  return `/activity/csv?${new URLSearchParams(input.map(([name, value]) => [name, String(value)]))}`;
}
