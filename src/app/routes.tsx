import type { QueryClient } from '@tanstack/react-query';
import type { ComponentType } from 'react';
import { createBrowserRouter, Navigate, type RouteObject } from 'react-router-dom';
import type { Permission } from '#src/api/wire/operations.ts';
import { sessionQueries, useSession } from '#src/features/session/queries.ts';
import { widgetQueries } from '#src/features/widgets/queries.ts';
import { WidgetsPage } from '#src/features/widgets/WidgetsPage.tsx';
import { PageSkeleton } from '#src/ui/PageSkeleton.tsx';
import { ErrorPage, NotFoundPage } from './ErrorPage.tsx';
import { Gate } from './Gate.tsx';
import { Needs } from './needs.ts';
import { paths } from './paths.ts';

/**
 * A page is a chunk of its own; while the first one loads, the shell is already there.
 * @param permission without which the person is told that the page is not for them
 */
function page(Component: () => Promise<ComponentType>, permission?: Permission) {
  // As a function: where the other form, an object, cannot be loaded, the router says nothing and the page is blank.
  const lazy = async () => ({ Component: await Component() });
  const handle = permission && new Needs(permission);
  return { lazy, handle, HydrateFallback: PageSkeleton, errorElement: <ErrorPage /> };
}

const smsMessages = page(
  async () => (await import('#src/features/sms-templates/SmsMessages.tsx')).SmsMessages,
  'sms.list',
);
const voiceMessages = page(
  async () => (await import('#src/features/voice-templates/VoiceMessages.tsx')).VoiceMessages,
  'voice.list',
);

/** A page about one widget at a time that asks which: the child route shows it. */
function choosesWidget(title: string, text: string, permission: Permission) {
  return page(async () => {
    const { WidgetChoicePage } = await import('#src/features/widgets/WidgetChoicePage.tsx');
    return () => <WidgetChoicePage title={title} text={text} />;
  }, permission);
}

