import { describe, expect, it, onTestFinished } from 'vitest';
import type { ContentUpdate } from '../../src/core/update.ts';
import { openStore } from '../../src/store/open.ts';
import { createContentUpdates } from '../../src/updates/content-updates.ts';
import { writing } from './office.ts';

const start = Date.UTC(2026, 10, 23, 12);
const dayMs = 86_400_000;

const update = (id: string, more: Partial<ContentUpdate> = {}): ContentUpdate => ({
  id,
  revision: 1,
  date: '2026-11-23',
  corrected: '',
  retracted: undefined,
  writing: writing(`About ${id}`),
  ...more,
});

/** A folder of updates, and what becomes of them in a database. */
async function createFolder(...first: ContentUpdate[]) {
  const store = await openStore({ file: ':memory:' });
  onTestFinished(() => store.close());
  let files = first;
  let now = start;
  let ids = 0;
  const changes: string[] = [];
  const sync = createContentUpdates({
    store,
    written: () => files,
    now: () => now,
    newId: () => `u${String(++ids).padStart(7, '0')}`,
    onChange: ({ id, did }) => changes.push(`${id} ${did}`),
  });
  return {
    store,
    changes,
    sync,
    write: (...written: ContentUpdate[]) => {
      files = written;
    },
    wait: (ms: number) => {
      now += ms;
    },
    /** Each with its state, and how many revisions it has. */
    async kept() {
      await store.updates.publishDue(now);
      const all = await store.updates.ofContent();
      return all.map(({ contentId, state, revision }) => `${contentId} ${state} ${revision}`).toSorted();
    },
  };
}

const corrected = (id: string, revision = 2): ContentUpdate =>
  update(id, {
    revision,
    corrected: 'The date was wrong.',
    writing: writing(`About ${id}`, { text: { en: { title: 'Other words', body: 'Put off.', follows: revision } } }),
  });

describe('updates in the content folder', () => {
  it('that a fresh installation finds are kept, and sent to nobody', async () => {
    const folder = await createFolder(update('one'), update('two'));
    await folder.sync();
    await folder.sync();
    expect(folder.changes).toEqual(['one kept', 'two kept']);
    expect(await folder.kept()).toEqual(['one published 1', 'two published 1']);
  });

  it('that are added later are published once, by their ids, whoever looks', async () => {
    const folder = await createFolder(update('one'));
    await folder.sync();
    folder.write(update('one'), update('two'));
    await Promise.allSettled([folder.sync(), folder.sync()]);
    await folder.sync();
    expect(folder.changes.filter((one) => one.startsWith('two'))).toEqual(['two published']);
    expect(await folder.kept()).toEqual(['one published 1', 'two published 1']);
  });

  it('are published in a folder that was empty when Parley was installed', async () => {
    const folder = await createFolder();
    await folder.sync();
    folder.write(update('one'));
    await folder.sync();
    expect(folder.changes).toEqual(['one published']);
  });

  it('wait for their day', async () => {
    const folder = await createFolder();
    await folder.sync();
    folder.write(update('one', { date: '2026-11-25' }));
    await folder.sync();
    expect(folder.changes).toEqual([]);
    folder.wait(2 * dayMs);
    await folder.sync();
    expect(folder.changes).toEqual(['one published']);
  });

  it('that are old when they are first seen are kept, and sent to nobody', async () => {
    const folder = await createFolder();
    await folder.sync();
    folder.write(update('one', { date: '2026-11-01' }));
    await folder.sync();
    expect(folder.changes).toEqual(['one kept']);
  });

  it('correct what was sent with a higher revision, once', async () => {
    const folder = await createFolder(update('one'));
    await folder.sync();
    folder.write(corrected('one'));
    await folder.sync();
    await folder.sync();
    expect(folder.changes).toEqual(['one kept', 'one corrected']);
    const [kept] = await folder.store.updates.ofContent();
    expect(kept).toMatchObject({ revision: 2, reason: 'The date was wrong.' });
    expect(kept?.writing.text.en?.title).toBe('Other words');
  });

  it('that only gain a translation say nothing of a correction', async () => {
    const folder = await createFolder(update('one'));
    await folder.sync();
    const { text } = writing('About one');
    folder.write(
      update('one', { writing: writing('', { text: { ...text, uk: { title: 'Про це', body: 'Так.', follows: 1 } } }) }),
    );
    await folder.sync();
    const [kept] = await folder.store.updates.ofContent();
    expect(kept).toMatchObject({ revision: 2, reason: '' });
    expect(kept?.writing.text.uk?.title).toBe('Про це');
  });

  it('are retracted with the reason, for good', async () => {
    const folder = await createFolder(update('one'));
    await folder.sync();
    folder.write(update('one', { retracted: 'It was not so.' }));
    await folder.sync();
    folder.write(corrected('one', 3));
    await folder.sync();
    expect(folder.changes).toEqual(['one kept', 'one retracted']);
    const [kept] = await folder.store.updates.ofContent();
    expect(kept).toMatchObject({ state: 'retracted', reason: 'It was not so.' });
  });

  it('whose file is taken away stay as they are', async () => {
    const folder = await createFolder(update('one'));
    await folder.sync();
    folder.write();
    await folder.sync();
    expect(await folder.kept()).toEqual(['one published 1']);
  });
});
