import { writeFile } from 'node:fs/promises';
import { openDatabase } from '#server/db/open.ts';
import { reseed } from '#server/sandbox/seed/index.ts';

/** Writes the dump of a seeded in-memory database to a file. Every e2e worker opens its own database from it. */
const [file, seed] = process.argv.slice(2);
if (!file || (seed !== 'demo' && seed !== 'empty'))
  throw new Error('Usage: tsx server/testing/e2e-dump.ts FILE demo|empty');

const database = await openDatabase({ memory: true });
await reseed(database.db, seed, new Date());
const dump = await database.dump?.();
if (!dump) throw new Error('This database cannot be dumped.');
await writeFile(file, Buffer.from(await dump.arrayBuffer()));
await database.close();
