import fastifyStatic from '@fastify/static';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';

/** Whatever somebody may write into the address bar. What has a dot names a file, and a file that is not there is a 404. */
const page = /^\/(?!(?:api|auth|console|events|health|ready|assets)(?:\/|$)|activity\/)[^.]*$/i;

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
export function isPage({ method, originalUrl, headers }: FastifyRequest): boolean {
  const path = asciiOf(originalUrl.split('?', 1)[0] ?? '');
  return (method === 'GET' || method === 'HEAD') && page.test(path) && (headers.accept ?? '').includes('text/html');
}

/** As the router reads it (`%61pi` is `api`). Whatever else is escaped has no say in what an address leads to. */
function asciiOf(path: string): string {
  return path.replace(/%([0-7][0-9a-f])/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
}

/** A path that cannot be decoded, with each of its percent signs taken as it is: an address like any other. */
export function decodable(target = '/'): string {
  const [path = ''] = target.split('?', 1);
  try {
    decodeURIComponent(path);
    return target;
  } catch {
    return path.replaceAll('%', '%25') + target.slice(path.length);
  }
}

export function sendPage(reply: FastifyReply) {
  return reply.code(200).sendFile('index.html');
}
