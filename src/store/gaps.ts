import { record } from './acts.ts';
import { createBatching } from './batching.ts';
import type { Database, InTransaction } from './database.ts';
import { batches, understood } from './rows.ts';
import type { GapRow } from './schema.ts';
import { gapShape } from './shapes.ts';
import { indexable } from './storable.ts';
import type { Gap, GapStore } from './store.ts';

interface Added {
  gap: Parameters<GapStore['add']>[0];
  day: string;
  most: number;
}

/** Nobody waits for these, and whoever asks for them has them written first. A crash takes so much of them with it. */
const togetherMs = 100;

export function createGaps(database: Database): GapStore & { flush(): Promise<void> } {
  const { add, flush } = createBatching<Added>({
    afterMs: togetherMs,
    carryOut: (batch) =>
      database.write(async (db) => {
        for (const one of batch) await insert(db, one);
      }),
  });
  const kept = keptGaps(database);
  return {
    add: (gap, day, most) => add({ gap, day, most }),
    flush,
    list: (community) => flush().then(() => kept.list(community)),
    remove: (...asked) => flush().then(() => kept.remove(...asked)),
    removeBefore: (day) => flush().then(() => kept.removeBefore(day)),
    clear: (community) => flush().then(() => kept.clear(community)),
  };
}

async function insert(db: InTransaction, { gap, day, most }: Added): Promise<void> {
  const { community, folded, question, language, outcome, nearest } = gap;
  const id = indexable(folded);
  const latest = { outcome, nearest, last_on: day };
  const { count } = await db
    .insertInto('gaps')
    .values({ community, id, folded, question, language, count: 1, first_on: day, ...latest })
    .onConflict((conflict) =>
      conflict.columns(['community', 'id']).doUpdateSet((eb) => ({ ...latest, count: eb('gaps.count', '+', 1) })),
    )
    .returning('count')
    .executeTakeFirstOrThrow();
  if (count === 1) await makeRoom(db, community, id, most);
}

const keptGaps = (database: Database): Omit<GapStore, 'add'> => ({
  async list(community) {
    const rows = await database.query((db) =>
      db
        .selectFrom('gaps')
        .selectAll()
        .where('community', '=', community)
        .orderBy('count', 'desc')
        .orderBy('last_on', 'desc')
        .orderBy('id')
        .execute(),
    );
    return rows.map(gapOf);
  },

  remove: (community, folded, act) =>
    database.write(async (db) => {
      for (const some of batches(folded.map(indexable))) {
        await db.deleteFrom('gaps').where('community', '=', community).where('id', 'in', some).execute();
      }
      await record(db, act);
    }),

  async removeBefore(day) {
    const { numDeletedRows } = await database.query((db) =>
      db.deleteFrom('gaps').where('last_on', '<', day).executeTakeFirstOrThrow(),
    );
    return Number(numDeletedRows);
  },

  async clear(community) {
    await database.query((db) => db.deleteFrom('gaps').where('community', '=', community).execute());
  },
});

/** Removes the rarest and, of those, the oldest, but not the one that has just come. */
async function makeRoom(db: InTransaction, community: string, newest: string, most: number): Promise<void> {
  const { kept } = await db
    .selectFrom('gaps')
    .select((eb) => eb.fn.countAll<number>().as('kept'))
    .where('community', '=', community)
    .executeTakeFirstOrThrow();
  if (kept <= most) return;
  const least = db
    .selectFrom('gaps')
    .select('id')
    .where('community', '=', community)
    .where('id', '!=', newest)
    .orderBy('count')
    .orderBy('last_on')
    .orderBy('id')
    .limit(kept - most);
  await db.deleteFrom('gaps').where('community', '=', community).where('id', 'in', least).execute();
}

function gapOf(row: GapRow): Gap {
  const { community, folded, question, language, outcome, nearest, count, first_on: firstOn, last_on: lastOn } = row;
  const gap = { community, folded, question, language, outcome, nearest, count, firstOn, lastOn };
  return understood(gapShape, gap, { table: 'gaps', id: `${community}/${row.id}` });
}
