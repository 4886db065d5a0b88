import { describe, expect, it } from 'vitest';
import { type Catalogues, createCatalogues } from '../src/catalogues.ts';
import { sharedCommunity } from '../src/core/community.ts';
import { createKnowledge, type Entry } from '../src/core/knowledge.ts';
import { type EntryWriting, writingOfEntry } from '../src/core/writing.ts';
import { createFinder } from '../src/search/finder.ts';
import type { Item } from '../src/store/store.ts';
import { smallKnowledge } from './builders/knowledge.ts';

const knowledge = createKnowledge(smallKnowledge());
const content = { knowledge, finder: createFinder(knowledge) };

/** An entry as a community keeps it, which begins as a copy of a shared one. */
function itemOf(community: string, key: string, question: string, revision = 1): Item {
  const writing = writingOfEntry(knowledge.entries[0] as Entry) as EntryWriting;
  const text = { en: { question, aliases: [], body: 'Nobody knows.', follows: 1 } };
  return { community, kind: 'entry', key, revision, state: 'live', writing: { ...writing, text }, changedAt: 0 };
}

const hiding = (community: string, key: string): Item => ({
  ...itemOf(community, key, ''),
  state: 'retired',
  writing: undefined,
});

/** Catalogues over what is kept, which a test changes, and which may be out of reach. */
function served() {
  const kept = new Map<string, Item[]>();
  const faults: string[] = [];
  const state = { isAway: false, gate: undefined as Promise<void> | undefined, version: 1, read: [] as string[] };
  const catalogues = createCatalogues({
    base: () => content,
    store: {
      entries: {
        async all(community: string) {
          if (state.isAway) throw new Error('The database is away.');
          state.read.push(community);
          const { version } = state;
          const items = [...(kept.get(community) ?? [])];
          await state.gate;
          return { version, items };
        },
        versions: async (ids: string[]) => new Map(ids.map((id) => [id, state.version])),
      } as never,
    },
    onFault: (_, community) => faults.push(community),
  });
  return { catalogues, kept, faults, state };
}

async function asked(catalogues: Catalogues, id: string, question: string): Promise<string | undefined> {
  const { knowledge: seen, finder } = await catalogues.of({ id });
  const hit = finder.find(question, 'en').answer;
  return hit ? seen.entry(hit.id)?.id : undefined;
}

describe('what a community sees', () => {
  it('is what is shared, as long as it has nothing of its own', async () => {
    const { catalogues } = served();
    expect(await catalogues.of({ id: 'a' })).toBe(content);
  });

  it('is not asked for where it is known that it never had anything of its own', async () => {
    const { catalogues, state, kept } = served();
    expect(await catalogues.of({ id: 'a', version: 0 })).toBe(content);
    expect(state.read).toEqual([sharedCommunity]);
    // It has just published: whoever still thinks otherwise is shown it as well.
    kept.set('a', [itemOf('a', 'zebra', 'What is the zebra treaty?')]);
    await catalogues.refresh('a');
    expect((await catalogues.of({ id: 'a', version: 0 })).knowledge.entry('zebra')).toBeDefined();
  });

  it('is read again after notices were missed, where another process has changed it and nowhere else', async () => {
    const { catalogues, state, kept } = served();
    await catalogues.of({ id: 'a' });
    await catalogues.catchUp();
    expect(state.read).toEqual([sharedCommunity, 'a']);
    kept.set('a', [itemOf('a', 'zebra', 'What is the zebra treaty?')]);
    state.version = 2;
    await catalogues.catchUp();
    expect((await catalogues.of({ id: 'a' })).knowledge.entry('zebra')).toBeDefined();
    await catalogues.heard('never asked for');
    expect(state.read).toEqual([sharedCommunity, 'a', sharedCommunity, 'a']);
  });

  it('is its own over the operators’ over the content’s, and nobody else’s', async () => {
    const { catalogues, kept } = served();
    kept.set(sharedCommunity, [itemOf(sharedCommunity, 'weather', 'Who is the weather reader?')]);
    kept.set('a', [itemOf('a', 'rules', 'What are the rules of this place?'), hiding('a', 'land-for-peace')]);
    expect(await asked(catalogues, 'a', 'rules of this place')).toBe('rules');
    expect(await asked(catalogues, 'a', 'the weather reader')).toBe('weather');
    expect(await asked(catalogues, 'b', 'the weather reader')).toBe('weather');
    expect(await asked(catalogues, 'b', 'rules of this place')).toBeUndefined();
    expect((await catalogues.of({ id: 'a' })).knowledge.entry('land-for-peace')).toBeUndefined();
    expect((await catalogues.of({ id: 'b' })).knowledge.entry('land-for-peace')).toBeDefined();
  });

  it('changes with a refresh, and does not parse again what stayed', async () => {
    const { catalogues, kept } = served();
    kept.set('a', [itemOf('a', 'rules', 'What are the rules of this place?')]);
    const before = (await catalogues.of({ id: 'a' })).knowledge.entry('rules');
    kept.set('a', [
      itemOf('a', 'rules', 'What are the rules of this place?'),
      itemOf('a', 'tea', 'When is tea served?'),
    ]);
    await catalogues.refresh('a');
    expect(await asked(catalogues, 'a', 'when is tea served')).toBe('tea');
    expect((await catalogues.of({ id: 'a' })).knowledge.entry('rules')).toBe(before);
  });

  it('stays while the database is away, and is read again once it is back', async () => {
    const { catalogues, kept, faults, state } = served();
    kept.set('a', [itemOf('a', 'rules', 'What are the rules of this place?')]);
    await catalogues.of({ id: 'a' });
    state.isAway = true;
    await catalogues.refresh('a');
    expect(await asked(catalogues, 'a', 'rules of this place')).toBe('rules');
    expect(await catalogues.of({ id: 'new' })).toBe(content);
    expect(faults).toEqual(['a', 'new']);
    state.isAway = false;
    kept.set('new', [itemOf('new', 'tea', 'When is tea served?')]);
    expect(await asked(catalogues, 'new', 'when is tea served')).toBe('tea');
  });

  it('is never set back by a refresh that read before another one’s change', async () => {
    const { catalogues, kept, state } = served();
    let open = () => {};
    state.gate = new Promise((resolve) => {
      open = resolve;
    });
    kept.set('a', [itemOf('a', 'tea', 'When is tea served?')]);
    const slow = catalogues.refresh('a');
    await Promise.resolve();
    kept.set('a', [itemOf('a', 'tea', 'When is coffee served?', 2)]);
    const late = catalogues.refresh('a');
    open();
    await Promise.all([slow, late]);
    expect((await catalogues.of({ id: 'a' })).knowledge.entry('tea')?.text.en?.question).toBe('When is coffee served?');
  });
});
