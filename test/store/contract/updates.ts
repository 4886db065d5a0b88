import { sql } from 'kysely';
import { expect, it } from 'vitest';
import { Gone, Stale } from '../../../src/store/failures.ts';
import { openDatabase } from '../../../src/store/open.ts';
import type { Setting } from '../contract.ts';
import {
  act,
  at,
  correction,
  group,
  guild,
  ivan,
  newUpdate,
  olha,
  outcomes,
  updateDraft,
  updateWriting,
} from '../things.ts';
import {
  channel,
  communityOf,
  deskOf,
  failed,
  limited,
  minute,
  publish,
  rows,
  sent,
  story,
  subscribe,
  uncertain,
} from './queue.ts';

export function updateContract(setting: Setting): void {
  const updates = () => setting.store.updates;
  const drafts = () => setting.store.updateDrafts;
  const community = () => communityOf(setting);
  const ids = (found: readonly { id: string }[]) => found.map(({ id }) => id);
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

  it('is corrected by whoever has read its latest revision', async () => {
    const id = await community();
    const update = await publish(setting, id);
    const { version } = await drafts().add(updateDraft(id, 'draft001'), 9);
    const writing = updateWriting({ topics: ['nato'], parties: [], importance: 'breaking' });
    const change = correction(update, { writing, author: olha, approvedBy: ivan });
    const revised = await updates().revise(change, act(id, { act: 'update.edit' }), { id: 'draft001', version });
    expect(revised).toEqual({
      ...update,
      revision: 2,
      writing,
      changedAt: at + minute,
      reason: 'The place was wrong.',
    });
    expect(await updates().get(update.id)).toEqual(revised);
    expect(await updates().revisions(update.id)).toMatchObject([
      { number: 2, intent: 'edit', author: olha, approvedBy: ivan, reason: 'The place was wrong.' },
      { number: 1, intent: 'post' },
    ]);
    expect(await drafts().list(id)).toEqual([]);
    await expect(updates().revise(correction(update), act(id))).rejects.toThrow(Stale);
    const gone = updates().revise(correction(revised), act(id), { id: 'draft001', version });
    await expect(gone).rejects.toThrow(Gone);
    expect(await updates().get(update.id)).toEqual(revised);
    expect(await acts(id)).toEqual(['update.edit']);
  });

  it('does not say that it was corrected where only its wording changed', async () => {
    const id = await community();
    const update = await publish(setting, id);
    const writing = updateWriting({ text: { uk: { title: 'x', body: 'y', follows: 1 } } });
    const revised = await updates().revise(correction(update, { isSilent: true, writing, reason: '' }));
    expect(revised).toEqual({ ...update, revision: 2, writing });
  });

  it('is retracted for good', async () => {
    const id = await community();
    const update = await publish(setting, id);
    const retracted = await updates().revise(correction(update, { intent: 'retract', reason: 'It was not true.' }));
    expect(retracted).toMatchObject({ state: 'retracted', revision: 2, reason: 'It was not true.' });
    await expect(updates().revise(correction(retracted))).rejects.toThrow(Stale);
    expect(await updates().get(update.id)).toEqual(retracted);
  });

  it('is neither corrected while it can be taken back, nor through another community, nor where it is not there', async () => {
    const id = await community();
    const other = (await setting.store.communities.of(group, at)).id;
    const pending = await updates().post(newUpdate(id, 'update02', { publishAt: at + minute }));
    const update = await publish(setting, id);
    await expect(updates().revise(correction(pending))).rejects.toThrow(Stale);
    await expect(updates().revise({ ...correction(update), community: other })).rejects.toThrow(Gone);
    await expect(updates().revise({ ...correction(update), id: 'nothing1' })).rejects.toThrow(Gone);
    expect(await updates().get(update.id)).toEqual(update);
  });

  it('takes one of the corrections made from the same revision', async () => {
    const id = await community();
    await subscribe(setting, id, 'sub00001');
    const update = await publish(setting, id);
    const other = await setting.another();
    await other.ping();
    const revise = (store: typeof other) => store.updates.revise(correction(update));
    const done = await outcomes([revise(other), revise(setting.store), revise(other)]);
    expect(done).toEqual({ kept: 1, failures: ['Stale', 'Stale'] });
    expect(await story(setting)).toEqual(['1 post superseded', '2 post waiting']);
  });

  it('lists by community, state and topic, the latest first', async () => {
    const id = await community();
    const other = (await setting.store.communities.of(group, at)).id;
    await publish(setting, id, 'update01', { writing: updateWriting({ topics: ['nato', 'ceasefire'] }) });
    await publish(setting, 'shared', 'update02', { publishAt: at + 1, writing: updateWriting({ topics: ['nato-2'] }) });
    await publish(setting, other, 'update03', { publishAt: at + 2 });
    const gone = await publish(setting, id, 'update04', { publishAt: at + 3 });
    await updates().revise(correction(gone, { intent: 'retract' }));
    await updates().post(newUpdate(id, 'update05', { publishAt: at + minute }));
    const list = async (states: ('pending' | 'published' | 'retracted')[], topic?: string, most = 9) =>
      ids(await updates().list([id, 'shared'], { states, topic, most }));
    expect(await list(['published'])).toEqual(['update02', 'update01']);
    expect(await list(['pending', 'published', 'retracted'])).toEqual(['update05', 'update04', 'update02', 'update01']);
    expect(await list(['published'], 'nato')).toEqual(['update01']);
    expect(await list(['published', 'retracted'], undefined, 2)).toEqual(['update04', 'update02']);
    expect(ids(await updates().since([id, 'shared'], at, at + 3))).toEqual(['update02']);
    expect(ids(await updates().since([id, 'shared'], at - 1, at))).toEqual(['update01']);
    expect(ids(await updates().ofIds(['update03', 'nothing1'])).sort()).toEqual(['update03']);
    expect(await updates().ofIds([])).toEqual([]);
    expect(await updates().get('nothing1')).toBeUndefined();
  });

  it('sends what it makes outdated to the moderators’ review once it is published, until somebody has looked', async () => {
    const id = await community();
    const outdates = ['ceasefire', 'ukraine/nato'];
    await updates().post(newUpdate(id, 'update01', { writing: updateWriting({ outdates }), publishAt: at + 1 }));
    expect(await updates().outdated(id)).toEqual([]);
    await updates().publishDue(at + 1);
    const [entry, position] = [
      { kind: 'entry', key: 'ceasefire', update: 'update01', at: at + 1 },
      { kind: 'position', key: 'ukraine/nato', update: 'update01', at: at + 1 },
    ] as const;
    expect(await updates().outdated(id)).toEqual([entry, position]);
    expect(await updates().outdated('shared')).toEqual([]);
    await updates().settleOutdated(id, entry, act(id, { act: 'outdated.settle' }));
    expect(await updates().outdated(id)).toEqual([position]);
    expect(await acts(id)).toEqual(['outdated.settle']);
  });

  it('brings nothing back into review that a correction only repeats, and takes out what it no longer says', async () => {
    const id = await community();
    const outdates = ['ceasefire', 'ukraine/nato'];
    const update = await publish(setting, id, 'update01', { writing: updateWriting({ outdates }) });
    await updates().settleOutdated(id, { kind: 'entry', key: 'ceasefire' }, act(id));
    const writing = updateWriting({ outdates: ['ceasefire', 'budapest'] });
    const revised = await updates().revise(correction(update, { writing }));
    expect((await updates().outdated(id)).map(({ key }) => key)).toEqual(['budapest']);
    await updates().revise(correction(revised, { intent: 'retract' }));
    expect(await updates().outdated(id)).toEqual([]);
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

  it('counts each place’s latest delivery, by what came of it and why', async () => {
    const id = await community();
    const desk = await deskOf(setting.store);
    for (const n of [1, 2, 3, 4, 5]) await subscribe(setting, id, `sub0000${n}`);
    await subscribe(setting, id, 'channel1', channel('11'));
    const update = await publish(setting, id);
    for (const outcome of [sent('m1'), failed, uncertain, limited()]) await desk.deal(outcome);
    const counts = async () =>
      (await updates().counts(update.id))
        .map(
          ({ platform, state, act: did, reason, count, dueAt }) =>
            `${platform} ${did} ${state} ${reason} ${count} ${(dueAt - at) / minute}`,
        )
        .sort();
    expect(await counts()).toEqual([
      'discord post waiting  1 0',
      'telegram post failed content 1 0',
      'telegram post later rate-limit 1 5',
      'telegram post sent  1 0',
      'telegram post uncertain reset 1 0',
      'telegram post waiting  1 0',
    ]);
    const flying = await desk.begin(at, 'discord');
    await updates().revise(correction(update, { intent: 'retract' }));
    expect(await counts()).toEqual([
      'discord edit waiting  1 1',
      'telegram edit waiting  1 1',
      'telegram follow waiting  1 1',
    ]);
    await desk.settle(flying, sent('m2'));
    expect(await counts()).toHaveLength(3);
  });

  it('sends again what failed or is uncertain, when it is told to', async () => {
    const id = await community();
    const desk = await deskOf(setting.store);
    for (const n of [1, 2, 3]) await subscribe(setting, id, `sub0000${n}`);
    await publish(setting, id);
    for (const outcome of [failed, uncertain, sent('m1')]) await desk.deal(outcome);
    expect(await updates().resend('update01', 'failed', at, act(id, { act: 'update.resend' }))).toBe(1);
    expect(await story(setting)).toEqual(['1 post waiting', '1 post uncertain', '1 post sent m1']);
    expect(await updates().resend('update01', 'uncertain', at)).toBe(1);
    expect(await updates().resend('update01', 'uncertain', at)).toBe(0);
    expect(await story(setting)).toEqual(['1 post waiting', '1 post waiting', '1 post sent m1']);
    expect((await desk.claim()).map(({ attempts, unknownSince }) => [attempts, unknownSince])).toEqual([
      [0, undefined],
      [0, undefined],
    ]);
    expect(await acts(id)).toEqual(['update.resend']);
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
