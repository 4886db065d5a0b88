import type { User } from 'grammy/types';
import type { Place as Spot } from '../../src/core/subscription.ts';
import { createDiscordFake, type Person } from '../../src/loopback/discord/index.ts';
import { messageText } from '../../src/loopback/discord/message-text.ts';
import type { MessageBody } from '../../src/loopback/discord/payloads.ts';
import { createTelegramFake } from '../../src/loopback/telegram/index.ts';
import { openStore, type StoreOptions } from '../../src/store/open.ts';
import { testSubscription } from '../builders/subscription.ts';

/** Somewhere that updates come to, and what everybody reads there of the bot’s. */
export interface Place {
  name: string;
  spot: Spot;
  crosspost: boolean;
  copies(): { text: string; isPublished: boolean }[];
}

/** A message as it was sent. */
export interface Sent {
  channel: string;
  text: string;
}

export type Town = Awaited<ReturnType<typeof openTown>>;

/** So long people wait for an answer, in simulated ms. */
export const patienceMs = 60_000;

/** Both platforms, which keep their real limits, with the places that have been subscribed all along and the people. */
export async function openTown(now: () => number) {
  const [discord, telegram] = await Promise.all([
    createDiscordFake({ now, patienceMs, rateLimits: { globalPerSecond: 50, publishesPerHour: 100_000 } }),
    createTelegramFake({ now, limits: true }),
  ]);
  const guild = discord.guild({ name: 'Peace watchers' });
  guild.openCommands();
  const chatter = guild.channel('chatter');

  const onDiscord = (one: ReturnType<typeof guild.channel>, crosspost = false): Place => ({
    name: `#${one.state.name}`,
    spot: { platform: 'discord', chat: guild.id, channel: one.id },
    crosspost,
    copies: () =>
      one
        .messages()
        .filter(({ authorId }) => authorId === discord.bot.id)
        .map(({ text, crossposted }) => ({ text, isPublished: crossposted })),
  });
  const onTelegram = (name: string, chat: ReturnType<typeof telegram.group>): Place => ({
    name,
    spot: { platform: 'telegram', chat: String(chat.id), channel: String(chat.id) },
    crosspost: false,
    copies: () => chat.botMessages.map(({ text }) => ({ text, isPublished: false })),
  });
  const inPrivate = (who: Person): Place => {
    const dm = discord.dm(who);
    return {
      name: `${who.user.username} in private`,
      spot: { platform: 'discord', chat: dm.state.id, channel: dm.state.id },
      crosspost: false,
      copies: () =>
        dm
          .messages()
          .filter(({ authorId }) => authorId === discord.bot.id)
          .map(({ text }) => ({ text, isPublished: false })),
    };
  };
  const newTelegramUser = (name: string): User => telegram.user({ first_name: name, language_code: 'en' });

  return {
    discord,
    telegram,
    chatter,
    constant: [
      ...guild.channels(5).map((channel) => onDiscord(channel)),
      onDiscord(guild.announcement('announcements'), true),
      ...telegram.groups(3).map((group) => onTelegram(group.state.title, group)),
      ...telegram.supergroups(2).map((group) => onTelegram(group.state.title, group)),
    ] as readonly Place[],
    discordUser: (username: string): Person => discord.user({ username }),
    telegramUser: newTelegramUser,
    discordPlace: inPrivate,
    telegramPlace: (user: User): Place => onTelegram(`${user.first_name} in private`, telegram.privateChat(user)),
    /** Every message that was sent, as it read then: once for all requests that Discord takes for one. */
    sent(): Sent[] {
      const calls = telegram.calls.filter(({ method, result }) => /^send/u.test(method) && result?.ok);
      const posts = new Map<string, Sent>();
      for (const { method, route, path, status, body } of discord.requests) {
        if (method !== 'POST' || status !== 200 || route !== '/channels/:channel/messages') continue;
        const channel = path.split('/')[2] ?? '';
        const message = body as MessageBody;
        posts.set(`${channel} ${message.nonce}`, { channel, text: messageText(message) });
      }
      return [
        ...posts.values(),
        ...calls.map(({ payload }) => ({ channel: String(payload.chat_id), text: JSON.stringify(payload) })),
      ];
    },
    /** Each of the constant places, as if it had subscribed long ago. */
    async subscribe(options: StoreOptions): Promise<void> {
      const store = await openStore(options);
      for (const [i, { spot, name, crosspost }] of this.constant.entries()) {
        const chat = { platform: spot.platform, id: spot.chat, title: name };
        const { id: community } = await store.communities.of(chat, now());
        const id = `s${String(i).padStart(7, '0')}`;
        await store.subscriptions.put(testSubscription(id, { community, place: spot, title: name, crosspost }));
      }
      await store.close();
    },
    async close() {
      await Promise.all([discord.close(), telegram.close()]);
    },
  };
}
