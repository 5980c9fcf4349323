import { readdirSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { rows } from './rows.ts';

/**
 * Serves the built apps of apps.json on loopback, compressed as a production server would, each with a small JSON API
 * over a list of its own: 1,000 rows on the app's port, 10,000 on the next one. Ready when it prints "ready".
 *
 *   npx tsx bench/serve.mjs [NAME,NAME]
 */
const folder = import.meta.dirname;
const apps = JSON.parse(readFileSync(path.join(folder, 'apps.json'), 'utf8'));
const only = process.argv[2]?.split(',') ?? Object.keys(apps);

const types = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.svg': 'image/svg+xml',
};

for (const name of only) {
  const { dist, port } = apps[name];
  const files = readFiles(path.join(folder, dist));
  await Promise.all([listen(files, 1_000, port), listen(files, 10_000, port + 1)]);
}
console.log('ready');

/** Every file of a folder by its path in the URL, compressed where that is shorter. */
function readFiles(root) {
  const files = new Map();
  for (const entry of readdirSync(root, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const file = path.join(entry.parentPath, entry.name);
    const raw = readFileSync(file);
    const compressed = gzipSync(raw, { level: 9 });
    const shorter = compressed.length < raw.length;
    files.set(`/${path.relative(root, file).split(path.sep).join('/')}`, {
      body: shorter ? compressed : raw,
      encoding: shorter ? 'gzip' : undefined,
      type: types[path.extname(file)] ?? 'application/octet-stream',
    });
  }
  return files;
}

function listen(files, count, port) {
  const list = rows(count);
  const server = createServer((request, response) => {
    const url = new URL(request.url, 'http://127.0.0.1');
    let body = '';
    request.on('data', (chunk) => {
      body += chunk;
    });
    request.on('end', () => {
      if (url.pathname.startsWith('/api/')) answer(url, request, response, list, body);
      else sendFile(url, response, files);
    });
  });
  return new Promise((resolve) => server.listen(port, '127.0.0.1', resolve));
}

/** Any path without an ending is a page of the app. */
function sendFile({ pathname }, response, files) {
  const file = files.get(pathname) ?? (path.extname(pathname) ? undefined : files.get('/index.html'));
  if (!file) return response.writeHead(404).end();
  response.writeHead(200, {
    'content-type': file.type,
    'content-length': file.body.length,
    'cache-control': file.type.startsWith('text/html') ? 'no-cache' : 'public,max-age=31536000,immutable',
    vary: 'accept-encoding',
    ...(file.encoding && { 'content-encoding': file.encoding }),
  });
  return response.end(file.body);
}

/** Speaks as each app asks: `page` and `size` (floors), `range` (react-admin), `_start` and `_end` (refine). */
function answer({ pathname, searchParams: query }, request, response, list, body) {
  const [, , resource, id] = pathname.split('/');
  if (resource !== 'widgets') return sendJson(request, response, []);
  if (id) {
    const row = list[Number(id) - 1];
    if (!row) return response.writeHead(404).end('{}');
    if (request.method !== 'GET') Object.assign(row, JSON.parse(body || '{}'), { id: row.id });
    return sendJson(request, response, row);
  }
  const found = sorted(matching(list, query), query);
  const [start, end] = windowOf(query, found.length);
  const page = found.slice(start, end);
  if (query.has('page')) return sendJson(request, response, { items: page, total: found.length });
  return sendJson(request, response, page, {
    'content-range': `widgets ${start}-${Math.max(start, start + page.length - 1)}/${found.length}`,
    'x-total-count': String(found.length),
    'access-control-expose-headers': 'x-total-count,content-range',
  });
}

function matching(list, query) {
  const filter = JSON.parse(query.get('filter') ?? '{}');
  const text = (filter.q ?? query.get('q') ?? '').toLowerCase();
  return text ? list.filter((row) => row.url.includes(text) || row.description.includes(text)) : list;
}

function sorted(list, query) {
  const [key, order] = query.has('sort')
    ? JSON.parse(query.get('sort'))
    : [query.get('_sort')?.split(',')[0], query.get('_order')?.split(',')[0] ?? 'asc'];
  if (!key) return list;
  const direction = /desc/i.test(order) ? -1 : 1;
  return list.toSorted((a, b) => direction * (a[key] > b[key] ? 1 : a[key] < b[key] ? -1 : 0));
}

function windowOf(query, total) {
  if (query.has('range')) {
    const [first, last] = JSON.parse(query.get('range'));
    return [first, last + 1];
  }
  if (query.has('_start')) return [Number(query.get('_start')), Number(query.get('_end'))];
  if (!query.has('page')) return [0, total];
  const size = Number(query.get('size')) || 25;
  return [(Number(query.get('page')) - 1) * size, Number(query.get('page')) * size];
}

function sendJson(request, response, value, headers = {}) {
  const raw = Buffer.from(JSON.stringify(value));
  const compress = raw.length > 1024 && /gzip/.test(request.headers['accept-encoding'] ?? '');
  const body = compress ? gzipSync(raw, { level: 1 }) : raw;
  response.writeHead(200, {
    'content-type': 'application/json',
    'cache-control': 'no-store',
    ...headers,
    ...(compress && { 'content-encoding': 'gzip' }),
    'content-length': body.length,
  });
  return response.end(body);
}