function routes(client: QueryClient): RouteObject[] {
  const withWidgets = {
    // The list is asked for while the page's code is still on its way.
    loader: () => {
      void prefetchWidgets(client);
      return null;
    },
    shouldRevalidate: () => false,
  };
  return [
    {
      path: paths.link(),
      ...page(async () => (await import('#src/features/session/LinkPage.tsx')).LinkPage),
    },
    {
      element: <Gate />,
      errorElement: <ErrorPage />,
      children: [
        { path: paths.home(), element: <Home /> },
        // Where the console opens: it comes with the shell, for one request less before the first row.
        { path: paths.widgets(), Component: WidgetsPage, errorElement: <ErrorPage /> },
        {
          path: paths.newWidget(),
          ...page(
            async () => (await import('#src/features/widgets/NewWidgetPage.tsx')).NewWidgetPage,
            'widgets.create',
          ),
        },
        {
          path: paths.widget(':id'),
          ...page(async () => (await import('#src/features/widgets/WidgetPage.tsx')).WidgetPage, 'widgets.get'),
          children: [
            {
              index: true,
              ...page(async () => (await import('#src/features/widgets/WidgetOverview.tsx')).WidgetOverview),
            },
            {
              path: paths.widgetEdit(':id'),
              ...page(
                async () => (await import('#src/features/widgets/WidgetFormPage.tsx')).WidgetFormPage,
                'widgets.update',
              ),
            },
            {
              path: paths.widgetManagers(':id'),
              ...page(
                async () => (await import('#src/features/managers/WidgetManagersPage.tsx')).WidgetManagersPage,
                'managers.list',
              ),
            },
            { path: paths.widgetSms(':id'), ...smsMessages },
            { path: paths.widgetVoice(':id'), ...voiceMessages },
            {
              path: paths.widgetHistory(':id'),
              ...page(async () => (await import('#src/features/activity/WidgetHistory.tsx')).WidgetHistory, 'activity'),
            },
          ],
        },
        {
          path: paths.managerHours(':id', ':userId'),
          ...page(async () => (await import('#src/features/managers/ManagerPage.tsx')).ManagerPage, 'managers.update'),
          children: [
            {
              index: true,
              ...page(async () => (await import('#src/features/managers/HoursPage.tsx')).HoursPage),
            },
            {
              path: paths.managerHistory(':id', ':userId'),
              ...page(
                async () => (await import('#src/features/activity/ManagerHistory.tsx')).ManagerHistory,
                'activity',
              ),
            },
          ],
        },
        {
          path: paths.managers(),
          ...withWidgets,
          ...page(async () => (await import('#src/features/managers/ManagersPage.tsx')).ManagersPage, 'team'),
        },
        {
          path: `${paths.widgetSms(':id')}/edit`,
          ...page(async () => (await import('#src/features/sms-templates/SmsFormPage.tsx')).SmsFormPage, 'sms.update'),
        },
        {
          path: `${paths.widgetVoice(':id')}/edit`,
          ...page(
            async () => (await import('#src/features/voice-templates/VoiceFormPage.tsx')).VoiceFormPage,
            'voice.update',
          ),
        },
        {
          path: paths.sms(),
          ...withWidgets,
          ...choosesWidget('SMS', 'Each widget has its own SMS messages, to visitors, managers and users.', 'sms.list'),
          children: [{ index: true, ...smsMessages }],
        },
        {
          path: paths.voice(),
          ...withWidgets,
          ...choosesWidget(
            'Voice',
            'Each widget has its own recordings, played to visitors and managers.',
            'voice.list',
          ),
          children: [{ index: true, ...voiceMessages }],
        },
        {
          path: paths.users(),
          ...page(async () => (await import('#src/features/users/UsersPage.tsx')).UsersPage, 'team'),
        },
        {
          path: paths.newUser(),
          ...page(async () => (await import('#src/features/users/NewUserPage.tsx')).NewUserPage, 'users.create'),
        },
        {
          path: paths.user(':id'),
          ...page(async () => (await import('#src/features/users/UserPage.tsx')).UserPage, 'team'),
        },
        {
          path: paths.callbacks(),
          ...page(
            async () => (await import('#src/features/callbacks/CallbackPage.tsx')).CallbackPage,
            'widgets.callOrSchedule',
          ),
        },
        {
          path: paths.calls(),
          ...page(async () => (await import('#src/features/calls/CallsPage.tsx')).CallsPage, 'calls.list'),
        },
        {
          path: paths.call(':id'),
          ...page(async () => (await import('#src/features/calls/CallPage.tsx')).CallPage, 'calls.get'),
        },
        {
          path: paths.statistics(),
          ...page(async () => (await import('#src/features/statistics/StatisticsPage.tsx')).StatisticsPage, 'team'),
        },
        // Without a permission: who takes no calls is told so there.
        {
          path: paths.me(),
          ...withWidgets,
          ...page(async () => (await import('#src/features/me/MePage.tsx')).MePage),
        },
        {
          path: paths.activity(),
          ...page(async () => (await import('#src/features/activity/ActivityPage.tsx')).ActivityPage, 'activity'),
        },
        {
          path: paths.doNotCall(),
          ...page(async () => (await import('#src/features/do-not-call/DoNotCallPage.tsx')).DoNotCallPage, 'doNotCall'),
        },
        {
          path: paths.addDoNotCall(),
          ...page(
            async () => (await import('#src/features/do-not-call/AddNumbersPage.tsx')).AddNumbersPage,
            'doNotCall',
          ),
        },
        {
          path: paths.people(),
          ...page(async () => (await import('#src/features/people/PeoplePage.tsx')).PeoplePage, 'people'),
        },
        {
          path: paths.invite(),
          ...page(async () => (await import('#src/features/people/InvitePage.tsx')).InvitePage, 'people'),
        },
        {
          path: paths.person(':id'),
          ...page(async () => (await import('#src/features/people/PersonPage.tsx')).PersonPage, 'people'),
        },
        {
          path: paths.account(),
          ...page(async () => (await import('#src/features/session/AccountPage.tsx')).AccountPage),
        },
        { path: '*', element: <NotFoundPage /> },
      ],
    },
  ];
}

/** Nothing is asked for in the name of nobody. */
async function prefetchWidgets(client: QueryClient): Promise<void> {
  await client.prefetchQuery(sessionQueries.current());
  const session = client.getQueryData(sessionQueries.current().queryKey);
  if (session?.person) await client.prefetchQuery(widgetQueries.list());
}

/** Where a person begins: managers with their own availability. */
function Home() {
  const { person } = useSession();
  return <Navigate to={person?.role === 'manager' ? paths.me() : paths.widgets()} replace />;
}

export function createRouter(client: QueryClient) {
  // Asked for before anything is drawn.
  if (location.pathname === paths.widgets()) void prefetchWidgets(client);
  return createBrowserRouter(routes(client));
}
