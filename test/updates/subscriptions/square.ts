import type { Answer } from '../../../src/core/answer.ts';
import type { Here } from '../../../src/core/command.ts';
import type { Chat, Person, Platform, Settings } from '../../../src/core/community.ts';
import { documentText } from '../../../src/core/document.ts';
import { createKnowledge } from '../../../src/core/knowledge.ts';
import type { Messenger } from '../../../src/core/messenger.ts';
import { createReception } from '../../../src/core/reception.ts';
import { createFinder } from '../../../src/search/finder.ts';
import { createSubscriptions } from '../../../src/updates/subscriptions/index.ts';
import { testBroadcaster } from '../../builders/broadcaster.ts';
import { shared } from '../../builders/callers.ts';
import { testDispatcher, texts } from '../../builders/dispatcher.ts';
import { smallKnowledge } from '../../builders/knowledge.ts';
import { type Somebody, somebody } from '../../builders/people.ts';
import { testStore } from '../../builders/store.ts';

type Titled = Chat & { title: string };

export const guild = { platform: 'discord', id: '112233445566778899', title: 'Peace server' } as const;
export const otherGuild = { platform: 'discord', id: '998877665544332211', title: 'Another server' } as const;
export const group = { platform: 'telegram', id: '-1001234567', title: 'Peace talks' } as const;
export const otherGroup = { platform: 'telegram', id: '-1007654321', title: 'Another group' } as const;

const channelOf = ({ platform, id }: Chat, channel: string) => ({ platform, chat: id, channel });
export const news = channelOf(guild, '200000000000000001');
export const announcements = channelOf(guild, '200000000000000002');
export const closed = channelOf(guild, '200000000000000003');
export const foreign = channelOf(otherGuild, '200000000000000009');

