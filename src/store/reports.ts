import { sql } from 'kysely';
import { record } from './acts.ts';
import type { Database } from './database.ts';
import { AlreadyReported } from './failures.ts';
import { personColumns, personIn, understood } from './rows.ts';
import type { ReportRow } from './schema.ts';
import { reportShape } from './shapes.ts';
import type { Report, ReportStore } from './store.ts';

export const createReports = (database: Database): ReportStore => ({
  async add({ community, id, kind, key, text, by, at }) {
    const row = { community, id, kind, key, text, at, state: 'open', outcome: '', ...personColumns('by', by) };
    const { numInsertedOrUpdatedRows } = await database.query((db) =>
      db
        .insertInto('reports')
        .values(row)
        .onConflict((conflict) =>
          conflict
            .columns(['community', 'kind', 'key', 'by_platform', 'by_id'])
            .where('state', '=', sql.lit('open'))
            .doNothing(),
        )
        .executeTakeFirstOrThrow(),
    );
    if (!numInsertedOrUpdatedRows) throw new AlreadyReported(`${kind} ${key} is reported already.`);
  },

  async open(community) {
    const rows = await database.query((db) =>
      db
        .selectFrom('reports')
        .selectAll()
        .where('community', '=', community)
        .where('state', '=', 'open')
        .orderBy('at')
        .orderBy('id')
        .execute(),
    );
    return rows.map(reportOf);
  },

  async get(community, id) {
    const row = await database.query((db) =>
      db.selectFrom('reports').selectAll().where('community', '=', community).where('id', '=', id).executeTakeFirst(),
    );
    return row && reportOf(row);
  },

  settle: (community, id, outcome, act) =>
    database.write(async (db) => {
      const row = await db
        .updateTable('reports')
        .set({ state: 'settled', outcome })
        .where('community', '=', community)
        .where('id', '=', id)
        .where('state', '=', 'open')
        .returningAll()
        .executeTakeFirst();
      if (!row) return undefined;
      await record(db, act);
      return reportOf(row);
    }),
});

function reportOf(row: ReportRow): Report {
  const { community, id, kind, key, text, at, state, outcome } = row;
  const place = { table: 'reports', id: `${community}/${id}` } as const;
  const by = personIn('by', row);
  return understood(reportShape, { community, id, kind, key, text, by, at, state, outcome }, place);
}
