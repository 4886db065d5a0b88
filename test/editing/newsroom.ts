import { createCatalogues } from '../../src/catalogues.ts';
import type { Answer } from '../../src/core/answer.ts';
import { type Chat, type Community, isShared, type Person, type Settings } from '../../src/core/community.ts';
import { documentText } from '../../src/core/document.ts';
import type { FormValues } from '../../src/core/form.ts';
import { createKnowledge, type Records } from '../../src/core/knowledge.ts';
import type { Messenger } from '../../src/core/messenger.ts';
import { createReception } from '../../src/core/reception.ts';
import { differenceOf } from '../../src/editing/difference.ts';
import { createGapFilling } from '../../src/editing/gap-filling.ts';
import { sharedWriting } from '../../src/editing/ground.ts';
import { lastChange } from '../../src/editing/history.ts';
import { createEditing } from '../../src/editing/index.ts';
import { fitsOnePage as discordFits } from '../../src/platforms/discord/message.ts';
import { fitsOnePage as telegramFits } from '../../src/platforms/telegram/compose.ts';
import { createFinder } from '../../src/search/finder.ts';
import { createTransfer } from '../../src/transfer/index.ts';
import { createUpdates } from '../../src/updates/editorial/index.ts';
import { shared } from '../builders/callers.ts';
import { testDispatcher, texts } from '../builders/dispatcher.ts';
import { idleCommunities } from '../builders/idle-communities.ts';
import { smallKnowledge } from '../builders/knowledge.ts';
import { type Somebody, somebody } from '../builders/people.ts';
import { testStore } from '../builders/store.ts';

export const guild = { platform: 'discord', id: 'guild-1', title: 'Peace talk' } as const;
export const elsewhere = { platform: 'discord', id: 'guild-2', title: 'Another server' } as const;

/** Somebody who fills in forms the way an app does: fields that are not told keep what they hold. */
export type Writer = Somebody & { fillIn(values: FormValues): Promise<string> };

