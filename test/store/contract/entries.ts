import { expect, it } from 'vitest';
import { Gone, NameTaken, Stale } from '../../../src/store/failures.ts';
import type { Setting } from '../contract.ts';
import { act, at, change, draft, entryWriting, group, guild, ivan, olha, updateWriting } from '../things.ts';
import { publish } from './queue.ts';

const key = { kind: 'entry', key: 'ceasefire' } as const;

export function entryContract(setting: Setting): void {
  const entries = () => setting.store.entries;
  const community = async () => (await setting.store.communities.of(guild, at)).id;

  it('keeps every revision, and serves the latest', async () => {
    const id = await community();
    const [first] = await entries().change([change(id)], [act(id)]);
    expect(first).toEqual({
      ...key,
      community: id,
      revision: 1,
      state: 'live',
      writing: entryWriting(),
      changedAt: at,
    });
    const writing = entryWriting('What is a truce?');
    await entries().change(
      [change(id, 'ceasefire', { base: 1, writing, author: olha, approvedBy: ivan, at: at + 5, reason: 'clearer' })],
      [act(id)],
    );
    expect(await entries().item(id, key)).toMatchObject({ revision: 2, writing, changedAt: at + 5 });
    expect(await entries().revisions(id, key)).toEqual([
      {
        ...key,
        community: id,
        number: 2,
        intent: 'write',
        writing,
        author: olha,
        approvedBy: ivan,
        at: at + 5,
        reason: 'clearer',
      },
      {
        ...key,
        community: id,
        number: 1,
        intent: 'write',
        writing: entryWriting(),
        author: ivan,
        approvedBy: undefined,
        at,
        reason: 'new',
      },
    ]);
    expect(await setting.store.audit.list(id, 10)).toHaveLength(2);
  });

  it('says with a number that something has changed, in that community alone', async () => {
    const id = await community();
    const other = (await setting.store.communities.of(group, at)).id;
    const before = await entries().version(id);
    await entries().change([change(id, 'one'), change(id, 'two')], []);
    const after = await entries().version(id);
    expect(after).toBeGreaterThan(before);
    expect(await entries().all(id)).toMatchObject({ version: after, items: [{ key: 'one' }, { key: 'two' }] });
    expect(await entries().all(other)).toEqual({ version: 0, items: [] });
    expect(await entries().all('nowhere')).toEqual({ version: 0, items: [] });
  });

  it('hides a shared entry and shows it again without a text of its own', async () => {
    const id = await community();
    const hide = { intent: 'retire', writing: undefined, names: [] } as const;
    await entries().change([change(id, 'ceasefire', hide)], []);
    expect(await entries().item(id, key)).toMatchObject({ state: 'retired', writing: undefined });
    const show = { base: 1, intent: 'restore', writing: undefined, names: [] } as const;
    await entries().change([change(id, 'ceasefire', show)], []);
    expect(await entries().item(id, key)).toMatchObject({ state: 'live', revision: 2, writing: undefined });
  });

  it('keeps positions beside entries', async () => {
    const id = await community();
    const text = { stance: 'No', wants: 'x', reasons: '', redLines: '', follows: 1 };
    const { topics: _, parties: __, related: ___, ...written } = entryWriting();
    const writing = { ...written, kind: 'position', text: { uk: text } } as const;
    await entries().change([change(id, 'ukraine/nato', { kind: 'position', writing, names: [] })], []);
    expect(await entries().item(id, { kind: 'position', key: 'ukraine/nato' })).toMatchObject({ writing });
    expect(await entries().item(id, { kind: 'entry', key: 'ukraine/nato' })).toBeUndefined();
  });

  it.each([
    { base: 0, of: 'something new that exists by now' },
    { base: 2, of: 'a revision that is not there yet' },
  ])('refuses a change of $of', async ({ base }) => {
    const id = await community();
    await entries().change([change(id)], []);
    await expect(entries().change([change(id, 'ceasefire', { base })], [act(id)])).rejects.toThrow(Stale);
    expect(await entries().revisions(id, key)).toHaveLength(1);
    expect(await setting.store.audit.list(id, 10)).toEqual([]);
  });

  it('makes all changes or none', async () => {
    const id = await community();
    await entries().change([change(id, 'old')], []);
    const { version } = await entries().all(id);
    const many = Array.from({ length: 1500 }, (_, i) => change(id, `new-${i}`, { names: [`new-${i}`, `also ${i}`] }));
    await expect(entries().change([...many, change(id, 'old')], [act(id)])).rejects.toThrow(Stale);
    await expect(entries().change([...many, change(id, 'last', { names: ['old'] })], [act(id)])).rejects.toThrow(
      NameTaken,
    );
    expect(await entries().all(id)).toMatchObject({ version, items: [{ key: 'old' }] });
    expect(await setting.store.audit.list(id, 10)).toEqual([]);
    expect(await entries().change(many, [act(id)])).toHaveLength(1500);
    expect((await entries().all(id)).items).toHaveLength(1501);
  });

  it('gives a name to one live entry of a community, and says who has it', async () => {
    const id = await community();
    await entries().change([change(id, 'one', { names: ['one', 'truce', 'truce'] })], []);
    const refused = entries().change([change(id, 'two', { names: ['two', 'truce'] })], []);
    await expect(refused).rejects.toMatchObject({ name: 'NameTaken', taken: 'truce', by: 'one' });
    const other = (await setting.store.communities.of(group, at)).id;
    await entries().change([change(other, 'two', { names: ['truce'] })], []);
    const both = [change(id, 'a', { names: ['peace'] }), change(id, 'b', { names: ['peace'] })];
    await expect(entries().change(both, [])).rejects.toMatchObject({ name: 'NameTaken', taken: 'peace', by: 'a' });
  });

  it('frees the names of what is retired, and asks for them again when it is restored', async () => {
    const id = await community();
    await entries().change([change(id, 'one', { names: ['truce'] })], []);
    await entries().change([change(id, 'one', { base: 1, intent: 'retire', names: ['truce'] })], []);
    await entries().change([change(id, 'two', { names: ['truce'] })], []);
    const restored = change(id, 'one', { base: 2, intent: 'restore', names: ['truce'] });
    await expect(entries().change([restored], [])).rejects.toMatchObject({ taken: 'truce', by: 'two' });
  });

  it('lets two entries swap their names', async () => {
    const id = await community();
    await entries().change([change(id, 'one', { names: ['a'] }), change(id, 'two', { names: ['b'] })], []);
    await entries().change(
      [change(id, 'one', { base: 1, names: ['b'] }), change(id, 'two', { base: 1, names: ['a'] })],
      [],
    );
    const third = change(id, 'three', { names: ['a'] });
    await expect(entries().change([third], [])).rejects.toMatchObject({ by: 'two' });
  });

  it('takes a draft away when it is published, in one step', async () => {
    const id = await community();
    const { drafts } = setting.store;
    const kept = await drafts.add(draft(id, 'aaaaaaaa'), 9);
    const { version } = await drafts.change({ ...kept, state: 'review' });
    const stale = entries().change([change(id)], [act(id)], { id: 'aaaaaaaa', version: version - 1 });
    await expect(stale).rejects.toThrow(Stale);
    expect((await entries().all(id)).items).toEqual([]);
    await entries().change([change(id)], [act(id)], { id: 'aaaaaaaa', version });
    expect(await drafts.get(id, 'aaaaaaaa')).toBeUndefined();
    const again = entries().change([change(id, 'ceasefire', { base: 1 })], [act(id)], { id: 'aaaaaaaa', version });
    await expect(again).rejects.toThrow(Gone);
    expect(await entries().revisions(id, key)).toHaveLength(1);
  });

  it('keeps a draft whose publishing was refused', async () => {
    const id = await community();
    await entries().change([change(id, 'other', { names: ['ceasefire'] })], []);
    const kept = await setting.store.drafts.add(draft(id, 'aaaaaaaa'), 9);
    await expect(entries().change([change(id)], [], kept)).rejects.toThrow(NameTaken);
    expect(await setting.store.drafts.get(id, 'aaaaaaaa')).toEqual(kept);
  });

  it('shows and changes nothing through another community’s ids', async () => {
    const id = await community();
    const other = (await setting.store.communities.of(group, at)).id;
    const kept = await setting.store.drafts.add(draft(id, 'aaaaaaaa'), 9);
    await entries().change([change(id)], []);
    expect(await entries().item(other, key)).toBeUndefined();
    expect(await entries().revisions(other, key)).toEqual([]);
    await expect(entries().change([change(other)], [], kept)).rejects.toThrow(Gone);
    expect((await entries().all(other)).items).toEqual([]);
    await expect(entries().change([change('nowhere')], [])).rejects.toThrow(Gone);
  });

  it('is no longer called outdated once it has changed', async () => {
    const id = await community();
    const other = (await setting.store.communities.of(group, at)).id;
    const writing = updateWriting({ outdates: ['ceasefire', 'budapest', 'ukraine/nato'] });
    await publish(setting, id, 'update01', { writing });
    await publish(setting, id, 'update02', { writing });
    await publish(setting, other, 'update03', { writing });
    const outdated = async (of: string) =>
      (await setting.store.updates.outdated(of)).map((one) => `${one.kind} ${one.key} ${one.update}`).sort();
    await entries().change([change(id), change(id, 'third', { intent: 'retire', writing: undefined, names: [] })], []);
    expect(await outdated(id)).toEqual([
      'entry budapest update01',
      'entry budapest update02',
      'position ukraine/nato update01',
      'position ukraine/nato update02',
    ]);
    const stale = entries().change([change(id, 'budapest'), change(id)], []);
    await expect(stale).rejects.toThrow(Stale);
    expect(await outdated(id)).toHaveLength(4);
    expect(await outdated(other)).toHaveLength(3);
  });
}
