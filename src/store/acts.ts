import type { Database, InTransaction } from './database.ts';
import { batches, jsonIn, personColumns, personIn, understood } from './rows.ts';
import type { ActRow } from './schema.ts';
import { actShape } from './shapes.ts';
import type { Act, AuditStore, RecordedAct } from './store.ts';

/** Writes down what was done, in the transaction that does it. */
export async function record(db: InTransaction, ...acts: readonly Act[]): Promise<void> {
  for (const some of batches(acts)) await db.insertInto('acts').values(some.map(rowOf)).execute();
}

export const createAudit = (database: Database): AuditStore => ({
  add: (act) => database.write((db) => record(db, act)),

  async list(community, most, before) {
    const rows = await database.query((db) =>
      db
        .selectFrom('acts')
        .selectAll()
        .where('community', '=', community)
        .$if(before !== undefined, (query) => query.where('id', '<', before as number))
        .orderBy('id', 'desc')
        .limit(most)
        .execute(),
    );
    return rows.map(actOf);
  },
});

const rowOf = ({ community, by, at, act, subject, detail }: Act) => ({
  community,
  at,
  act,
  subject,
  detail: detail ? JSON.stringify(detail) : null,
  ...personColumns('by', by),
});

function actOf(row: Omit<ActRow, 'id'> & { id: number }): RecordedAct {
  const { id, community, at, act, subject } = row;
  const place = { table: 'acts', id: String(id) } as const;
  const detail = jsonIn(row.detail, place);
  const by = personIn('by', row);
  return understood(actShape, { id, community, by, at, act, subject, ...(detail !== undefined && { detail }) }, place);
}
