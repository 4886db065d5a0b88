import { createCommunityServices } from '../../src/community/index.ts';
import { createLimits } from '../../src/community/limits.ts';
import { createRegistry } from '../../src/community/registry.ts';
import type { Caller } from '../../src/core/command.ts';
import type { Chat, Person, Platform } from '../../src/core/community.ts';
import { documentText, paragraph } from '../../src/core/document.ts';
import type { GapFilling } from '../../src/core/gaps.ts';
import type { Messenger } from '../../src/core/messenger.ts';
import { createReception } from '../../src/core/reception.ts';
import { groupAlike } from '../../src/search/grouping.ts';
import type { Store } from '../../src/store/store.ts';
import { shared } from '../builders/callers.ts';
import { testDispatcher, texts } from '../builders/dispatcher.ts';
import { smallCatalogue } from '../builders/knowledge.ts';
import { type Somebody, somebody } from '../builders/people.ts';
import { testStore } from '../builders/store.ts';

type Place = (Chat & { title: string }) | undefined;

export const telegramGroup = { platform: 'telegram', id: '-1001', title: 'Peace talks' } as const;
export const discordServer = { platform: 'discord', id: '112233445566778899', title: 'Peace server' } as const;
export const otherGroup = { platform: 'telegram', id: '-1002', title: 'Another group' } as const;

/** Several chats and people with everything real between what they write and the database. */
export async function testTown({
  operators = [] as Pick<Person, 'platform' | 'id'>[],
  /** Stands between the services and the database. */
  wrap = (store: Store): Store => store,
  filling = {} as Partial<GapFilling>,
  limited = false,
} = {}) {
  const clock = { now: Date.parse('2026-03-01T12:00:00Z') };
  const now = () => clock.now;
  /** `chat person`, such as `-1001 olena`. */
  const moderators = new Set<string>();
  /** `channel chat`, such as `9988 112233`. */
  const channels = new Set<string>();
  const unreachable = new Set<string>();
  const told: { to: string; text: string }[] = [];
  const aliases: string[] = [];
  const lost: unknown[] = [];

  const messenger: Messenger = {
    async tell(person, say) {
      if (unreachable.has(person.id)) return false;
      told.push({ to: person.id, text: documentText(say({ language: 'en', t: texts.in('en') }).document) });
      return true;
    },
    async post(chat, say) {
      if (unreachable.has(chat.id)) return false;
      told.push({ to: chat.id, text: documentText(say({ language: 'en', t: texts.in('en') }).document) });
      return true;
    },
  };
  const bare = await testStore();
  const store = wrap(bare);
  const registry = createRegistry({ store, shared, now, onFault: (error) => lost.push(error) });
  let ids = 0;
  const communities = createCommunityServices({
    store,
    registry,
    messenger,
    operators,
    groupAlike,
    isChannelOf: async (channel, community) => community.chats.some((chat) => channels.has(`${channel.id} ${chat.id}`)),
    now,
    newId: () => `id${String(++ids).padStart(6, '0')}`,
    onQuestionLost: (error) => lost.push(error),
    onStatsLost: (error) => lost.push(error),
  });
  const gapFilling: GapFilling = {
    beginEntry: (_caller, question) => ({ document: [paragraph(`A new entry: ${question}`)] }),
    async addAlias(_caller, entry, alias) {
      aliases.push(`${entry}: ${alias}`);
      return { document: [paragraph(`Another name: ${alias}`)] };
    },
    ...filling,
  };
  const { dispatcher, faults } = testDispatcher({
    services: { communities, gapFilling },
    ...(limited && { throttle: createLimits({ now }) }),
  });
  const served = { catalogue: smallCatalogue() };
  const reception = createReception({
    texts,
    operators,
    shared: registry.shared,
    communityOf: registry.communityOf,
    communityById: registry.communityById,
    choicesOf: registry.choicesOf,
    catalogueOf: async () => served.catalogue,
  });

  /** Somebody in a chat; in private without one. */
  function at(
    chat: Place,
    id: string,
    more: { platform?: Platform; languageTag?: string; pictures?: Caller['pictures'] } = {},
  ): Somebody {
    const platform = chat?.platform ?? more.platform ?? 'telegram';
    return somebody({
      dispatcher,
      reception,
      person: { platform, id, name: id.charAt(0).toUpperCase() + id.slice(1) },
      chat,
      languageTag: more.languageTag ?? 'en',
      ...(more.pictures && { pictures: more.pictures }),
      moderates: (one, person) => moderators.has(`${one.id} ${person.id}`),
    });
  }

  /** A moderator of a chat, there or in private. */
  function moderator(chat: NonNullable<Place>, id = 'olena', more: Parameters<typeof at>[2] = {}): Somebody {
    moderators.add(`${chat.id} ${id}`);
    return at(chat, id, more);
  }

  return {
    at,
    moderator,
    store,
    bare,
    registry,
    /** What everybody sees. */
    served,
    clock,
    moderators,
    channels,
    unreachable,
    told,
    aliases,
    lost,
    faults,
    /** What nobody waits for has been done. */
    settled: () => new Promise((resolve) => setTimeout(resolve, 20)),
  };
}
