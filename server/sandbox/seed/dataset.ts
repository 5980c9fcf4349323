import { getTableColumns, getTableName, sql } from 'drizzle-orm';
import type { PgTable } from 'drizzle-orm/pg-core';
import type { Db } from '#server/db/open.ts';
import * as tables from '#server/db/schema.ts';

/** Rows that others refer to carry their ids, counted from 1. */
export interface Dataset {
  users: (typeof tables.users.$inferInsert)[];
  widgets: (typeof tables.widgets.$inferInsert)[];
  departments: (typeof tables.departments.$inferInsert)[];
  assignments: (typeof tables.assignments.$inferInsert)[];
  assignmentDepartments: (typeof tables.assignmentDepartments.$inferInsert)[];
  smsMessages: (typeof tables.smsMessages.$inferInsert)[];
  voiceMessages: (typeof tables.voiceMessages.$inferInsert)[];
  tags: (typeof tables.tags.$inferInsert)[];
  calls: (typeof tables.calls.$inferInsert)[];
  callTags: (typeof tables.callTags.$inferInsert)[];
}

export const nothing: Dataset = {
  users: [],
  widgets: [],
  departments: [],
  assignments: [],
  assignmentDepartments: [],
  smsMessages: [],
  voiceMessages: [],
  tags: [],
  calls: [],
  callTags: [],
};

const counted = [tables.users, tables.widgets, tables.departments, tables.assignments, tables.tags, tables.calls];
const all = [...counted, tables.assignmentDepartments, tables.smsMessages, tables.voiceMessages, tables.callTags];

/**
 * Empties every table of the sandbox, and no other, and puts the dataset in. New rows are counted from 1 again, or
 * `continue`: an id that was given out once is then given to nothing else, which matters to whoever remembers it.
 */
export async function replaceAll(db: Db, dataset: Dataset, ids: 'restart' | 'continue' = 'restart'): Promise<void> {
  const names = sql.join(
    all.map((table) => sql.identifier(getTableName(table))),
    sql`, `,
  );
  await db.execute(sql`truncate ${names} ${sql.raw(ids)} identity`);
  await insert(db, tables.users, dataset.users);
  await insert(db, tables.widgets, dataset.widgets);
  await insert(db, tables.departments, dataset.departments);
  await insert(db, tables.assignments, dataset.assignments);
  await insert(db, tables.assignmentDepartments, dataset.assignmentDepartments);
  await insert(db, tables.smsMessages, dataset.smsMessages);
  await insert(db, tables.voiceMessages, dataset.voiceMessages);
  await insert(db, tables.tags, dataset.tags);
  await insert(db, tables.calls, dataset.calls);
  await insert(db, tables.callTags, dataset.callTags);
  for (const table of counted) await countOn(db, getTableName(table));
  // PGlite has no process in the background that would do it.
  await db.execute(sql`analyze ${names}`);
}

/** Rows go as one JSON parameter, which takes half the time of a parameter for each value. */
const batch = 5000;

async function insert<Table extends PgTable>(db: Db, table: Table, rows: Table['$inferInsert'][]): Promise<void> {
  const given = new Set(rows.flatMap((row) => Object.keys(row)));
  const columns = Object.entries(getTableColumns(table)).filter(([key]) => given.has(key));
  const names = sql.join(
    columns.map(([, column]) => sql.identifier(column.name)),
    sql`, `,
  );
  for (let start = 0; start < rows.length; start += batch) {
    const records = rows.slice(start, start + batch).map((row) => {
      const values = new Map<string, unknown>(Object.entries(row));
      return Object.fromEntries(
        columns.map(([key, column]) => [column.name, values.has(key) ? values.get(key) : column.default]),
      );
    });
    await db.execute(
      sql`insert into ${table} (${names}) select ${names} from json_populate_recordset(null::${table}, ${JSON.stringify(records)}::json)`,
    );
  }
}

/** The next id follows the last one that the dataset brought. */
async function countOn(db: Db, name: string): Promise<void> {
  const table = sql.identifier(name);
  const last = sql`(select last_value from ${sql.identifier(`${name}_id_seq`)})`;
  await db.execute(
    sql`select setval(pg_get_serial_sequence(${name}, 'id'), greatest(max(id), ${last})) from ${table} having max(id) > 0`,
  );
}
