import type { Place } from '../../src/core/subscription.ts';
import type { UpdateWriting } from '../../src/core/update.ts';
import { openDatabase, openStore, type StoreOptions } from '../../src/store/open.ts';
import { subscriptionRow } from '../../src/store/subscription-rows.ts';
import { testSubscription } from '../../test/builders/subscription.ts';

/** SQLite takes 32 766 values in a statement. */
const rowsTogether = 500;
/** Places of a community. */
const placesEach = 10;

const idOf = (kind: string, i: number): string => kind + String(i).padStart(7, '0');

/** Subscribes places to everything, in communities of ten each; past the store, as fast as the database takes rows. */
export async function subscribe(options: StoreOptions, places: Iterable<Place>, topics: string[] = []): Promise<void> {
  const store = await openStore(options);
  await store.close();
  const database = await openDatabase(options);
  try {
    let count = await database.query(async (db) => {
      const { known } = await db
        .selectFrom('subscriptions')
        .select((eb) => eb.fn.countAll<number>().as('known'))
        .executeTakeFirstOrThrow();
      return known;
    });
    for (const some of together(places)) {
      const rows = some.map((place, i) => subscriptionRow(subscriptionTo(place, count + i, topics)));
      count += some.length;
      const communities = [...new Set(rows.map(({ community }) => community))].map((id) => ({
        id,
        name: id,
        settings: '{}',
        log_platform: null,
        log_id: null,
        version: 1,
      }));
      await database.write(async (db) => {
        await db
          .insertInto('communities')
          .values(communities)
          .onConflict((conflict) => conflict.doNothing())
          .execute();
        await db.insertInto('subscriptions').values(rows).execute();
      });
    }
  } finally {
    await database.close();
  }
}

function* together(places: Iterable<Place>): Generator<Place[]> {
  let some: Place[] = [];
  for (const place of places) {
    if (some.push(place) < rowsTogether) continue;
    yield some;
    some = [];
  }
  if (some.length > 0) yield some;
}

const subscriptionTo = (place: Place, i: number, topics: string[]) =>
  testSubscription(idOf('s', i), {
    community: idOf('c', Math.floor(i / placesEach)),
    place,
    title: `Place ${i}`,
    topics,
    createdAt: 0,
  });

/** About as long as updates are. */
export const writingOn = (topic: string): UpdateWriting => ({
  original: 'en',
  importance: 'routine',
  sources: ['lavrov-speech'],
  cites: [],
  topics: [topic],
  parties: ['ukraine'],
  outdates: [],
  text: {
    en: {
      title: 'Delegations meet again',
      body: `The delegations *met again* to talk about what was left open.\n\n${'What each of them said is given here, by whom and when. '.repeat(8)}`,
      follows: 1,
    },
  },
});
