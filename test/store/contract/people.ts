import { expect, it } from 'vitest';
import { Gone } from '../../../src/store/failures.ts';
import type { Setting } from '../contract.ts';
import {
  act,
  at,
  change,
  draft,
  guild,
  ivan,
  newUpdate,
  olha,
  report,
  stagedImport,
  subscription,
  updateDraft,
} from '../things.ts';
import { deskOf, publish, rows, sent, subscribe } from './queue.ts';

export function peopleContract(setting: Setting): void {
  const people = () => setting.store.people;

  it('keeps what somebody chose, each thing by itself', async () => {
    const { id } = await setting.store.communities.of(guild, at);
    expect(await people().choices(olha)).toEqual({});
    await people().choose(olha, { language: 'uk' });
    await people().choose(olha, { worksFor: id });
    expect(await people().choices(olha)).toEqual({ language: 'uk', worksFor: id });
    await people().choose(olha, { language: null });
    await people().choose(olha, {});
    expect(await people().choices(olha)).toEqual({ worksFor: id });
    expect(await people().choices({ platform: 'discord', id: olha.id })).toEqual({});
  });

  it('keeps nothing about somebody who has taken their choices back', async () => {
    await people().choose(olha, { language: 'uk' });
    await people().choose(olha, { language: null });
    expect((await people().kept(olha)).choices).toBe(0);
  });

  it('refuses work for a community that does not exist', async () => {
    await expect(people().choose(olha, { worksFor: 'nowhere' })).rejects.toThrow(Gone);
    expect(await people().choices(olha)).toEqual({});
  });

  it('counts what is kept about somebody, and erases it without losing what was done', async () => {
    const { entries, drafts, updateDrafts, updates, imports, reports, votes, audit, dialogues, communities } =
      setting.store;
    const { id } = await communities.of(guild, at);
    await people().choose(ivan, { language: 'uk' });
    await entries.change([change(id, 'one', { author: olha, approvedBy: ivan }), change(id, 'two')], [act(id)]);
    await drafts.add(draft(id, 'aaaaaaaa'), 9);
    await drafts.add(draft(id, 'bbbbbbbb', { state: 'review' }), 9);
    await drafts.add(draft(id, 'cccccccc', { author: olha }), 9);
    await updateDrafts.add(updateDraft(id, 'dddddddd'), 9);
    await updates.keep(newUpdate(id, 'update01', { author: olha, approvedBy: ivan }));
    await updates.keep(newUpdate(id, 'update02'));
    await subscribe(setting, id, 'place001', { by: ivan });
    await imports.add(stagedImport(id, 'aaaaaaaa'), 9);
    await reports.add(report(id, 'r1', { by: ivan }));
    await votes.cast({ community: id, entry: 'one', by: ivan, helpful: true, at });
    await votes.cast({ community: id, entry: 'one', by: olha, helpful: false, at });
    await dialogues.put({ chat: guild, person: ivan.id, state: 1, changedAt: at });
    expect(await people().kept(ivan)).toEqual({
      choices: 1,
      drafts: 3,
      imports: 1,
      dialogues: 1,
      revisions: 2,
      reports: 1,
      votes: 1,
      acts: 1,
      subscriptions: 1,
      updates: 2,
    });

    await people().erase(ivan);
    expect(Object.values(await people().kept(ivan)).every((count) => count === 0)).toBe(true);
    expect(await people().choices(ivan)).toEqual({});
    expect((await drafts.list(id)).map((one) => one.id)).toEqual(['cccccccc']);
    expect(await entries.revisions(id, { kind: 'entry', key: 'one' })).toMatchObject([
      { author: olha, approvedBy: undefined },
    ]);
    expect(await entries.revisions(id, { kind: 'entry', key: 'two' })).toMatchObject([{ author: undefined }]);
    expect(await updateDrafts.list(id)).toEqual([]);
    expect(await updates.revisions('update01')).toMatchObject([{ author: olha, approvedBy: undefined }]);
    expect(await updates.get('update02')).toMatchObject({ author: undefined, state: 'published' });
    expect(await setting.store.subscriptions.get('place001')).toMatchObject({ by: undefined, state: 'active' });
    expect(await reports.open(id)).toMatchObject([{ id: 'r1', by: undefined, text: 'The date is wrong.' }]);
    expect(await audit.list(id, 10)).toMatchObject([{ act: 'entry.publish', by: undefined }]);
    expect(await votes.counts(id)).toEqual([{ entry: 'one', helpful: 0, unhelpful: 1 }]);
    expect(await communities.workedFor(ivan)).toEqual([]);
    await reports.add(report(id, 'r2', { by: ivan }));
  });

  it('erases what somebody gets in private, with all that was sent and is owed to them, and nobody else’s', async () => {
    const { subscriptions, outbox } = setting.store;
    const desk = await deskOf(setting.store);
    const chat = (id: string) => ({ isPrivate: true, place: { platform: 'telegram', chat: id, channel: id } }) as const;
    await subscribe(setting, 'shared', 'private1', { ...chat(olha.id), by: ivan });
    await subscribe(setting, 'shared', 'private2', { ...chat('7002'), by: undefined });
    // A group has the same number as she does.
    await subscribe(setting, 'shared', 'group001', {
      ...chat(olha.id),
      isPrivate: false,
      by: undefined,
      place: { platform: 'discord', chat: olha.id, channel: olha.id },
    });
    const { id } = await publish(setting, 'shared');
    await desk.deal(sent('m1'));
    const due = (to: string) => ({ subscription: to, slotAt: at + 1, updates: [id], digestedUntil: at });
    await outbox.enqueueDigests([due('private1'), due('private2')], at);
    const [inHand] = await desk.claim(1);
    expect((await people().kept(olha)).subscriptions).toBe(1);

    await people().erase(olha);
    expect(await people().kept(olha)).toMatchObject({ subscriptions: 0 });
    expect(await subscriptions.get('private1')).toBeUndefined();
    expect(new Set((await rows(setting)).map(({ destination }) => destination))).toEqual(
      new Set(['private2', 'group001']),
    );
    expect(await outbox.digest(`private1.${at + 1}`)).toEqual([]);
    expect(await outbox.digest(`private2.${at + 1}`)).toEqual([id]);
    expect(await outbox.start([inHand?.id ?? 0], desk.term, at)).toHaveLength(
      inHand?.destination === 'private1' ? 0 : 1,
    );
    const { subscription: again } = await subscriptions.put(subscription('shared', 'private3', chat(olha.id)));
    expect(again).toMatchObject({ id: 'private3', version: 1 });
  });
}