/** Subscriptions over a real store and platforms in memory, on Sunday 1 March 2026, 12:00 in UTC. */
export async function square() {
  const store = await testStore();
  const clock = { now: Date.parse('2026-03-01T12:00:00Z') };
  const now = () => clock.now;
  const discord = testBroadcaster(
    [
      { place: news, title: '#news' },
      { place: announcements, title: '#announcements', canCrosspost: true },
      { place: closed, title: '#closed', missing: ['right-view-channel', 'right-send-messages'] },
      { place: foreign, title: '#foreign' },
      ...['olena', 'ann'].map((id) => ({
        place: { platform: 'discord' as const, chat: id, channel: `dm-${id}` },
        title: id,
      })),
    ],
    { dedupes: true },
  );
  const telegram = testBroadcaster(
    [group, otherGroup, { platform: 'telegram' as const, id: '77', title: 'Olena' }].map(({ id, title }) => ({
      place: { platform: 'telegram' as const, chat: id, channel: id },
      title,
    })),
  );
  const told: { to: string; answer: Answer; text: string }[] = [];
  const unreachable = new Set<string>();
  const hear = (to: string, answer: Answer): boolean => {
    if (unreachable.has(to)) return false;
    told.push({ to, answer, text: documentText(answer.document) });
    return true;
  };
  const reader = { language: 'en' as const, t: texts.in('en') };
  const messenger: Messenger = {
    tell: async ({ id }, say) => hear(id, say(reader)),
    post: async ({ id }, say) => hear(id, say(reader)),
  };
  const named: string[] = [];
  const faults: unknown[] = [];
  let ids = 0;
  let changes = 0;
  const broadcasters = new Map<Platform, typeof discord.broadcaster>([
    ['discord', discord.broadcaster],
    ['telegram', telegram.broadcaster],
  ]);
  const subscriptions = createSubscriptions({
    store,
    broadcasters,
    async chatNamed(platform, name) {
      named.push(name);
      const known = { '@peace_talks': group, '@another_group': otherGroup }[name];
      return known && { platform, id: known.id };
    },
    communityById: (id) => store.communities.byId(id),
    messenger,
    texts,
    now,
    newId: () => String(++ids).padStart(8, 's'),
    changed: () => {
      changes += 1;
    },
    onFault: (error) => faults.push(error),
  });
  const knowledge = createKnowledge(smallKnowledge());
  const catalogue = { knowledge, finder: createFinder(knowledge) };
  const { dispatcher, faults: commandFaults } = testDispatcher({ catalogue, services: { subscriptions } });
  const reception = createReception({
    texts,
    operators: [],
    shared: () => shared,
    communityOf: (chat) => store.communities.of(chat, clock.now),
    communityById: (id) => store.communities.byId(id),
    choicesOf: (person) => store.people.choices(person),
    catalogueOf: async () => catalogue,
  });
  /** `chat person`. */
  const moderators = new Set<string>();
  const moderates = (one: Chat, person: Person) => moderators.has(`${one.id} ${person.id}`);
  const personOf = (id: string, platform: Platform): Person => ({
    platform,
    id,
    name: id.charAt(0).toUpperCase() + id.slice(1),
  });

  /** Somebody in a chat, or in private on a platform. */
  function at(
    chat: Titled | Platform,
    id: string,
    { here, languageTag = 'en' }: { here?: Here['place']; languageTag?: string } = {},
  ): Somebody {
    const isPrivate = typeof chat === 'string';
    const platform = isPrivate ? chat : chat.platform;
    const privateChat = { platform, chat: id, channel: platform === 'discord' ? `dm-${id}` : id };
    const place = here ?? (isPrivate ? privateChat : undefined);
    return somebody({
      dispatcher,
      reception,
      person: personOf(id, platform),
      chat: isPrivate ? undefined : chat,
      here: place && { place, title: '' },
      languageTag,
      moderates,
    });
  }

  function moderator(chat: Titled, id = 'olena', more: Parameters<typeof at>[2] = {}): Somebody {
    moderators.add(`${chat.id} ${id}`);
    return at(chat, id, more);
  }

  /** How the services see somebody. */
  const caller = (chat: Titled | Platform, id = 'olena', here?: Here['place']) =>
    reception({
      person: personOf(id, typeof chat === 'string' ? chat : chat.platform),
      place: typeof chat === 'string' ? 'private' : 'shared',
      chat: typeof chat === 'string' ? undefined : chat,
      here: here && { place: here, title: '' },
      moderates: async (one) => moderates(one, personOf(id, 'discord')),
    });

  async function settle(chat: Titled, settings: Partial<Settings>): Promise<void> {
    const { id, settings: before } = await store.communities.of(chat, clock.now);
    const by = personOf('olena', chat.platform);
    const act = { community: id, by, at: clock.now, act: 'settings.change', subject: Object.keys(settings).join(', ') };
    await store.communities.change(id, before, { ...before, ...settings }, act);
  }

  async function acts(chat: Titled) {
    const { id } = await store.communities.of(chat, clock.now);
    const all = await store.audit.list(id, 100);
    return all.reverse().map(({ act, subject, detail }) => ({ act, subject, ...(detail && { detail }) }));
  }

  let updates = 0;
  /** An update that is published now, and sent to nobody. */
  async function publish(
    title: string,
    more: Partial<{ community: string; topics: string[]; importance: 'breaking' }> = {},
  ) {
    const { community = 'shared', topics = ['nato'], importance = 'routine' } = more;
    return await store.updates.keep({
      id: `update${String(++updates).padStart(2, '0')}`,
      community,
      writing: {
        original: 'en',
        importance,
        sources: ['lavrov-speech'],
        cites: [],
        topics,
        parties: [],
        outdates: [],
        text: { en: { title, body: `${title} has happened.`, follows: 1 } },
      },
      author: undefined,
      at: clock.now,
      publishAt: clock.now,
    });
  }

  return {
    store,
    clock,
    discord,
    telegram,
    subscriptions,
    dispatcher,
    at,
    moderator,
    moderators,
    caller,
    settle,
    acts,
    publish,
    told,
    unreachable,
    named,
    faults,
    commandFaults,
    changes: () => changes,
    /** What nobody waits for has been done. */
    settled: () => new Promise((resolve) => setTimeout(resolve, 20)),
  };
}
