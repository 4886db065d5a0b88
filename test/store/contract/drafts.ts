import { expect, it } from 'vitest';
import { Gone, Stale, TooMany } from '../../../src/store/failures.ts';
import type { Setting } from '../contract.ts';
import { act, at, draft, group, guild, ivan, olha, updateDraft } from '../things.ts';

export function draftContract(setting: Setting): void {
  const drafts = () => setting.store.drafts;
  const community = async () => (await setting.store.communities.of(guild, at)).id;

  it('keeps a draft as it was typed', async () => {
    const id = await community();
    const typed = { question: '  що ', body: 'line\nline "quoted" \\ 🕊️', empty: '' };
    const added = await drafts().add(draft(id, 'aaaaaaaa', { values: typed, key: '' }), 9);
    expect(added).toEqual({ ...draft(id, 'aaaaaaaa', { values: typed, key: '' }), version: 1 });
    expect(await drafts().get(id, 'aaaaaaaa')).toEqual(added);
  });

  it('is changed by whoever has read its latest version', async () => {
    const id = await community();
    const added = await drafts().add(draft(id, 'aaaaaaaa'), 9);
    const returned = { ...added, state: 'returned', comment: 'Which source?', changedAt: at + 1 } as const;
    const changed = await drafts().change(returned, act(id, { act: 'draft.return' }));
    expect(changed).toEqual({ ...returned, version: 2 });
    expect(await drafts().get(id, 'aaaaaaaa')).toEqual(changed);
    await expect(drafts().change(added, act(id))).rejects.toThrow(Stale);
    await expect(drafts().remove(id, 'aaaaaaaa', added.version, act(id))).rejects.toThrow(Stale);
    expect(await setting.store.audit.list(id, 10)).toHaveLength(1);
    await drafts().remove(id, 'aaaaaaaa', changed.version, act(id));
    await expect(drafts().change(changed)).rejects.toThrow(Gone);
    await expect(drafts().remove(id, 'aaaaaaaa', 1)).rejects.toThrow(Gone);
  });

  it('limits how many one person has in one community', async () => {
    const id = await community();
    await drafts().add(draft(id, 'aaaaaaaa'), 2);
    await drafts().add(draft(id, 'bbbbbbbb'), 2);
    await expect(drafts().add(draft(id, 'cccccccc'), 2)).rejects.toThrow(TooMany);
    await drafts().add(draft(id, 'dddddddd', { author: olha }), 2);
    const other = (await setting.store.communities.of(group, at)).id;
    await drafts().add(draft(other, 'cccccccc'), 2);
    await drafts().remove(id, 'aaaaaaaa', 1);
    await drafts().add(draft(id, 'cccccccc'), 2);
  });

  it('lists them by state, the latest change first', async () => {
    const id = await community();
    await drafts().add(draft(id, 'aaaaaaaa', { state: 'review' }), 9);
    await drafts().add(draft(id, 'bbbbbbbb', { state: 'review', changedAt: at + 2 }), 9);
    await drafts().add(draft(id, 'cccccccc', { changedAt: at + 1 }), 9);
    expect((await drafts().list(id)).map((one) => one.id)).toEqual(['bbbbbbbb', 'cccccccc', 'aaaaaaaa']);
    expect((await drafts().list(id, 'review')).map((one) => one.id)).toEqual(['bbbbbbbb', 'aaaaaaaa']);
  });

  it('shows and changes nothing through another community’s ids', async () => {
    const id = await community();
    const other = (await setting.store.communities.of(group, at)).id;
    const added = await drafts().add(draft(id, 'aaaaaaaa'), 9);
    expect(await drafts().get(other, 'aaaaaaaa')).toBeUndefined();
    expect(await drafts().list(other)).toEqual([]);
    await expect(drafts().change({ ...added, community: other })).rejects.toThrow(Gone);
    await expect(drafts().remove(other, 'aaaaaaaa', 1)).rejects.toThrow(Gone);
    await expect(drafts().add(draft('nowhere', 'bbbbbbbb'), 9)).rejects.toThrow(Gone);
    expect(await drafts().get(id, 'aaaaaaaa')).toEqual(added);
  });

  it('keeps drafts of updates apart from those of entries, but counts them together', async () => {
    const id = await community();
    const { updateDrafts } = setting.store;
    const values = { title: 'Talks', body: '\0' };
    const added = await updateDrafts.add(updateDraft(id, 'aaaaaaaa', { values, key: 'update01', base: 2 }), 9);
    expect(added).toEqual({ ...updateDraft(id, 'aaaaaaaa', { values, key: 'update01', base: 2 }), version: 1 });
    await drafts().add(draft(id, 'bbbbbbbb', { kind: 'position', key: 'ukraine/nato' }), 9);
    expect(await updateDrafts.get(id, 'aaaaaaaa')).toEqual(added);
    expect(await updateDrafts.get(id, 'bbbbbbbb')).toBeUndefined();
    expect(await drafts().get(id, 'aaaaaaaa')).toBeUndefined();
    expect((await updateDrafts.list(id)).map((one) => one.id)).toEqual(['aaaaaaaa']);
    expect((await drafts().list(id, 'editing')).map((one) => one.id)).toEqual(['bbbbbbbb']);
    await expect(updateDrafts.add(updateDraft(id, 'cccccccc'), 2)).rejects.toThrow(TooMany);
    await expect(drafts().remove(id, 'aaaaaaaa', 1)).rejects.toThrow(Gone);
    await expect(updateDrafts.remove(id, 'bbbbbbbb', 1)).rejects.toThrow(Gone);
    const foreign = { ...draft(id, 'aaaaaaaa'), version: 1 };
    await expect(drafts().change(foreign)).rejects.toThrow(Gone);
    const changed = await updateDrafts.change({ ...added, state: 'review' });
    expect(changed).toMatchObject({ version: 2, kind: 'update' });
    await updateDrafts.remove(id, 'aaaaaaaa', 2);
    expect(await updateDrafts.list(id)).toEqual([]);
  });

  it('keeps one dialogue for each person and chat, until it is left alone', async () => {
    const { dialogues } = setting.store;
    const [chat, elsewhere] = [
      { platform: 'telegram', id: '1' },
      { platform: 'telegram', id: '2' },
    ] as const;
    const dialogue = { chat, person: olha.id, state: { field: 2, values: { a: 'б' } }, changedAt: at };
    await dialogues.put({ ...dialogue, state: 'old' });
    await dialogues.put(dialogue);
    await dialogues.put({ ...dialogue, chat: elsewhere, state: null, changedAt: at + 5 });
    expect(await dialogues.get(chat, olha.id)).toEqual(dialogue);
    expect(await dialogues.get(chat, ivan.id)).toBeUndefined();
    await expect(dialogues.put({ ...dialogue, state: 'x'.repeat(64 * 1024) })).rejects.toThrow(RangeError);
    expect(await dialogues.removeBefore(at + 5)).toBe(1);
    expect(await dialogues.get(chat, olha.id)).toBeUndefined();
    expect(await dialogues.get(elsewhere, olha.id)).toMatchObject({ state: null });
    await dialogues.remove(elsewhere, olha.id);
    expect(await dialogues.get(elsewhere, olha.id)).toBeUndefined();
  });

  it('knows of a form in private whoever began or ended it', async () => {
    const { dialogues } = setting.store;
    const { dialogues: others } = await setting.another();
    const inPrivate = (id: string) =>
      ({ chat: { platform: 'telegram', id }, person: id, state: 1, changedAt: at }) as const;
    const isOpen = async (id: string) => (await dialogues.get(inPrivate(id).chat, id)) !== undefined;
    expect(await isOpen('1')).toBe(false);
    await Promise.all([isOpen('1'), dialogues.put(inPrivate('1')), isOpen('1')]);
    expect(await isOpen('1')).toBe(true);
    await others.put(inPrivate('2'));
    await others.remove(inPrivate('1').chat, '1');
    expect([await isOpen('1'), await isOpen('2'), await isOpen('3')]).toEqual([false, true, false]);
    await dialogues.remove(inPrivate('2').chat, '2');
    await dialogues.put(inPrivate('3'));
    expect([await isOpen('1'), await isOpen('2'), await isOpen('3')]).toEqual([false, false, true]);
    await setting.store.people.erase({ platform: 'telegram', id: '3' });
    await others.put({ ...inPrivate('3'), state: 'anew' });
    expect(await dialogues.get(inPrivate('3').chat, '3')).toMatchObject({ state: 'anew' });
  });
}
