import { expect, it } from 'vitest';
import type { Store } from '../../../src/store/store.ts';
import type { Setting } from '../contract.ts';
import { act, at, bareAct, change, draft, group, guild, ivan, olha, outcomes, report } from '../things.ts';

const times = <T>(count: number, make: (i: number) => T): T[] => Array.from({ length: count }, (_, i) => make(i));

export function raceContract(setting: Setting): void {
  const community = async () => (await setting.store.communities.of(guild, at)).id;
  /** Both stores, by turns. */
  async function turns(): Promise<(i: number) => Store> {
    const other = await setting.another();
    // With their connections made, they really start together.
    await Promise.all(times(10, (i) => (i % 2 === 0 ? setting.store : other).ping()));
    return (i) => (i % 2 === 0 ? setting.store : other);
  }

  it('gives a chat one community, whoever asks first', async () => {
    const store = await turns();
    const made = await Promise.all(times(10, (i) => store(i).communities.of(guild, at)));
    expect(new Set(made.map(({ id }) => id)).size).toBe(1);
  });

  it('gives a name to one of those who want it', async () => {
    const id = await community();
    const store = await turns();
    const { kept, failures } = await outcomes(
      times(6, (i) => store(i).entries.change([change(id, `entry-${i}`, { names: ['truce'] })], [act(id)])),
    );
    expect({ kept, failures }).toEqual({ kept: 1, failures: times(5, () => 'NameTaken') });
    expect(await setting.store.audit.list(id, 10)).toHaveLength(1);
  });

  it('takes one of the changes made from the same revision', async () => {
    const id = await community();
    await setting.store.entries.change([change(id)], []);
    const store = await turns();
    const { kept, failures } = await outcomes(
      times(6, (i) => store(i).entries.change([change(id, 'ceasefire', { base: 1, reason: `${i}` })], [])),
    );
    expect({ kept, failures }).toEqual({ kept: 1, failures: times(5, () => 'Stale') });
    expect(await setting.store.entries.revisions(id, { kind: 'entry', key: 'ceasefire' })).toHaveLength(2);
  });

  it('makes changes of different entries one after another', async () => {
    const id = await community();
    const before = await setting.store.entries.version(id);
    const store = await turns();
    const { kept } = await outcomes(times(10, (i) => store(i).entries.change([change(id, `entry-${i}`)], [])));
    expect(kept).toBe(10);
    expect((await setting.store.entries.all(id)).version).toBe(before + 10);
  });

  it('publishes, returns or removes a draft, whoever comes first', async () => {
    const id = await community();
    const kept = await setting.store.drafts.add(draft(id, 'aaaaaaaa', { state: 'review' }), 9);
    const store = await turns();
    const done = await outcomes([
      store(0).entries.change([change(id)], [act(id)], kept),
      store(1).drafts.change({ ...kept, state: 'returned' }, act(id)),
      store(0).drafts.remove(id, kept.id, kept.version, act(id)),
      store(1).entries.change([change(id)], [act(id)], kept),
    ]);
    expect(done.kept).toBe(1);
    expect(done.failures.every((name) => name === 'Stale' || name === 'Gone')).toBe(true);
    expect(await setting.store.audit.list(id, 10)).toHaveLength(1);
  });

  it('never takes more drafts than one person may have', async () => {
    const id = await community();
    const store = await turns();
    const { kept, failures } = await outcomes(times(8, (i) => store(i).drafts.add(draft(id, `draft-0${i}`), 3)));
    expect({ kept, failures }).toEqual({ kept: 3, failures: times(5, () => 'TooMany') });
  });

  it('lets a link code be used once', async () => {
    const id = await community();
    await setting.store.communities.makeLink(id, 'hash', at + 1000, act(id));
    const store = await turns();
    const joined = await Promise.all(
      times(6, (i) => store(i).communities.useLink('hash', { platform: 'telegram', id: `-${i}` }, at, bareAct())),
    );
    expect(joined.filter(Boolean)).toHaveLength(1);
    expect((await setting.store.communities.byId(id))?.chats).toHaveLength(2);
  });

  it('changes settings for one of those who read them together', async () => {
    const { id, settings } = await setting.store.communities.of(group, at);
    const store = await turns();
    const { kept, failures } = await outcomes(
      times(4, (i) => store(i).communities.change(id, settings, { ...settings, cooldownSeconds: i + 1 }, act(id))),
    );
    expect({ kept, failures }).toEqual({ kept: 1, failures: times(3, () => 'Stale') });
  });

  it('settles a report for one moderator, and takes it from its author once', async () => {
    const id = await community();
    const store = await turns();
    const added = await outcomes(times(4, (i) => store(i).reports.add(report(id, `r${i}`))));
    expect(added).toEqual({ kept: 1, failures: times(3, () => 'AlreadyReported') });
    const [open] = await setting.store.reports.open(id);
    const settled = await Promise.all(
      times(4, (i) => store(i).reports.settle(id, open?.id ?? '', `outcome ${i}`, act(id))),
    );
    expect(settled.filter(Boolean)).toHaveLength(1);
    expect(await setting.store.audit.list(id, 10)).toHaveLength(1);
  });

  it('counts every question and one vote a person', async () => {
    const id = await community();
    const store = await turns();
    const gap = { community: id, question: 'q?', language: 'en', outcome: 'none', nearest: '' } as const;
    await Promise.all(times(10, (i) => store(i).gaps.add({ ...gap, folded: `q ${i % 2}` }, '2026-11-20', 9)));
    expect((await setting.store.gaps.list(id)).map(({ count }) => count)).toEqual([5, 5]);
    await Promise.all(
      times(10, (i) => store(i).votes.cast({ community: id, entry: 'a', by: i % 3 ? ivan : olha, helpful: true, at })),
    );
    expect(await setting.store.votes.counts(id)).toEqual([{ entry: 'a', helpful: 2, unhelpful: 0 }]);
  });

  it('never makes two communities share a chat that both want', async () => {
    const ids = await Promise.all(
      times(3, async (i) => (await setting.store.communities.of({ ...guild, id: `${i}` }, at)).id),
    );
    for (const id of ids) await setting.store.communities.makeLink(id, `hash-${id}`, at + 1000, act(id));
    await setting.store.communities.of(group, at);
    const store = await turns();
    const chat = { platform: group.platform, id: group.id };
    await Promise.all(ids.map((id, i) => store(i).communities.useLink(`hash-${id}`, chat, at, bareAct())));
    const all = await Promise.all(ids.map((id) => setting.store.communities.byId(id)));
    expect(all.filter((one) => one?.chats.some(({ id }) => id === group.id))).toHaveLength(1);
  });
}
