import { expect, it } from 'vitest';
import { AlreadyReported } from '../../../src/store/failures.ts';
import type { Setting } from '../contract.ts';
import { act, at, group, guild, ivan, olha, report } from '../things.ts';

export function memberContract(setting: Setting): void {
  const community = async () => (await setting.store.communities.of(guild, at)).id;
  const otherCommunity = async () => (await setting.store.communities.of(group, at)).id;

  it('takes one open report of each member about an entry', async () => {
    const { reports } = setting.store;
    const id = await community();
    await reports.add(report(id, 'r1'));
    await expect(reports.add(report(id, 'r2'))).rejects.toThrow(AlreadyReported);
    await reports.add(report(id, 'r3', { by: ivan, at: at - 1 }));
    await reports.add(report(id, 'r4', { key: 'other', at: at + 1 }));
    await reports.add(report(await otherCommunity(), 'r1'));
    expect((await reports.open(id)).map((one) => one.id)).toEqual(['r3', 'r1', 'r4']);
    expect(await reports.get(id, 'r1')).toEqual({ ...report(id, 'r1'), state: 'open', outcome: '' });
  });

  it('settles a report once, after which the member may report again', async () => {
    const { reports, audit } = setting.store;
    const id = await community();
    await reports.add(report(id, 'r1'));
    const settled = await reports.settle(id, 'r1', 'mended', act(id, { act: 'report.settle' }));
    expect(settled).toEqual({ ...report(id, 'r1'), state: 'settled', outcome: 'mended' });
    expect(await reports.get(id, 'r1')).toEqual(settled);
    expect(await reports.settle(id, 'r1', 'refused', act(id))).toBeUndefined();
    expect(await reports.open(id)).toEqual([]);
    expect(await audit.list(id, 10)).toHaveLength(1);
    await reports.add(report(id, 'r2'));
  });

  it('shows and settles no report of another community', async () => {
    const { reports } = setting.store;
    const [id, other] = [await community(), await otherCommunity()];
    await reports.add(report(id, 'r1'));
    expect(await reports.get(other, 'r1')).toBeUndefined();
    expect(await reports.settle(other, 'r1', 'mended', act(other))).toBeUndefined();
    expect(await reports.open(other)).toEqual([]);
    expect(await setting.store.audit.list(other, 10)).toEqual([]);
  });

  const gap = (of: string, folded: string) => ({
    community: of,
    folded,
    question: `${folded}?`,
    language: 'uk' as const,
    outcome: 'none' as const,
    nearest: '',
  });

  it('counts a question that is asked again', async () => {
    const { gaps } = setting.store;
    const id = await community();
    await gaps.add(gap(id, 'one'), '2026-11-20', 9);
    await gaps.add(gap(id, 'two'), '2026-11-21', 9);
    await gaps.add({ ...gap(id, 'two'), outcome: 'unsure', nearest: 'nato' }, '2026-11-22', 9);
    expect(await gaps.list(id)).toEqual([
      { ...gap(id, 'two'), outcome: 'unsure', nearest: 'nato', count: 2, firstOn: '2026-11-21', lastOn: '2026-11-22' },
      { ...gap(id, 'one'), count: 1, firstOn: '2026-11-20', lastOn: '2026-11-20' },
    ]);
    expect(await gaps.list(await otherCommunity())).toEqual([]);
  });

  it('keeps as many questions as it may: the rarest and oldest go first, the newest stays', async () => {
    const { gaps } = setting.store;
    const id = await community();
    await gaps.add(gap(id, 'often'), '2026-11-01', 2);
    await gaps.add(gap(id, 'often'), '2026-11-01', 2);
    await gaps.add(gap(id, 'rare'), '2026-11-02', 2);
    await gaps.add(gap(id, 'newer'), '2026-11-03', 2);
    expect((await gaps.list(id)).map((one) => one.folded)).toEqual(['often', 'newer']);
    await gaps.add(gap(id, 'latest'), '2026-11-03', 2);
    expect((await gaps.list(id)).map((one) => one.folded)).toEqual(['often', 'latest']);
  });

  it('takes questions out: answered, forgotten, or all at once', async () => {
    const { gaps, audit } = setting.store;
    const [id, other] = [await community(), await otherCommunity()];
    for (const folded of ['one', 'two', 'three']) await gaps.add(gap(id, folded), '2026-11-20', 9);
    await gaps.add(gap(other, 'one'), '2026-08-20', 9);
    await gaps.remove(id, ['one', 'none of these'], act(id, { act: 'gap.dismiss' }));
    expect(await gaps.list(id)).toHaveLength(2);
    expect(await gaps.list(other)).toHaveLength(1);
    expect(await audit.list(id, 10)).toMatchObject([{ act: 'gap.dismiss' }]);
    expect(await gaps.removeBefore('2026-08-21')).toBe(1);
    expect(await gaps.list(other)).toEqual([]);
    await gaps.clear(id);
    expect(await gaps.list(id)).toEqual([]);
  });

  it('counts one vote of each person, the latest', async () => {
    const { votes } = setting.store;
    const id = await community();
    const vote = { community: id, entry: 'nato', by: olha, helpful: true, at };
    await votes.cast(vote);
    await votes.cast(vote);
    await votes.cast({ ...vote, by: ivan });
    await votes.cast({ ...vote, helpful: false });
    await votes.cast({ ...vote, entry: 'other' });
    await votes.cast({ ...vote, community: await otherCommunity() });
    expect(await votes.counts(id)).toEqual([
      { entry: 'nato', helpful: 1, unhelpful: 1 },
      { entry: 'other', helpful: 1, unhelpful: 0 },
    ]);
  });

  it('shows what was done, the latest first, page by page', async () => {
    const { audit } = setting.store;
    const [id, other] = [await community(), await otherCommunity()];
    for (let i = 1; i <= 5; i++) await audit.add(act(id, { subject: `${i}`, detail: { names: 2, what: 'так' } }));
    await audit.add(act(other));
    const page = await audit.list(id, 2);
    expect(page).toMatchObject([{ subject: '5', detail: { names: 2, what: 'так' }, by: ivan, at }, { subject: '4' }]);
    expect(await audit.list(id, 9, page.at(-1)?.id)).toMatchObject([
      { subject: '3' },
      { subject: '2' },
      { subject: '1' },
    ]);
    expect(await audit.list(other, 9)).toHaveLength(1);
  });
}
