import fastifyStatic from '@fastify/static';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';

/** Letters, digits, dashes: what has a dot names a file, and a file that is not there is a 404. */
const page = /^\/(?!(?:api|auth|events|health|ready|assets)(?:\/|$)|activity\/)[\w/-]*$/i;

/** Serves the built app from `dist`, with the compressed forms that the build made beside each file. */
export async function addPages(app: FastifyInstance, dist: string): Promise<void> {
  await app.register(fastifyStatic, {
    root: dist,
    preCompressed: true,
    cacheControl: false,
    // The build's own notes are not for the browser.
    dotfiles: 'ignore',
    setHeaders: (reply, path) => {
      const hashed = path.slice(dist.length).startsWith('/assets/');
      reply.header('Cache-Control', hashed ? 'public, max-age=31536000, immutable' : 'no-cache');
    },
  });
}

/** Whether a person opened one of the app's own pages, which the browser then draws from `index.html`. */
export function isPage({ method, raw, headers }: FastifyRequest): boolean {
  const path = raw.url?.split('?', 1)[0] ?? '';
  return (method === 'GET' || method === 'HEAD') && page.test(path) && (headers.accept ?? '').includes('text/html');
}

export function sendPage(reply: FastifyReply) {
  return reply.code(200).sendFile('index.html');
}
