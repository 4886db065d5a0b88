import type { Platform } from '../../../src/core/community.ts';
import type { Place } from '../../../src/core/subscription.ts';
import { createDiscordFake } from '../../../src/loopback/discord/index.ts';
import { messageText } from '../../../src/loopback/discord/message-text.ts';
import type { MessageBody } from '../../../src/loopback/discord/payloads.ts';
import { createTelegramFake } from '../../../src/loopback/telegram/index.ts';

/** Where the platforms are, and the bot's token there. */
export interface Connections {
  discord?: { apiUrl: string; token: string };
  telegram?: { apiRoot: string; token: string };
}

export type ChatPlatform = Exclude<Platform, 'console'>;

/** One place of a platform, and what people see there. */
export interface Reader {
  place: Place;
  crosspost: boolean;
  /** The bot's messages, oldest first; `isPublished` to the channels that follow this one. */
  copies(): { text: string; isPublished: boolean }[];
}

/** A platform on loopback with people in many places, which keeps its real limits. */
export interface Readers {
  platform: ChatPlatform;
  connections: Connections;
  readers: readonly Reader[];
  /** Every message that was sent, as it read then: once for all requests that the platform takes for one. */
  sent(): { channel: string; text: string }[];
  edits(): number;
  requests(): number;
  rateLimited(): number;
  close(): Promise<void>;
}

export interface Wire {
  /** What a request meets on its way: it is lost, or arrives after so many ms. */
  fate(): { isLost: boolean; afterMs: number };
  /** Told of every request. */
  onRequest(): void;
}

/** One channel in so many is published to its followers. */
const oneAnnouncementIn = 10;

export async function discordReaders(count: number, wire: Wire): Promise<Readers> {
  const discord = await createDiscordFake({ rateLimits: { globalPerSecond: 50, publishesPerHour: 100_000 } });
  const guild = discord.guild();
  const post = '/channels/:channel/messages';
  discord.disrupt(() => {
    wire.onRequest();
    const { isLost, afterMs } = wire.fate();
    return isLost ? { reset: 'before' } : { delayMs: afterMs };
  });
  const readers = Array.from({ length: count }, (_, i): Reader => {
    const crosspost = i % oneAnnouncementIn === 0;
    const channel = crosspost ? guild.announcement(`news-${i}`) : guild.channel(`talks-${i}`);
    return {
      place: { platform: 'discord', chat: guild.id, channel: channel.id },
      crosspost,
      copies: () => channel.messages().map(({ text, crossposted }) => ({ text, isPublished: crossposted })),
    };
  });
  const done = (method: string) => discord.requests.filter((one) => one.method === method && one.status === 200);
  return {
    platform: 'discord',
    connections: { discord: { apiUrl: discord.apiUrl, token: discord.token } },
    readers,
    sent() {
      const byNonce = new Map<string, { channel: string; text: string }>();
      for (const { route, path, body } of done('POST')) {
        if (route !== post) continue;
        const channel = path.split('/')[2] ?? '';
        const { nonce } = body as MessageBody;
        const key = `${channel} ${nonce}`;
        if (!byNonce.has(key)) byNonce.set(key, { channel, text: messageText(body as MessageBody) });
      }
      return [...byNonce.values()];
    },
    edits: () => done('PATCH').length,
    requests: () => discord.requests.length,
    rateLimited: () => discord.rateLimited,
    close: () => discord.close(),
  };
}

export async function telegramReaders(count: number, wire: Wire): Promise<Readers> {
  const telegram = await createTelegramFake({ limits: true });
  telegram.disrupt(() => {
    wire.onRequest();
    const { isLost, afterMs } = wire.fate();
    return isLost ? { kind: 'reset', when: 'before' } : { kind: 'slow', delayMs: afterMs };
  });
  const readers = Array.from({ length: count }, (_, i): Reader => {
    const handle = i % 2 === 0 ? telegram.supergroup() : telegram.privateChat(telegram.user());
    const id = String(handle.id);
    return {
      place: { platform: 'telegram', chat: id, channel: id },
      crosspost: false,
      copies: () => handle.botMessages.map(({ text }) => ({ text, isPublished: false })),
    };
  });
  const done = (method: RegExp) => telegram.calls.filter((call) => method.test(call.method) && call.result?.ok);
  return {
    platform: 'telegram',
    connections: { telegram: { apiRoot: telegram.apiRoot, token: telegram.token } },
    readers,
    sent: () =>
      done(/^send/u).map(({ payload }) => ({ channel: String(payload.chat_id), text: JSON.stringify(payload) })),
    edits: () => done(/^edit/u).length,
    requests: () => telegram.calls.length,
    rateLimited: () => telegram.rateLimited,
    close: () => telegram.close(),
  };
}

export const readersOf: Record<ChatPlatform, (count: number, wire: Wire) => Promise<Readers>> = {
  discord: discordReaders,
  telegram: telegramReaders,
};
