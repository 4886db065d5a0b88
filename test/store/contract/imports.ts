import { expect, it } from 'vitest';
import { Gone, Stale, TooMany } from '../../../src/store/failures.ts';
import type { StagedImport } from '../../../src/store/store.ts';
import type { Setting } from '../contract.ts';
import { act, at, change, entryWriting, group, guild, ivan, olha, outcomes, stagedImport } from '../things.ts';

export function importContract(setting: Setting): void {
  const imports = () => setting.store.imports;
  const community = async () => (await setting.store.communities.of(guild, at)).id;
  const sent = (id: string, staged: Partial<StagedImport> = {}) =>
    stagedImport(id, 'aaaaaaaa', { state: 'review', ...staged });

  it('keeps an import as it was read, and lists it without its texts', async () => {
    const id = await community();
    const staged = stagedImport(id, 'aaaaaaaa', {
      file: 'зміни "1".zip',
      items: [{ kind: 'entry', key: 'a', base: 3, writing: entryWriting('a\u2028b\ud83d\0?') }],
      unchanged: 4,
    });
    await imports().add(staged, 5);
    expect(await imports().get(id, 'aaaaaaaa')).toEqual(staged);
    const { items, ...listed } = staged;
    expect(await imports().list(id)).toEqual([{ ...listed, count: items.length }]);
  });

  it('keeps one open import of a person, and so many of a community', async () => {
    const id = await community();
    await imports().add(stagedImport(id, 'aaaaaaaa'), 2);
    await imports().add(stagedImport(id, 'bbbbbbbb', { at: at + 1 }), 2);
    expect((await imports().list(id)).map((one) => one.id)).toEqual(['bbbbbbbb']);
    await imports().submit(id, 'bbbbbbbb', act(id));
    await imports().add(stagedImport(id, 'cccccccc', { by: olha }), 2);
    await expect(imports().add(stagedImport(id, 'dddddddd'), 2)).rejects.toThrow(TooMany);
    expect((await imports().list(id)).map((one) => one.id)).toEqual(['bbbbbbbb', 'cccccccc']);
    await imports().add(sent(id, { id: 'eeeeeeee' }), 2, 'bbbbbbbb');
    expect((await imports().list(id)).map((one) => one.id).sort()).toEqual(['cccccccc', 'eeeeeeee']);
    await expect(imports().add(sent(id, { id: 'ffffffff' }), 9, 'bbbbbbbb')).rejects.toThrow(Gone);
    const other = (await setting.store.communities.of(group, at)).id;
    await imports().add(stagedImport(other, 'aaaaaaaa'), 1);
  });

  it('goes with the changes that are made from it: once, however often they are asked for', async () => {
    const id = await community();
    await imports().add(sent(id), 5);
    const apply = () => setting.store.entries.change([change(id)], [act(id)], { staged: 'aaaaaaaa' });
    expect(await outcomes([apply(), apply(), apply()])).toEqual({ kept: 1, failures: ['Gone', 'Gone'] });
    expect(await imports().list(id)).toEqual([]);
    expect(await setting.store.audit.list(id, 9)).toHaveLength(1);
  });

  it('stays where its changes can’t be made', async () => {
    const id = await community();
    await imports().add(sent(id), 5);
    const stale = [change(id, 'one', { names: ['one'] }), change(id, 'two', { base: 7, names: ['two'] })];
    await expect(setting.store.entries.change(stale, [act(id)], { staged: 'aaaaaaaa' })).rejects.toThrow(Stale);
    expect(await imports().get(id, 'aaaaaaaa')).toBeDefined();
    expect((await setting.store.entries.all(id)).items).toEqual([]);
  });

  it('is sent for review once, and removed once, with a line in the audit log', async () => {
    const id = await community();
    await imports().add(stagedImport(id, 'aaaaaaaa'), 5);
    await imports().submit(id, 'aaaaaaaa', act(id, { act: 'import.submit' }));
    await expect(imports().submit(id, 'aaaaaaaa', act(id))).rejects.toThrow(Gone);
    expect(await imports().get(id, 'aaaaaaaa')).toMatchObject({ state: 'review' });
    await imports().remove(id, 'aaaaaaaa', act(id, { act: 'import.reject' }));
    await expect(imports().remove(id, 'aaaaaaaa', act(id))).rejects.toThrow(Gone);
    expect((await setting.store.audit.list(id, 9)).map((one) => one.act)).toEqual(['import.reject', 'import.submit']);
  });

  it('is neither seen, sent, used nor removed through another community', async () => {
    const id = await community();
    const other = (await setting.store.communities.of(group, at)).id;
    await imports().add(stagedImport(id, 'aaaaaaaa'), 5);
    expect(await imports().get(other, 'aaaaaaaa')).toBeUndefined();
    expect(await imports().list(other)).toEqual([]);
    await expect(imports().submit(other, 'aaaaaaaa', act(other))).rejects.toThrow(Gone);
    await expect(imports().remove(other, 'aaaaaaaa')).rejects.toThrow(Gone);
    const using = setting.store.entries.change([change(other)], [act(other)], { staged: 'aaaaaaaa' });
    await expect(using).rejects.toThrow(Gone);
    await expect(imports().add(sent(other, { id: 'bbbbbbbb' }), 5, 'aaaaaaaa')).rejects.toThrow(Gone);
    expect(await imports().get(id, 'aaaaaaaa')).toMatchObject({ state: 'open' });
  });

  it('is not kept for ever', async () => {
    const id = await community();
    await imports().add(sent(id), 5);
    await imports().add(sent(id, { id: 'bbbbbbbb', at: at + 2 }), 5);
    expect(await imports().removeBefore(at + 1)).toBe(1);
    expect((await imports().list(id)).map((one) => one.id)).toEqual(['bbbbbbbb']);
  });

  it('goes with the person who sent the file', async () => {
    const id = await community();
    await imports().add(sent(id), 5);
    await imports().add(sent(id, { id: 'bbbbbbbb', by: olha }), 5);
    await setting.store.people.erase(ivan);
    expect((await imports().list(id)).map((one) => one.id)).toEqual(['bbbbbbbb']);
  });
}
