import * as z from 'zod';
import { type Route, route } from '#server/sandbox/route.ts';

export const rootRoutes: Route[] = [
  route({
    operation: 'root',
    method: 'GET',
    path: '/api/v1/external',
    scope: null,
    input: z.object({}),
    handle: async () => ({ data: [], message: 'Welcome to the CallPage REST API (sandbox).' }),
  }),
];
