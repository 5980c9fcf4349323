import type { Route } from '#server/sandbox/route.ts';
import { callRoutes } from './call-widget.ts';
import { historyRoutes } from './calls.ts';
import { managerRoutes } from './managers.ts';
import { rootRoutes } from './root.ts';
import { smsRoutes } from './sms.ts';
import { userRoutes } from './users.ts';
import { voiceRoutes } from './voice.ts';
import { widgetRoutes } from './widgets.ts';

/** Every operation of the API, once. */
export const routes: readonly Route[] = [
  ...rootRoutes,
  ...widgetRoutes,
  ...callRoutes,
  ...managerRoutes,
  ...smsRoutes,
  ...voiceRoutes,
  ...userRoutes,
  ...historyRoutes,
];
