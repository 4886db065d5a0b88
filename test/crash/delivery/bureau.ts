import { openStore, type StoreOptions } from '../../../src/store/open.ts';
import type { Store } from '../../../src/store/store.ts';
import { type Books, openBooks } from './books.ts';
import { createNewsroom, type Newsroom } from './newsroom.ts';
import { type ChatPlatform, type Connections, type Readers, readersOf } from './readers.ts';
import { judge, type Verdict } from './verdict.ts';

/** Everything around the processes that send: the platforms with their people, the newsroom, and the books. */
export interface Bureau {
  store: Store;
  books: Books;
  newsroom: Newsroom;
  platforms: readonly Readers[];
  connections: Connections;
  /** While it is, half of what arrives is lost on its way: it comes from a process that is no more. */
  isCut(isCut: boolean): void;
  /** Resolves when so many more requests have come in, on all platforms together; after `atMostMs` in any case. */
  requests(count: number, atMostMs: number): Promise<void>;
  /** Resolves when nothing is left to be sent; throws where nothing moves any more. */
  done(): Promise<void>;
  verdicts(): Promise<Verdict[]>;
  close(): Promise<void>;
}

export interface BureauOptions {
  database: StoreOptions;
  platforms: readonly ChatPlatform[];
  /** On each platform. */
  places: number;
  random(): number;
}

/** A request takes up to so long to arrive. */
export const slowestMs = 60;
const lookEveryMs = 200;
/** Without a message for so long, nothing moves: a group is full for a minute at most. */
const stillMs = 90_000;

export async function openBureau({ database, platforms: names, places, random }: BureauOptions): Promise<Bureau> {
  let isCut = false;
  let stirred: () => unknown = () => {};
  const wire = {
    fate: () => ({ isLost: isCut && random() < 0.5, afterMs: Math.floor(random() * slowestMs) }),
    onRequest: () => stirred(),
  };
  const platforms = await Promise.all(names.map((name) => readersOf[name](places, wire)));
  const store = await openStore(database);
  const books = await openBooks(database);
  const newsroom = createNewsroom(store, random);
  for (const { readers } of platforms) await newsroom.subscribe(readers);

  async function left(): Promise<number> {
    const open = await Promise.all(names.map((name) => books.open(name)));
    return open.reduce((sum, count) => sum + count, await books.pending());
  }

  return {
    store,
    books,
    newsroom,
    platforms,
    connections: Object.assign({}, ...platforms.map(({ connections }) => connections)),
    isCut(is) {
      isCut = is;
    },
    requests: (count, atMostMs) =>
      new Promise((resolve) => {
        let left = count;
        const end = () => {
          stirred = () => {};
          clearTimeout(timer);
          resolve();
        };
        const timer = setTimeout(end, atMostMs);
        stirred = () => --left === 0 && end();
      }),
    async done() {
      const requests = () => platforms.reduce((sum, one) => sum + one.requests(), 0);
      let last = { requests: requests(), at: performance.now() };
      while ((await left()) > 0) {
        await new Promise((resolve) => setTimeout(resolve, lookEveryMs));
        if (requests() > last.requests) last = { requests: requests(), at: performance.now() };
        if (performance.now() - last.at > stillMs) throw new Error(`Nothing moves, and ${await left()} are left.`);
      }
    },
    verdicts: async () => await Promise.all(platforms.map((one) => judge(one, books, store, newsroom))),
    async close() {
      await Promise.all([...platforms.map((one) => one.close()), store.close(), books.close()]);
    },
  };
}
