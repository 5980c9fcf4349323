import * as z from 'zod/mini';
import { send, v1 } from './http.ts';
import { readPages } from './pages.ts';
import { Created } from './wire/primitives.ts';
import {
  AddedUsers,
  type AddUsersInput,
  Widget,
  type WidgetCreateInput,
  type WidgetUpdateInput,
} from './wire/widgets.ts';

const WidgetList = z.array(Widget);

/** Every widget of the account, page by page; managers in short form. */
export function readWidgets(signal?: AbortSignal) {
  return readPages((query) =>
    send({ operation: 'widgets.list', path: v1('widgets/all'), query, data: WidgetList, signal }),
  );
}

/** One widget with its managers' hours, departments and settings. */
export async function getWidget(id: number, signal?: AbortSignal): Promise<Widget> {
  const query = { widget_id: id };
  return (await send({ operation: 'widgets.get', path: v1('widgets/get'), query, data: Widget, signal })).data;
}

/** @param key of the intent: sent again with it, the widget is not made twice */
export async function createWidget(body: WidgetCreateInput, key?: string): Promise<Created> {
  const request = { operation: 'widgets.create', path: v1('widgets/create'), method: 'POST', body, key } as const;
  return (await send({ ...request, data: Created })).data;
}

/** `id` and `url` always; what is left out of the rest stays as it is. */
export async function updateWidget(body: WidgetUpdateInput): Promise<Created> {
  const request = { operation: 'widgets.update', path: v1('widgets/update'), method: 'POST', body } as const;
  return (await send({ ...request, data: Created })).data;
}

export async function deleteWidget(id: number): Promise<void> {
  await send({
    operation: 'widgets.delete',
    path: v1('widgets/delete'),
    method: 'POST',
    body: { id },
    data: z.unknown(),
  });
}

/** Makes users managers of a widget. Send new pairs only: of one that exists, the API resets the hours. */
export async function addUsers(body: AddUsersInput): Promise<AddedUsers> {
  const request = { operation: 'widgets.addUsers', path: v1('widgets/add-users'), method: 'POST', body } as const;
  return (await send({ ...request, data: AddedUsers })).data;
}
