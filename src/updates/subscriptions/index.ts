import type { Chat, Community } from '../../core/community.ts';
import type { Messenger } from '../../core/messenger.ts';
import type { Subscription } from '../../core/subscription.ts';
import type { Subscriptions } from '../../core/subscriptions.ts';
import type { Texts } from '../../core/texts.ts';
import type { Store } from '../../store/store.ts';
import { quietUntil } from '../quiet-hours.ts';
import { readRule } from '../schedule/rule.ts';
import { nextRun } from '../schedule/runs.ts';
import { createChanging } from './changing.ts';
import { createEnding } from './ending.ts';
import { createGround } from './ground.ts';
import { createSubscriptionNews } from './news.ts';
import { createPlaces, type PlaceParts } from './places.ts';
import { createReviving } from './reviving.ts';
import { postTest } from './test-post.ts';
import { createWanted, latestWanted } from './wanted.ts';

export interface SubscriptionParts extends PlaceParts {
  store: Pick<Store, 'subscriptions' | 'updates' | 'outbox'>;
  communityById(id: string): Promise<Community | undefined>;
  messenger: Messenger;
  texts: Texts;
  now: () => number;
  /** Eight characters of a-z and 0-9. */
  newId: () => string;
  /** Called after everything that may give the dispatcher or the digests something to do. */
  changed(): void;
  /** Told what failed where nobody waits for it. */
  onFault(error: unknown): void;
}

/** What the platforms and the dispatcher tell the subscriptions. */
export interface SubscriptionEvents {
  /** Something may be sent in a chat again. Never rejects. */
  revive(chat: Chat): Promise<void>;
  /** Nothing can be sent there any more, for a reason that is a key of the interface's texts: its moderators are told. */
  pausedByPlatform(subscription: Subscription, reason: string): Promise<void>;
}

const mostPreviewed = 5;

export function createSubscriptions(parts: SubscriptionParts): Subscriptions & SubscriptionEvents {
  const { store, now } = parts;
  const news = createSubscriptionNews(parts);
  const places = createPlaces(parts);
  const ground = createGround({ ...parts, news });
  const wanted = createWanted(store.updates);

  function nextAt({ digest, state, timeZone, quiet, slotAt }: Subscription): number | undefined {
    if (digest === undefined || state !== 'active') return undefined;
    const at = nextRun(digest, timeZone, Math.max(now(), slotAt));
    return at !== undefined && quiet ? (quietUntil({ ...quiet, timeZone }, at) ?? at) : at;
  }

  return {
    ...createChanging({ ...parts, ground, places, wanted }),
    list: ground.list,
    get: ground.get,
    unsubscribe: createEnding({ ...parts, ground }),
    readRule,
    nextAt,

    async test(caller, id) {
      const subscription = await ground.get(caller, id);
      await postTest(subscription, places.broadcasterOf(subscription.place.platform), parts, caller);
    },

    async preview(caller, id) {
      const subscription = await ground.get(caller, id);
      const updates =
        subscription.digest === undefined
          ? await latestWanted(store.updates, subscription, mostPreviewed)
          : await wanted(subscription, subscription.digestedUntil, now());
      return { updates, nextAt: nextAt(subscription) };
    },

    revive: createReviving({ ...parts, news }),
    pausedByPlatform: news.paused,
  };
}
