import { createHmac } from 'node:crypto';
import { desc, eq, sql } from 'drizzle-orm';
import type { Db } from '#server/db/open.ts';
import { doNotCall, persons } from '#server/db/schema.ts';
import { Failure } from '#server/gateway/failure.ts';
import type { AddNumbersInput, BarredNumber, WrongNumber } from '#src/api/wire/do-not-call.ts';
import { asCountry, parsePhone } from '#src/domain/phone.ts';
import { readDialled } from './number.ts';

export type DoNotCall = ReturnType<typeof createDoNotCall>;

interface Added {
  /** E.164 of those that were not there. */
  added: string[];
  already: string[];
  wrong: WrongNumber[];
}

/** The numbers that are never called: kept as they were typed, compared by a hash that is keyed with the server's secret. */
export function createDoNotCall(secret: string) {
  const hashOf = (digits: string) => createHmac('sha256', secret).update(`do-not-call ${digits}`).digest('base64url');
  const hashOfEntry = ({ number, country }: Pick<BarredNumber, 'number' | 'country'>) => {
    const phone = parsePhone(number, asCountry(country ?? undefined));
    return phone.ok ? hashOf(digitsOf(phone.e164)) : undefined;
  };

  /** The entry for this number, in the digits of `readDialled`. */
  async function find(tx: Db, digits: string): Promise<BarredNumber | undefined> {
    const [found] = await select(tx).where(eq(doNotCall.hash, hashOf(digits)));
    return found && entryOf(found);
  }

  /** Adds what is a number and is not there yet, and tells what became of each. */
  async function add(tx: Db, { numbers, country, reason }: AddNumbersInput, by: string): Promise<Added> {
    const read = new Map<string, { number: string; e164: string }>();
    const wrong: WrongNumber[] = [];
    const already: string[] = [];
    for (const number of numbers) {
      const phone = parsePhone(number, asCountry(country ?? undefined));
      const hash = phone.ok ? hashOf(digitsOf(phone.e164)) : '';
      if (!phone.ok) wrong.push({ text: number, problem: phone.problem });
      else if (read.has(hash)) already.push(number);
      else read.set(hash, { number, e164: phone.e164 });
    }
    const rows = [...read].map(([hash, { number }]) => ({
      ...{ hash, number: number.trim(), reason, addedBy: by },
      country: country ?? null,
    }));
    const inserted = rows.length > 0 ? await tx.insert(doNotCall).values(rows).onConflictDoNothing().returning() : [];
    const added = new Set(inserted.map(({ hash }) => hash));
    for (const [hash, { number }] of read) if (!added.has(hash)) already.push(number);
    return { added: [...read].filter(([hash]) => added.has(hash)).map(([, { e164 }]) => e164), already, wrong };
  }

  /** Resolves with what is taken off; throws a 404 where it is gone already. */
  async function remove(tx: Db, id: number): Promise<BarredNumber & { e164: string }> {
    const [found] = await select(tx).where(eq(doNotCall.id, id));
    if (!found) throw new Failure(404, 'This number is not on the list any more.');
    await tx.delete(doNotCall).where(eq(doNotCall.id, id));
    const entry = entryOf(found);
    const phone = parsePhone(entry.number, asCountry(entry.country ?? undefined));
    return { ...entry, e164: phone.ok ? phone.e164 : entry.number };
  }

  /**
   * Hashes the list anew where the secret is another one than it was hashed with. Resolves with how many entries can no
   * longer be read as a number, and keep the hash that they have.
   */
  function rehash(db: Db): Promise<number> {
    return db.transaction(async (tx) => {
      await tx.execute(sql`select pg_advisory_xact_lock(hashtext('callpage-console do not call'))`);
      const rows = await tx.select().from(doNotCall);
      const taken = new Set(rows.map(({ hash }) => hash));
      let unread = 0;
      for (const row of rows) {
        const hash = hashOfEntry(row);
        if (hash === undefined) unread += 1;
        else if (!taken.has(hash)) await tx.update(doNotCall).set({ hash }).where(eq(doNotCall.id, row.id));
        taken.add(hash ?? row.hash);
      }
      return unread;
    });
  }

  return { find, list, add, remove, rehash };
}

/** The newest first. */
async function list(db: Db): Promise<BarredNumber[]> {
  return (await select(db).orderBy(desc(doNotCall.id))).map(entryOf);
}

const select = (db: Db) =>
  db
    .select({ row: doNotCall, addedBy: persons.name })
    .from(doNotCall)
    .innerJoin(persons, eq(persons.id, doNotCall.addedBy));

function entryOf({ row, addedBy }: { row: typeof doNotCall.$inferSelect; addedBy: string }): BarredNumber {
  const { id, number, country, reason, addedAt } = row;
  return { id, number, country, reason, added_by: addedBy, added_at: addedAt.toISOString() };
}

/** As a call's number is read, so that the two meet. */
const digitsOf = (e164: string) => readDialled(e164)?.digits ?? e164.slice(1);
