import { randomInt } from 'node:crypto';
import { type Catalogues, createCatalogues } from '../../src/catalogues.ts';
import { createFinder } from '../../src/search/finder.ts';
import type { Change, Store } from '../../src/store/store.ts';
import { readProduct } from '../search/product.ts';
import { at, author, chatOf, communityId, entriesEach, entryKey, namesOf, writingOf } from './loading.ts';

/** What is timed: prepares a call among so many communities, and returns it. */
export type Operation = (store: Store, communities: number) => Promise<() => Promise<unknown>>;

let counted = 0;

const act = (community: string, subject: string) => ({ community, by: author, at, act: 'entry.publish', subject });

const key = (entry: string) => ({ kind: 'entry', key: entry }) as const;

const change = (community: string, i: number, made: Partial<Change> = {}): Change => ({
  ...key(entryKey(i)),
  community,
  base: 0,
  intent: 'write',
  writing: writingOf(i),
  names: namesOf(i),
  author,
  at,
  reason: 'bench',
  ...made,
});

/** A new entry of one community, with its names and its line in the audit log. */
export function publishing(store: Store, ofCommunity: number): { key: string; publish: () => Promise<unknown> } {
  const community = communityId(ofCommunity);
  const i = entriesEach + counted++;
  const publish = () => store.entries.change([change(community, i)], [act(community, entryKey(i))]);
  return { key: entryKey(i), publish };
}

export const operations: Record<string, Operation> = {
  publish: async (store, communities) => publishing(store, randomInt(communities)).publish,

  /** A new revision of an entry. */
  async edit(store, communities) {
    const community = communityId(randomInt(communities));
    const i = randomInt(entriesEach);
    const item = await store.entries.item(community, key(entryKey(i)));
    return () =>
      store.entries.change([change(community, i, { base: item?.revision ?? 0 })], [act(community, entryKey(i))]);
  },

  /** A draft that is taken away and published in one step. */
  async approve(store, communities) {
    const community = communityId(randomInt(communities));
    const i = entriesEach + counted++;
    const draft = await store.drafts.add(
      {
        ...key(entryKey(i)),
        id: `d${i}`,
        community,
        intent: 'write',
        base: 0,
        values: { body: writingOf(i).text.en?.body ?? '' },
        state: 'review',
        author,
        reason: '',
        comment: '',
        createdAt: at,
        changedAt: at,
      },
      1000,
    );
    return () => store.entries.change([change(community, i)], [act(community, entryKey(i))], draft);
  },

  /** All revisions of an entry. */
  async history(store, communities) {
    const community = communityId(randomInt(communities));
    return () => store.entries.revisions(community, key(entryKey(randomInt(entriesEach))));
  },

  /** All that a community lays over the shared entries: after a start, and after each change. */
  async overlay(store, communities) {
    const community = communityId(randomInt(communities));
    return () => store.entries.all(community);
  },

  /** Whether the overlay in memory is still the latest. */
  async version(store, communities) {
    const community = communityId(randomInt(communities));
    return () => store.entries.version(community);
  },

  /** The community of a chat. */
  async community(store, communities) {
    const chat = chatOf(randomInt(communities));
    return () => store.communities.of(chat, at);
  },

  /** A member's question in a community with entries of its own: answered from memory, without the database. */
  async lookup(store, communities) {
    const catalogues = await cataloguesOver(store);
    const community = { id: communityId(randomInt(Math.min(communities, keptInMemory))) };
    await catalogues.of(community);
    isReading = false;
    return async () => (await catalogues.of(community)).finder.find('will there be a ceasefire soon', 'en');
  },
};

/** Communities of which members ask at the same time. */
const keptInMemory = 20;

const made = new WeakMap<Store, Promise<Catalogues>>();
/** Whether the lookups may read: once a community is in memory they must not. */
let isReading = true;

function cataloguesOver(store: Store): Promise<Catalogues> {
  isReading = true;
  const known = made.get(store) ?? makeCatalogues(store);
  made.set(store, known);
  return known;
}

async function makeCatalogues(store: Store): Promise<Catalogues> {
  const { knowledge, asking } = await readProduct();
  const served = { knowledge, finder: createFinder(knowledge, asking) };
  const all: Store['entries']['all'] = (community) => {
    if (!isReading) throw new Error('A lookup has read from the database.');
    return store.entries.all(community);
  };
  return createCatalogues({
    base: () => served,
    store: { entries: { ...store.entries, all } },
    onFault(error) {
      throw error;
    },
  });
}
