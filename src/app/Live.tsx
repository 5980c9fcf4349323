import { type QueryClient, useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { listenToEvents } from '#src/api/events.ts';
import { wasSentHere } from '#src/api/intent-key.ts';
import type { ActEntity } from '#src/api/wire/activity.ts';
import type { Change } from '#src/api/wire/events.ts';
import { NewVersionBanner } from '#src/features/connection/NewVersionBanner.tsx';
import { connectionQueries } from '#src/features/connection/queries.ts';
import { sessionQueries, useSession } from '#src/features/session/queries.ts';
import { sessionEnd } from '#src/features/session/session-end.ts';
import { refreshWidget, widgetQueries } from '#src/features/widgets/queries.ts';
import { keys } from './live-keys.ts';

/** Milliseconds for which changes are gathered: what many acts did at once is read again once. */
const gatherFor = 200;
/** More widgets than that are read with the whole list. */
const mostSingly = 10;

/** Reads again what others have changed, and nothing else, while the page is open; tells of a new version. */
export default function Live() {
  const client = useQueryClient();
  const { version, seq } = useSession();
  const [after] = useState(seq);
  const [newest, setNewest] = useState(version);
  useEffect(() => {
    let gathered: Change[] = [];
    let timer: ReturnType<typeof setTimeout> | undefined;
    let lost = false;
    const stop = listenToEvents({
      after,
      onOpen: (hello) => {
        setNewest(hello.version);
        const { queryKey } = sessionQueries.current();
        const person = client.getQueryData(queryKey)?.person;
        if (hello.role !== person?.role || hello.user_id !== person?.user_id)
          void client.invalidateQueries({ queryKey });
        if (lost) void client.invalidateQueries({ queryKey: connectionQueries.status().queryKey });
        lost = false;
      },
      onChange: (change) => {
        void client.invalidateQueries({ queryKey: keys.activity() });
        if (change.key !== null && wasSentHere(change.key)) return;
        gathered.push(change);
        timer ??= setTimeout(() => {
          timer = undefined;
          readAgain(client, gathered);
          gathered = [];
        }, gatherFor);
      },
      onRefresh: () => void client.invalidateQueries(),
      onSignedOut: () => signedIn(client),
      onLost: () => {
        if (!lost) void client.invalidateQueries({ queryKey: connectionQueries.status().queryKey });
        lost = true;
        // Whether the connection is gone, or the session.
        return signedIn(client);
      },
    });
    return () => {
      clearTimeout(timer);
      stop();
    };
  }, [client, after]);
  return <NewVersionBanner isNew={newest !== version} />;
}

/** Resolves when the session is open: at once, or when the person has signed in again. */
async function signedIn(client: QueryClient): Promise<void> {
  await client.refetchQueries({ queryKey: sessionQueries.current().queryKey });
  if (sessionEnd.isOver()) await sessionEnd.wait();
}

function readAgain(client: QueryClient, changes: readonly Change[]): void {
  const stale = (queryKey: readonly unknown[]) => void client.invalidateQueries({ queryKey });
  const widgets = new Set<number>();
  let wholeList = false;
  const read: Partial<Record<ActEntity, (change: Change) => void>> = {
    widgets: ({ operation, ids }) => {
      if (operation.startsWith('widgets.call')) return stale(keys.calls());
      const isThere = operation === 'widgets.update' || operation === 'widgets.addUsers';
      for (const id of ids) {
        stale(keys.managers(id));
        if (isThere) widgets.add(id);
        else stale(widgetQueries.detail(id).queryKey);
      }
      wholeList ||= !isThere || ids.length === 0;
    },
    managers: ({ ids }) => {
      for (const id of ids) {
        stale(keys.managers(id));
        widgets.add(id);
      }
    },
    users: ({ operation }) => {
      stale(keys.entity('users'));
      // Widgets name their managers.
      wholeList ||= operation !== 'users.create';
    },
    // The statistics count every call anew: they wait to be asked.
    calls: () => stale(keys.calls()),
    sms: ({ ids }) => {
      for (const id of ids) stale(keys.sms(id));
    },
    voice: ({ ids }) => {
      for (const id of ids) stale(keys.voice(id));
    },
  };
  const readAll = ({ entity }: Change) => stale(keys.entity(entity));
  for (const change of changes) (read[change.entity] ?? readAll)(change);
  const list = widgetQueries.list().queryKey;
  const whole = wholeList || widgets.size > mostSingly;
  if (whole) stale(list);
  const listed = new Set(client.getQueryData(list)?.widgets.map(({ id }) => id));
  for (const id of widgets) {
    const detail = widgetQueries.detail(id).queryKey;
    // One that the list does not have belongs there now, or is gone: reading it alone would not tell.
    const isRead = (isShown(client, list) && listed.has(id)) || isShown(client, detail);
    if (!whole && isRead) void refreshWidget(client, id);
    else {
      stale(detail);
      stale(list);
    }
  }
}

const isShown = (client: QueryClient, queryKey: readonly unknown[]) =>
  client.getQueryCache().find({ queryKey })?.isActive() ?? false;
