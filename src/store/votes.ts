import type { Database } from './database.ts';
import type { VoteStore } from './store.ts';

export const createVotes = (database: Database): VoteStore => ({
  async cast({ community, entry, by, helpful, at }) {
    const vote = { helpful: helpful ? 1 : 0, at };
    await database.query((db) =>
      db
        .insertInto('votes')
        .values({ community, entry, by_platform: by.platform, by_id: by.id, ...vote })
        .onConflict((conflict) => conflict.columns(['community', 'entry', 'by_platform', 'by_id']).doUpdateSet(vote))
        .execute(),
    );
  },

  counts: (community, since = 0) =>
    database.query((db) =>
      db
        .selectFrom('votes')
        .select((eb) => [
          'entry',
          eb.fn.countAll<number>().filterWhere('helpful', '=', 1).as('helpful'),
          eb.fn.countAll<number>().filterWhere('helpful', '=', 0).as('unhelpful'),
        ])
        .where('community', '=', community)
        .where('at', '>=', since)
        .groupBy('entry')
        .orderBy('entry')
        .execute(),
    ),
});