/** Everything that authoring needs over a real store, on 1 March 2026: moderators, members, and what they are told. */
export async function newsroom(records: Records = smallKnowledge()) {
  const store = await testStore();
  const knowledge = createKnowledge(records);
  const base = { knowledge, finder: createFinder(knowledge) };
  const catalogues = createCatalogues({
    base: () => base,
    store,
    onFault(error) {
      throw error;
    },
  });
  const clock = { now: Date.parse('2026-03-01T12:00:00Z') };
  const today = () => new Date(clock.now).toISOString().slice(0, 10);
  const told: { person: Person; answer: Answer; text: string }[] = [];
  const posted: { chat: Chat; answer: Answer; text: string }[] = [];
  const reader = { language: 'en' as const, t: texts.in('en') };
  const messenger: Messenger = {
    async tell(person, say) {
      const answer = say(reader);
      told.push({ person, answer, text: documentText(answer.document) });
      return true;
    },
    async post(chat, say) {
      const answer = say(reader);
      posted.push({ chat, answer, text: documentText(answer.document) });
      return true;
    },
  };
  /** Ids of communities, as their texts came to be served anew. */
  const served: string[] = [];
  let ids = 0;
  const beneath = (community: Pick<Community, 'id'>) =>
    isShared(community) ? knowledge : catalogues.shared().knowledge;
  const ground = { store, beneath, today };
  const editing = createEditing({
    ...ground,
    messenger,
    now: () => clock.now,
    newId: () => String(++ids).padStart(8, 'd'),
    async changed({ id }) {
      await new Promise((resolve) => setImmediate(resolve));
      await catalogues.refresh(id);
      served.push(id);
    },
  });
  const transfer = createTransfer({
    ...ground,
    messenger,
    sharedWriting,
    differenceOf,
    now: () => clock.now,
    newId: () => String(++ids).padStart(8, 'i'),
    changed: ({ id }) => catalogues.refresh(id),
  });
  /** How often the dispatcher was told that there is something to do. */
  let woken = 0;
  const updates = createUpdates({
    ...ground,
    messenger,
    texts,
    lastChange: (caller, item) => lastChange(caller, item, ground),
    fitsOneMessage: (document) => [discordFits, telegramFits].every((fits) => fits(document) === true),
    now: () => clock.now,
    newId: () => String(++ids).padStart(8, 'u'),
    wake: () => void woken++,
  });
  const gapFilling = createGapFilling(editing, today);
  const { dispatcher, faults } = testDispatcher({
    catalogue: base,
    services: { editing, today, communities: idleCommunities(), gapFilling, transfer, updates },
  });
  const operator: Person = { platform: 'discord', id: 'operator', name: 'Operator' };
  const reception = createReception({
    texts,
    operators: [operator],
    shared: () => shared,
    communityOf: (chat) => store.communities.of(chat, clock.now),
    communityById: (id) => store.communities.byId(id),
    choicesOf: (person) => store.people.choices(person),
    catalogueOf: catalogues.of,
  });

  /** By person, the chats that they moderate. */
  const rights = new Map<string, string[]>();
  function meet(id: string, chat: (Chat & { title: string }) | undefined, languageTag = 'en'): Writer {
    const person = { platform: 'discord' as const, id, name: id[0]?.toUpperCase() + id.slice(1) };
    const known = somebody({
      dispatcher,
      reception,
      person: id === operator.id ? operator : person,
      chat,
      languageTag,
      moderates: (one) => rights.get(id)?.includes(one.id) ?? false,
    });
    return Object.assign(Object.create(known, {}), {
      fillIn: (values: FormValues) =>
        known.fill({
          ...Object.fromEntries((known.answer.form?.fields ?? []).map(({ name, value }) => [name, value])),
          ...values,
        }),
    }) as Writer;
  }
  function moderator(id: string, chat: Chat & { title: string } = guild, languageTag = 'en'): Writer {
    rights.set(id, [chat.id]);
    return meet(id, chat, languageTag);
  }

  /** How the dispatcher sees a moderator. */
  const caller = (id: string, chat: Chat & { title: string } = guild) =>
    reception({
      person: { platform: 'discord', id, name: id },
      place: 'shared',
      chat,
      moderates: async (one) => rights.get(id)?.includes(one.id) ?? false,
    });

  async function settle(chat: Chat & { title: string }, settings: Partial<Settings>): Promise<Community> {
    const { id, settings: before } = await store.communities.of(chat, clock.now);
    const act = {
      community: id,
      by: operator,
      at: clock.now,
      act: 'settings.change',
      subject: Object.keys(settings).join(', '),
    };
    return await store.communities.change(id, before, { ...before, ...settings }, act);
  }

  return {
    caller,
    served,
    store,
    editing,
    updates,
    wakings: () => woken,
    /** Lets time pass, and sends what is due by then. */
    async pass(seconds: number) {
      clock.now += seconds * 1000;
      await store.updates.publishDue(clock.now);
    },
    transfer,
    dispatcher,
    reception,
    faults,
    clock,
    told,
    posted,
    rights,
    meet,
    moderator,
    settle,
    knowledge,
  };
}

/** A sound update on the same. */
export const talksResume = {
  title: 'Talks resume in Istanbul',
  text: 'The mediators **say** that talks resume on 3 March.\n\nUkraine has confirmed it.',
  sources: 'https://example.org/talks | Talks to resume | Example Times | 2026-02-27',
  topics: 'territory',
  importance: 'routine',
};

/** A sound answer to “When are the next talks?”. */
export const nextTalks = {
  question: 'When are the next talks?',
  answer: 'In **Istanbul**, in April.\n\nNo day has been named.',
  sources: 'https://example.org/talks | Talks to resume | Example Times | 2026-02-27',
  asof: '2026-02-27',
  topics: 'territory',
};
