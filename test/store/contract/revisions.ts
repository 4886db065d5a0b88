import { expect, it } from 'vitest';
import { Gone, Stale } from '../../../src/store/failures.ts';
import type { Setting } from '../contract.ts';
import { act, at, correction, group, ivan, newUpdate, olha, outcomes, updateDraft, updateWriting } from '../things.ts';
import {
  channel,
  communityOf,
  deskOf,
  failed,
  limited,
  minute,
  publish,
  sent,
  story,
  subscribe,
  uncertain,
} from './queue.ts';

export function revisionContract(setting: Setting): void {
  const updates = () => setting.store.updates;
  const drafts = () => setting.store.updateDrafts;
  const community = () => communityOf(setting);
  const ids = (found: readonly { id: string }[]) => found.map(({ id }) => id);
  const acts = async (of: string) => (await setting.store.audit.list(of, 9)).map((one) => one.act);

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
    await desk.deal({ state: 'later', dueAt: at, reason: 'reset', isAttempt: true });
    await setting.store.outbox.promote(at, 9);
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
}
