import type { Chat } from '../../src/core/community.ts';
import type { Place as Spot } from '../../src/core/subscription.ts';
import type { GuildPlace } from '../../src/loopback/discord/index.ts';
import type { ChatHandle } from '../../src/loopback/telegram/index.ts';
import { openStore } from '../../src/store/open.ts';
import { testSubscription } from '../builders/subscription.ts';
import { type Newsroom, noon } from './newsroom.ts';

const spotIn = (chat: Chat, channel = chat.id): Spot => ({ platform: chat.platform, chat: chat.id, channel });

/** Channels of one guild, as places of that guild’s community. */
export const channelsOf = (guild: { id: string }, channels: readonly GuildPlace[]) =>
  channels.map(({ id, state }) => {
    const chat: Chat = { platform: 'discord', id: guild.id };
    return { chat: { ...chat, title: 'Peace watchers' }, spot: spotIn(chat, id), title: `#${state.name}` };
  });

/** Groups, each a community of its own unless another one is told. */
export const groupsOf = (groups: readonly ChatHandle[], community?: Chat & { title: string }) =>
  groups.map(({ id, state: { title } }) => {
    const chat: Chat = { platform: 'telegram', id: String(id) };
    return { chat: community ?? { ...chat, title }, spot: spotIn(chat), title };
  });

/** Subscribes places as if it had been done long ago; the program must not run. */
export async function subscribeAll(
  { store: options }: Pick<Newsroom, 'store'>,
  places: readonly ReturnType<typeof groupsOf>[number][],
): Promise<void> {
  const store = await openStore(options);
  for (const [i, { chat, spot: place, title }] of places.entries()) {
    const { id: community } = await store.communities.of(chat, noon);
    await store.subscriptions.put(testSubscription(`s${String(i).padStart(7, '0')}`, { community, place, title }));
  }
  await store.close();
}
