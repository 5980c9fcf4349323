import '#src/ui/styles/shell.ts';
import { MantineProvider } from '@mantine/core';
import { QueryClientProvider } from '@tanstack/react-query';
import { StrictMode } from 'react';
import { RouterProvider } from 'react-router-dom';
import * as z from 'zod/mini';
import { ApiError } from '#src/api/errors.ts';
import { onSignedOut } from '#src/api/http.ts';
import { watchPresence } from '#src/api/presence.ts';
import { sessionQueries } from '#src/features/session/queries.ts';
import { sessionEnd } from '#src/features/session/session-end.ts';
import { createQueryClient } from '#src/lib/query-client.ts';
import { NotificationRegion } from '#src/ui/notify.tsx';
import { createRouter } from './routes.tsx';
import { theme } from './theme.ts';

// The content security policy forbids evaluating text, which zod would otherwise try for speed.
z.config({ jitless: true });

// Requests that a session's end refused wait for the person to be back.
onSignedOut(sessionEnd.wait);
watchPresence();

// Before somebody does something no focus can get lost and nothing is pointed at, and the first row waits for nothing.
const firstActs = ['keydown', 'pointerdown', 'pointerover'] as const;
const waitForFirstAct = () => {
  for (const act of firstActs) document.addEventListener(act, startAssisting);
};
waitForFirstAct();

function startAssisting(): void {
  for (const act of firstActs) document.removeEventListener(act, startAssisting);
  // What the first act itself takes the focus from may be gone before the assistance is here.
  let focused = document.activeElement;
  document.addEventListener('focusin', () => {
    focused = document.activeElement;
  });
  // Without a connection it is tried again at the next one.
  void import('#src/ui/assist.ts').then(({ assist }) => assist(focused), waitForFirstAct);
}

const client = createQueryClient({
  retryIn: (error, failures) => (error instanceof ApiError ? error.retryIn(failures) : undefined),
  onError: (error, client) => {
    // The role is another one than the page knows.
    if (error instanceof ApiError && error.reason === 'not_allowed')
      void client.invalidateQueries(sessionQueries.current());
  },
});
const router = createRouter(client);

export function App() {
  return (
    <StrictMode>
      <MantineProvider theme={theme} defaultColorScheme="auto">
        <QueryClientProvider client={client}>
          <RouterProvider router={router} />
          <NotificationRegion />
        </QueryClientProvider>
      </MantineProvider>
    </StrictMode>
  );
}
