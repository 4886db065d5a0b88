import { sql } from 'kysely';
import { expect, it } from 'vitest';
import { Gone, Stale } from '../../../src/store/failures.ts';
import { openDatabase } from '../../../src/store/open.ts';
import type { Setting } from '../contract.ts';
import { act, at, group, guild, ivan, newUpdate, olha, outcomes, updateDraft, updateWriting } from '../things.ts';
import { communityOf, minute, publish, rows, story, subscribe } from './queue.ts';

export function updateContract(setting: Setting): void {
  const updates = () => setting.store.updates;
  const drafts = () => setting.store.updateDrafts;
  const community = () => communityOf(setting);
  const acts = async (of: string) => (await setting.store.audit.list(of, 9)).map((one) => one.act);

  it('keeps an update as it was written, pending until its undo window ends, in place of its draft', async () => {
    const id = await community();
    const { version } = await drafts().add(updateDraft(id, 'draft001'), 9);
    const writing = updateWriting({
      importance: 'breaking',
      cites: [
        {
          id: 'own-1',
          title: 'A "quote"',
          publisher: 'x',
          author: 'y',
          kind: 'official',
          published: '2026',
          collected: '2026-11-20',
        },
      ],
      text: { uk: { title: 'Перемовини', body: 'a\nb\ud83d\0', follows: 2 } },
    });
    const update = newUpdate(id, 'update01', { writing, approvedBy: olha, publishAt: at + minute });
    const kept = await updates().post(update, act(id, { act: 'update.post' }), { id: 'draft001', version });
    expect(kept).toEqual({
      id: 'update01',
      community: id,
      contentId: undefined,
      state: 'pending',
      revision: 1,
      writing,
      publishedAt: at + minute,
      changedAt: at + minute,
      reason: '',
      author: ivan,
    });
    expect(await updates().get('update01')).toEqual(kept);
    expect(await updates().revisions('update01')).toEqual([
      { number: 1, intent: 'post', writing, author: ivan, approvedBy: olha, at, reason: '' },
    ]);
    expect(await drafts().get(id, 'draft001')).toBeUndefined();
    expect(await acts(id)).toEqual(['update.post']);
  });

  it('is not posted from a draft that has changed or is not there', async () => {
    const id = await community();
    const { version } = await drafts().add(updateDraft(id, 'draft001'), 9);
    const posting = (draft: { id: string; version: number }) =>
      updates().post(newUpdate(id, 'update01'), act(id), draft);
    await expect(posting({ id: 'draft001', version: version + 1 })).rejects.toThrow(Stale);
    await expect(posting({ id: 'draft002', version })).rejects.toThrow(Gone);
    expect(await updates().get('update01')).toBeUndefined();
    expect(await drafts().get(id, 'draft001')).toBeDefined();
    expect(await acts(id)).toEqual([]);
  });

  it('is taken back in time, as a draft, and reaches nobody', async () => {
    const id = await community();
    await subscribe(setting, id, 'sub00001');
    await updates().post(newUpdate(id, 'update01', { publishAt: at + minute }));
    const undone = await updates().undo(
      id,
      'update01',
      at + minute - 1,
      updateDraft(id, 'draft001'),
      act(id, { act: 'update.undo' }),
    );
    expect(undone).toEqual({ ...updateDraft(id, 'draft001'), version: 1 });
    expect(await drafts().get(id, 'draft001')).toEqual(undone);
    expect(await updates().get('update01')).toBeUndefined();
    expect(await updates().revisions('update01')).toEqual([]);
    expect(await updates().publishDue(at + 2 * minute)).toEqual([]);
    expect(await rows(setting)).toEqual([]);
    expect(await acts(id)).toEqual(['update.undo']);
  });

  it('is not taken back when its window is over, published or not, nor by another community', async () => {
    const id = await community();
    const other = (await setting.store.communities.of(group, at)).id;
    await updates().post(newUpdate(id, 'update01', { publishAt: at + minute }));
    const undo = (of: string, now: number) => updates().undo(of, 'update01', now, updateDraft(of, 'draft001'), act(of));
    expect(await undo(other, at)).toBeUndefined();
    expect(await undo(id, at + minute)).toBeUndefined();
    await updates().publishDue(at + minute);
    expect(await undo(id, at)).toBeUndefined();
    expect(await drafts().list(id)).toEqual([]);
    expect(await acts(id)).toEqual([]);
  });

  it('publishes what is due, once, however many processes do it at once', async () => {
    const id = await community();
    for (const n of [1, 2, 3]) await subscribe(setting, id, `sub0000${n}`);
    await updates().post(newUpdate(id, 'update01'));
    await updates().post(newUpdate(id, 'update02', { publishAt: at + minute }));
    const other = await setting.another();
    await Promise.all([other.ping(), setting.store.ping()]);
    const published = (
      await Promise.all([setting.store, other, setting.store, other].map((one) => one.updates.publishDue(at + 5)))
    ).flat();
    expect(published).toEqual([
      { update: expect.objectContaining({ id: 'update01', state: 'published', publishedAt: at + 5 }), destinations: 3 },
    ]);
    expect(await story(setting)).toEqual(['1 post waiting', '1 post waiting', '1 post waiting']);
    expect(await updates().get('update02')).toMatchObject({ state: 'pending' });
    expect(await updates().publishDue(at + 5)).toEqual([]);
  });

  it('publishes or takes back, whoever comes first', async () => {
    const id = await community();
    await subscribe(setting, id, 'sub00001');
    const other = await setting.another();
    await other.ping();
    await updates().post(newUpdate(id, 'update01', { publishAt: at + minute }));
    const [undone, published] = await Promise.all([
      other.updates.undo(id, 'update01', at, updateDraft(id, 'draft001'), act(id)),
      setting.store.updates.publishDue(at + minute),
    ]);
    expect(undone === undefined).toBe(published.length === 1);
    expect(await rows(setting)).toHaveLength(published.length);
    expect(await drafts().list(id)).toHaveLength(1 - published.length);
  });

  it('publishes each later than the one before, even where the clock was set back', async () => {
    const id = await community();
    await updates().post(newUpdate(id, 'update02', { publishAt: at + 2 }));
    await updates().post(newUpdate(id, 'update01', { publishAt: at + 1 }));
    const together = await updates().publishDue(at + minute);
    await updates().post(newUpdate(id, 'update03', { publishAt: at }));
    const back = await updates().publishDue(at);
    expect([...together, ...back].map(({ update }) => [update.id, update.publishedAt - at - minute])).toEqual([
      ['update01', 0],
      ['update02', 1],
      ['update03', 2],
    ]);
  });

  it('publishes the others where one can’t be understood, and says so', async () => {
    const id = await community();
    await updates().post(newUpdate(id, 'update01'));
    await updates().post(newUpdate(id, 'update02'));
    const database = await openDatabase(setting.options);
    await database.query((db) =>
      sql`update update_revisions set writing = '{' where update_id = 'update01'`.execute(db),
    );
    await database.close();
    await expect(updates().publishDue(at)).rejects.toThrow('“update01/1” of the table update_revisions can');
    expect(await updates().get('update02')).toMatchObject({ state: 'published' });
  });

  it('leaves digests out, holds for places that can’t be written to, and passes over those that paused or ended', async () => {
    const id = await community();
    await subscribe(setting, id, 'instant1');
    await subscribe(setting, id, 'digest01', { digest: '0 9 * * *' });
    for (const one of ['platform', 'byperson', 'endedone']) await subscribe(setting, id, one);
    const { subscriptions } = setting.store;
    await subscriptions.pause('platform', { by: 'platform', reason: 'right-send', at });
    await subscriptions.pause('byperson', { by: 'person', reason: '', at });
    await subscriptions.end('endedone', at);
    await publish(setting, id);
    expect((await rows(setting)).map(({ destination, state }) => [destination, state])).toEqual([
      ['instant1', 'waiting'],
      ['platform', 'held'],
    ]);
  });

  it('puts breaking news first', async () => {
    const id = await community();
    await subscribe(setting, id, 'sub00001');
    await publish(setting, id, 'update01');
    await publish(setting, id, 'update02', { writing: updateWriting({ importance: 'breaking' }) });
    expect((await rows(setting)).map(({ priority }) => priority)).toEqual([1, 0]);
  });

  it('keeps what is older than the installation, and sends it to nobody', async () => {
    const id = await community();
    await subscribe(setting, 'shared', 'sub00001');
    const kept = await updates().keep(
      newUpdate('shared', 'update01', { contentId: 'first-answers', author: undefined }),
    );
    expect(kept).toMatchObject({ state: 'published', contentId: 'first-answers', author: undefined, publishedAt: at });
    await updates().post(newUpdate(id, 'update02'));
    expect(await updates().ofContent()).toEqual([kept]);
    expect(await rows(setting)).toEqual([]);
  });

  it('has each file’s update once', async () => {
    const post = (id: string) => updates().post(newUpdate('shared', id, { contentId: 'first-answers' }));
    const other = await setting.another();
    const { kept } = await outcomes([
      post('update01'),
      other.updates.keep(newUpdate('shared', 'update02', { contentId: 'first-answers' })),
      post('update03'),
    ]);
    expect(kept).toBe(1);
    expect(await updates().ofContent()).toHaveLength(1);
  });

  it('counts the places that would get it now', async () => {
    const id = await community();
    await subscribe(setting, id, 'sub00001');
    await subscribe(setting, id, 'sub00002', { topics: ['nato'], digest: '0 9 * * *' });
    await subscribe(setting, 'shared', 'private1', { isPrivate: true });
    await subscribe(setting, id, 'sub00003');
    await setting.store.subscriptions.pause('sub00003', { by: 'platform', reason: 'x', at });
    expect(await updates().audience(id, updateWriting())).toBe(1);
    expect(await updates().audience(id, updateWriting({ topics: ['nato'] }))).toBe(2);
    expect(await updates().audience('shared', updateWriting({ topics: ['nato'] }))).toBe(3);
  });

  it('notes a name once', async () => {
    expect(await updates().mark('content', at)).toBe(true);
    expect(await updates().mark('content', at + 1)).toBe(false);
    expect(await updates().mark('other', at)).toBe(true);
  });

  it('reaches its own community alone, or all where it is shared', async () => {
    const id = await community();
    const other = (await setting.store.communities.of({ ...guild, id: '2' }, at)).id;
    await subscribe(setting, id, 'sub00001');
    await subscribe(setting, other, 'sub00002');
    await publish(setting, id);
    expect((await rows(setting)).map(({ destination }) => destination)).toEqual(['sub00001']);
    await publish(setting, 'shared', 'update02');
    expect((await rows(setting)).map(({ destination }) => destination)).toEqual(['sub00001', 'sub00001', 'sub00002']);
  });
}
