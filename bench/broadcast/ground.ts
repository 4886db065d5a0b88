import type { Place } from '../../src/core/subscription.ts';
import { createDiscordFake } from '../../src/loopback/discord/index.ts';
import { type ChatHandle, createTelegramFake } from '../../src/loopback/telegram/index.ts';
import { createAttempts } from './attempts.ts';
import { luckBy, type Weather } from './weather.ts';

export const chatPlatforms = ['discord', 'telegram'] as const;
export type ChatPlatform = (typeof chatPlatforms)[number];

export interface GroundOptions {
  platform: ChatPlatform;
  /** Places to write to. */
  count: number;
  seed: number;
  weather: Weather;
}

/** How to reach a fake. */
export interface Connection {
  token: string;
  apiUrl: string;
}

/** A platform with places to write to, which enforces its limits and has its weather. */
export interface Ground {
  connection: Connection;
  places: Place[];
  tally(): Promise<Tally>;
  close(): Promise<void>;
}

/** What a platform saw of one update. */
export interface Tally {
  /** When each attempt was made, in ms, until all places had been tried. */
  times: number[];
  attempts: number;
  /** Answers that said that it was too much. */
  rateLimited: number;
  gone: number;
  moved: number;
  /** Places that could be written to and have no message. */
  missing: number;
  /** Places with more than one. */
  duplicates: number;
}

export const openGround = (options: GroundOptions, now: () => number): Promise<Ground> =>
  options.platform === 'discord' ? discordGround(options, now) : telegramGround(options, now);

async function discordGround({ count, seed, weather }: GroundOptions, now: () => number): Promise<Ground> {
  const discord = await createDiscordFake({ lean: true, now, rateLimits: { globalPerSecond: 50 } });
  const guild = discord.guild();
  const channels = guild.channels(count);
  const [attempts, luck] = [createAttempts(now), luckBy(seed, { ...weather, moved: 0 })];
  const numbers = new Map(channels.map(({ id }, i) => [id, i]));
  const gone = new Set<string>();
  discord.disrupt(({ method, channel }) => {
    if (method !== 'POST' || channel === undefined) return undefined;
    attempts.note(channel);
    const met = luck(numbers.get(channel));
    if (met === 'failing') return { status: 500 };
    if (met !== 'gone') return undefined;
    gone.add(channel);
    return { status: 403, body: { code: 50001, message: 'Missing Access' } };
  });
  return {
    connection: { token: discord.token, apiUrl: discord.apiUrl },
    places: channels.map(({ id }) => ({ platform: 'discord', chat: guild.id, channel: id })),
    async tally() {
      const counts = channels.filter(({ id }) => !gone.has(id)).map(({ state }) => state.messages.size);
      return { ...talliedOf(counts, attempts), rateLimited: discord.rateLimited, gone: gone.size, moved: 0 };
    },
    close: discord.close,
  };
}

async function telegramGround({ count, seed, weather }: GroundOptions, now: () => number): Promise<Ground> {
  const telegram = await createTelegramFake({ lean: true, now, limits: true });
  const groups = telegram.groups(count);
  const [attempts, luck] = [createAttempts(now), luckBy(seed, weather)];
  const numbers = new Map(groups.map(({ id }, i) => [id, i]));
  const gone = new Set<number>();
  /** Of those that have moved, by either id: the group that it was, and the supergroup that it is. */
  const origins = new Map<number, ChatHandle>();
  const successors = new Map<number, ChatHandle[]>();
  telegram.disrupt(({ method, chat }) => {
    if (!/^send(?!ChatAction$)/u.test(method) || chat === undefined) return undefined;
    const origin = origins.get(chat) ?? telegram.chat(chat);
    if (!origin) return undefined;
    attempts.note(String(origin.id));
    const met = luck(numbers.get(origin.id));
    if (met === 'failing') return { kind: 'error', code: 500, description: 'Internal Server Error' };
    if (met === 'moved') {
      const successor = telegram.upgrade(origin);
      origins.set(successor.id, origin);
      successors.set(origin.id, [successor]);
    }
    if (met !== 'gone') return undefined;
    gone.add(origin.id);
    return { kind: 'error', code: 403, description: 'Forbidden: bot was kicked from the group chat' };
  });
  const messagesIn = ({ state }: ChatHandle): number => state.posted.filter(({ byBot }) => byBot).length;
  return {
    connection: { token: telegram.token, apiUrl: telegram.apiRoot },
    places: groups.map(({ id }) => ({ platform: 'telegram', chat: String(id), channel: String(id) })),
    async tally() {
      const counts = groups
        .filter(({ id }) => !gone.has(id))
        .map((group) => [group, ...(successors.get(group.id) ?? [])].reduce((sum, one) => sum + messagesIn(one), 0));
      return {
        ...talliedOf(counts, attempts),
        rateLimited: telegram.rateLimited,
        gone: gone.size,
        moved: origins.size,
      };
    },
    close: telegram.close,
  };
}

function talliedOf(messages: readonly number[], attempts: ReturnType<typeof createAttempts>) {
  return {
    times: attempts.untilAllWereTried(),
    attempts: attempts.count,
    missing: messages.filter((count) => count === 0).length,
    duplicates: messages.filter((count) => count > 1).length,
  };
}
