import type { Person } from '../core/community.ts';
import type { Database, InTransaction } from './database.ts';
import { Gone } from './failures.ts';
import { personColumns, understood } from './rows.ts';
import { choicesShape } from './shapes.ts';
import type { PeopleStore } from './store.ts';
import { forgetPrivate } from './subscription-moves.ts';

type Who = Pick<Person, 'platform' | 'id'>;

export const createPeople = (database: Database): PeopleStore => ({
  async choices({ platform, id }) {
    const row = await database.query((db) =>
      db.selectFrom('people').selectAll().where('platform', '=', platform).where('id', '=', id).executeTakeFirst(),
    );
    const { language, works_for: worksFor } = row ?? {};
    return understood(
      choicesShape,
      { ...(language != null && { language }), ...(worksFor != null && { worksFor }) },
      { table: 'people', id: `${platform}:${id}` },
    );
  },

  choose: ({ platform, id }, { language, worksFor }) =>
    database.write(async (db) => {
      const chosen = {
        ...(language !== undefined && { language }),
        ...(worksFor !== undefined && { works_for: worksFor }),
      };
      if (Object.keys(chosen).length === 0) return;
      if (worksFor != null) await mustExist(db, worksFor);
      await db
        .insertInto('people')
        .values({ platform, id, language: null, works_for: null, ...chosen })
        .onConflict((conflict) => conflict.columns(['platform', 'id']).doUpdateSet(chosen))
        .execute();
      // Who has chosen nothing is not kept.
      await db
        .deleteFrom('people')
        .where('platform', '=', platform)
        .where('id', '=', id)
        .where('language', 'is', null)
        .where('works_for', 'is', null)
        .execute();
    }),

  kept: (person) => database.read((db) => counts(db, person)),

  erase: (person) => database.write((db) => erase(db, person)),
});

async function mustExist(db: InTransaction, community: string): Promise<void> {
  const found = await db.selectFrom('communities').select('id').where('id', '=', community).executeTakeFirst();
  if (!found) throw new Gone(`There is no community ${community}.`);
}

async function counts(db: InTransaction, { platform, id }: Who): Promise<Record<string, number>> {
  const all = await db
    .selectNoFrom((eb) => [
      eb
        .selectFrom('people')
        .select((of) => of.fn.countAll<number>().as('n'))
        .where('platform', '=', platform)
        .where('id', '=', id)
        .as('choices'),
      eb
        .selectFrom('drafts')
        .select((of) => of.fn.countAll<number>().as('n'))
        .where('author_platform', '=', platform)
        .where('author_id', '=', id)
        .as('drafts'),
      eb
        .selectFrom('imports')
        .select((of) => of.fn.countAll<number>().as('n'))
        .where('by_platform', '=', platform)
        .where('by_id', '=', id)
        .as('imports'),
      eb
        .selectFrom('dialogues')
        .select((of) => of.fn.countAll<number>().as('n'))
        .where('platform', '=', platform)
        .where('person', '=', id)
        .as('dialogues'),
      eb
        .selectFrom('revisions')
        .select((of) => of.fn.countAll<number>().as('n'))
        .where((one) =>
          one.or([
            one.and({ author_platform: platform, author_id: id }),
            one.and({ approver_platform: platform, approver_id: id }),
          ]),
        )
        .as('revisions'),
      eb
        .selectFrom('reports')
        .select((of) => of.fn.countAll<number>().as('n'))
        .where('by_platform', '=', platform)
        .where('by_id', '=', id)
        .as('reports'),
      eb
        .selectFrom('votes')
        .select((of) => of.fn.countAll<number>().as('n'))
        .where('by_platform', '=', platform)
        .where('by_id', '=', id)
        .as('votes'),
      eb
        .selectFrom('acts')
        .select((of) => of.fn.countAll<number>().as('n'))
        .where('by_platform', '=', platform)
        .where('by_id', '=', id)
        .as('acts'),
      eb
        .selectFrom('subscriptions')
        .select((of) => of.fn.countAll<number>().as('n'))
        .where((one) =>
          one.or([one.and({ by_platform: platform, by_id: id }), one.and({ platform, chat: id, is_private: 1 })]),
        )
        .as('subscriptions'),
      eb
        .selectFrom('update_revisions')
        .select((of) => of.fn.countAll<number>().as('n'))
        .where((one) =>
          one.or([
            one.and({ author_platform: platform, author_id: id }),
            one.and({ approver_platform: platform, approver_id: id }),
          ]),
        )
        .as('updates'),
    ])
    .executeTakeFirstOrThrow();
  return Object.fromEntries(Object.entries(all).map(([kind, count]) => [kind, count ?? 0]));
}

async function erase(db: InTransaction, { platform, id }: Who): Promise<void> {
  await db.deleteFrom('people').where('platform', '=', platform).where('id', '=', id).execute();
  await db.deleteFrom('drafts').where('author_platform', '=', platform).where('author_id', '=', id).execute();
  await db.deleteFrom('imports').where('by_platform', '=', platform).where('by_id', '=', id).execute();
  await db.deleteFrom('dialogues').where('platform', '=', platform).where('person', '=', id).execute();
  await db.deleteFrom('votes').where('by_platform', '=', platform).where('by_id', '=', id).execute();
  await forgetPrivate(db, { platform, id } as Person);
  for (const table of ['revisions', 'update_revisions'] as const) {
    for (const who of ['author', 'approver'] as const) {
      await db
        .updateTable(table)
        .set(personColumns(who, undefined))
        .where(`${who}_platform`, '=', platform)
        .where(`${who}_id`, '=', id)
        .execute();
    }
  }
  for (const table of ['reports', 'acts', 'subscriptions'] as const) {
    await db
      .updateTable(table)
      .set(personColumns('by', undefined))
      .where('by_platform', '=', platform)
      .where('by_id', '=', id)
      .execute();
  }
}
