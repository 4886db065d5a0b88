import type { Broadcaster } from '../../core/broadcast.ts';
import type { Chat, Platform } from '../../core/community.ts';
import type { Store } from '../../store/store.ts';
import { heldSince } from './holding.ts';
import type { SubscriptionNews } from './news.ts';

export interface RevivingParts {
  store: { subscriptions: Pick<Store['subscriptions'], 'inChat' | 'resume'> };
  broadcasters: ReadonlyMap<Platform, Broadcaster>;
  news: Pick<SubscriptionNews, 'resumed'>;
  now: () => number;
  changed(): void;
  onFault(error: unknown): void;
}

/** Many more than a bot has guilds that come back in one go; what is beyond that is resumed by a moderator. */
const mostWaiting = 50_000;

/**
 * Takes up again what a platform had stopped, once something may be sent there again. Chats are looked at one after the
 * other, each once however often it is named meanwhile, so that a thousand that come back together make no storm.
 */
export function createReviving({ store, broadcasters, news, now, changed, onFault }: RevivingParts) {
  const waiting = new Map<string, Chat>();
  let working: Promise<void> | undefined;

  async function revive(chat: Chat): Promise<void> {
    const stopped = (await store.subscriptions.inChat(chat)).filter(({ pause }) => pause?.by === 'platform');
    for (const { id, place } of stopped) {
      const inspected = await broadcasters.get(place.platform)?.inspect(place);
      if (inspected?.kind !== 'fit') continue;
      const resumed = await store.subscriptions.resume(id, now(), heldSince(now()));
      if (!resumed) continue;
      changed();
      await news.resumed(resumed);
    }
  }

  async function work(): Promise<void> {
    for (let [next] = waiting; next !== undefined; [next] = waiting) {
      const [key, chat] = next;
      waiting.delete(key);
      await revive(chat).catch(onFault);
    }
    working = undefined;
  }

  /** Resolves once the chat has been looked at. Never rejects. */
  return async (chat: Chat): Promise<void> => {
    const key = `${chat.platform}:${chat.id}`;
    if (waiting.size >= mostWaiting && !waiting.has(key)) return;
    waiting.set(key, chat);
    working ??= work();
    await working;
  };
}
