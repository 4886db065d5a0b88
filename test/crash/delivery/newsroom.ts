import type { UpdateWriting } from '../../../src/core/update.ts';
import { Stale } from '../../../src/store/failures.ts';
import type { KeptUpdate, Store } from '../../../src/store/store.ts';
import { testSubscription } from '../../builders/subscription.ts';
import type { Reader } from './readers.ts';
import { titleOf } from './stories.ts';

/** Who writes updates while the processes that send them are killed. */
export interface Newsroom {
  /** Ids of all updates so far; the first one is number 1 in its titles. */
  readonly updates: readonly string[];
  subscribe(readers: readonly Reader[]): Promise<void>;
  /** Whatever leads publishes it. */
  post(): Promise<void>;
  /** Corrects one of the latest updates or, now and then, retracts it. */
  revise(): Promise<void>;
}

/** Older ones are left as they are. */
const changeable = 6;
const retractedShare = 0.15;
const breakingShare = 0.2;

const writing = (title: string, importance: UpdateWriting['importance']): UpdateWriting => ({
  original: 'en',
  importance,
  sources: ['lavrov-speech'],
  cites: [],
  topics: ['ceasefire'],
  parties: ['ukraine'],
  outdates: [],
  text: { en: { title, body: 'Talks *go on*.', follows: 1 } },
});

export function createNewsroom(store: Store, random: () => number): Newsroom {
  const updates: string[] = [];
  let subscribed = 0;

  async function put({ place, crosspost }: Reader): Promise<void> {
    const id = `s${String(++subscribed).padStart(7, '0')}`;
    await store.subscriptions.put(testSubscription(id, { place, crosspost, title: place.channel, createdAt: 0 }));
  }

  async function change({ id, community, revision, writing: { importance } }: KeptUpdate): Promise<void> {
    const number = updates.indexOf(id) + 1;
    await store.updates.revise({
      id,
      community,
      base: revision,
      intent: random() < retractedShare ? 'retract' : 'edit',
      writing: writing(titleOf(number, revision + 1), importance),
      author: undefined,
      at: Date.now(),
      reason: 'It was wrong.',
      isSilent: false,
    });
  }

  return {
    updates,
    async subscribe(readers) {
      for (const reader of readers) await put(reader);
    },
    async post() {
      const number = updates.length + 1;
      const id = `u${String(number).padStart(7, '0')}`;
      updates.push(id);
      const at = Date.now();
      const importance = random() < breakingShare ? 'breaking' : 'routine';
      await store.updates.post({
        id,
        community: 'shared',
        writing: writing(titleOf(number, 1), importance),
        author: undefined,
        at,
        publishAt: at,
      });
    },
    async revise() {
      const latest = await store.updates.ofIds(updates.slice(-changeable));
      const published = latest.filter(({ state }) => state === 'published');
      const one = published[Math.floor(random() * published.length)];
      if (!one) return;
      // Nobody else changes it; what was published a moment ago may have been read as pending.
      await change(one).catch((error: unknown) => {
        if (!(error instanceof Stale)) throw error;
      });
    },
  };
}
