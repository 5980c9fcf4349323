import type { QueryClient } from '@tanstack/react-query';
import type { ComponentType } from 'react';
import { createBrowserRouter, type RouteObject, redirect } from 'react-router-dom';
import { widgetQueries } from '#src/features/widgets/queries.ts';
import { WidgetsPage } from '#src/features/widgets/WidgetsPage.tsx';
import { PageSkeleton } from '#src/ui/PageSkeleton.tsx';
import { ErrorPage, NotFoundPage } from './ErrorPage.tsx';
import { paths } from './paths.ts';
import { Shell } from './Shell.tsx';

/** A page is a chunk of its own; while the first one loads, the shell is already there. */
function page(Component: () => Promise<ComponentType>) {
  // As a function: where the other form, an object, cannot be loaded, the router says nothing and the page is blank.
  const lazy = async () => ({ Component: await Component() });
  return { lazy, HydrateFallback: PageSkeleton, errorElement: <ErrorPage /> };
}

const smsMessages = page(async () => (await import('#src/features/sms-templates/SmsMessages.tsx')).SmsMessages);
const voiceMessages = page(async () => (await import('#src/features/voice-templates/VoiceMessages.tsx')).VoiceMessages);

/** A page about one widget at a time that asks which: the child route shows it. */
function choosesWidget(title: string, text: string) {
  return page(async () => {
    const { WidgetChoicePage } = await import('#src/features/widgets/WidgetChoicePage.tsx');
    return () => <WidgetChoicePage title={title} text={text} />;
  });
}

function routes(client: QueryClient): RouteObject[] {
  const withWidgets = {
    // The list is asked for while the page's code is still on its way.
    loader: () => {
      void client.prefetchQuery(widgetQueries.list());
      return null;
    },
    shouldRevalidate: () => false,
  };
  return [
    {
      element: <Shell />,
      errorElement: <ErrorPage />,
      children: [
        { path: paths.home(), loader: () => redirect(paths.widgets()) },
        // Where the console opens: it comes with the shell, for one request less before the first row.
        { path: paths.widgets(), Component: WidgetsPage, errorElement: <ErrorPage /> },
        {
          path: paths.newWidget(),
          ...page(async () => (await import('#src/features/widgets/NewWidgetPage.tsx')).NewWidgetPage),
        },
        {
          path: paths.widget(':id'),
          ...page(async () => (await import('#src/features/widgets/WidgetPage.tsx')).WidgetPage),
          children: [
            {
              index: true,
              ...page(async () => (await import('#src/features/widgets/WidgetOverview.tsx')).WidgetOverview),
            },
            {
              path: paths.widgetEdit(':id'),
              ...page(async () => (await import('#src/features/widgets/WidgetFormPage.tsx')).WidgetFormPage),
            },
            {
              path: paths.widgetManagers(':id'),
              ...page(async () => (await import('#src/features/managers/WidgetManagersPage.tsx')).WidgetManagersPage),
            },
            { path: paths.widgetSms(':id'), ...smsMessages },
            { path: paths.widgetVoice(':id'), ...voiceMessages },
          ],
        },
        {
          path: paths.managerHours(':id', ':userId'),
          ...page(async () => (await import('#src/features/managers/HoursPage.tsx')).HoursPage),
        },
        {
          path: paths.managers(),
          ...withWidgets,
          ...page(async () => (await import('#src/features/managers/ManagersPage.tsx')).ManagersPage),
        },
        {
          path: `${paths.widgetSms(':id')}/edit`,
          ...page(async () => (await import('#src/features/sms-templates/SmsFormPage.tsx')).SmsFormPage),
        },
        {
          path: `${paths.widgetVoice(':id')}/edit`,
          ...page(async () => (await import('#src/features/voice-templates/VoiceFormPage.tsx')).VoiceFormPage),
        },
        {
          path: paths.sms(),
          ...withWidgets,
          ...choosesWidget('SMS', 'Each widget has its own SMS messages, to visitors, managers and users.'),
          children: [{ index: true, ...smsMessages }],
        },
        {
          path: paths.voice(),
          ...withWidgets,
          ...choosesWidget('Voice', 'Each widget has its own recordings, played to visitors and managers.'),
          children: [{ index: true, ...voiceMessages }],
        },
        {
          path: paths.users(),
          ...page(async () => (await import('#src/features/users/UsersPage.tsx')).UsersPage),
        },
        {
          path: paths.newUser(),
          ...page(async () => (await import('#src/features/users/NewUserPage.tsx')).NewUserPage),
        },
        {
          path: paths.user(':id'),
          ...page(async () => (await import('#src/features/users/UserPage.tsx')).UserPage),
        },
        {
          path: paths.callbacks(),
          ...page(async () => (await import('#src/features/callbacks/CallbackPage.tsx')).CallbackPage),
        },
        { path: paths.calls(), ...page(async () => (await import('#src/features/calls/CallsPage.tsx')).CallsPage) },
        { path: paths.call(':id'), ...page(async () => (await import('#src/features/calls/CallPage.tsx')).CallPage) },
        {
          path: paths.statistics(),
          ...page(async () => (await import('#src/features/statistics/StatisticsPage.tsx')).StatisticsPage),
        },
        // Without a permission: who takes no calls is told so there.
        { path: paths.me(), ...withWidgets, ...page(async () => (await import('#src/features/me/MePage.tsx')).MePage) },
        { path: '*', element: <NotFoundPage /> },
      ],
    },
  ];
}

export function createRouter(client: QueryClient) {
  // Asked for before anything is drawn.
  if (location.pathname === paths.widgets()) void client.prefetchQuery(widgetQueries.list());
  return createBrowserRouter(routes(client));
}
