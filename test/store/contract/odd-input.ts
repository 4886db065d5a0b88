import { expect, it } from 'vitest';
import type { Setting } from '../contract.ts';
import { act, at, change, draft, entryWriting, guild, ivan } from '../things.ts';

const odd = 'a\0b \ud83d c 🕊️ 𝒫 \u202e é\u0301';

export function oddInputContract(setting: Setting): void {
  const community = async () => (await setting.store.communities.of(guild, at)).id;

  it('keeps what was typed into forms and texts to the last sign', async () => {
    const id = await community();
    const { drafts, entries } = setting.store;
    await drafts.add(draft(id, 'aaaaaaaa', { values: { body: odd, [odd]: '' } }), 9);
    expect((await drafts.get(id, 'aaaaaaaa'))?.values).toEqual({ body: odd, [odd]: '' });
    await entries.change([change(id, 'odd', { writing: entryWriting(odd) })], []);
    expect((await entries.item(id, { kind: 'entry', key: 'odd' }))?.writing).toEqual(entryWriting(odd));
  });

  it('leaves out of plain columns what PostgreSQL can’t hold', async () => {
    const { id, name } = await setting.store.communities.of({ ...guild, title: odd }, at);
    expect(name).toBe('ab \ufffd c 🕊️ 𝒫 \u202e é\u0301');
    await setting.store.audit.add(act(id, { subject: odd, by: { ...ivan, name: odd }, detail: { odd } }));
    expect(await setting.store.audit.list(id, 1)).toMatchObject([{ subject: name, by: { name }, detail: { odd } }]);
  });

  it('finds by an odd name what it keeps under one', async () => {
    const id = await community();
    await setting.store.entries.change([change(id, 'one', { names: ['tru\0ce'] })], []);
    const taken = setting.store.entries.change([change(id, 'two', { names: ['truce'] })], []);
    await expect(taken).rejects.toMatchObject({ name: 'NameTaken', by: 'one' });
    const twice = change(id, 'three', { names: ['a\0', 'a', '\0a'] });
    await setting.store.entries.change([twice], []);
  });

  it('tells very long names and questions apart', async () => {
    const id = await community();
    const long = Array.from({ length: 3000 }, (_, i) => String.fromCodePoint(0x4e00 + ((i * 7919) % 20_000))).join('');
    await setting.store.entries.change([change(id, 'one', { names: [`${long}1`] })], []);
    await setting.store.entries.change([change(id, 'two', { names: [`${long}2`] })], []);
    const taken = setting.store.entries.change([change(id, 'three', { names: [`${long}1`] })], []);
    await expect(taken).rejects.toMatchObject({ taken: `${long}1`, by: 'one' });
    const gap = { community: id, language: 'uk', outcome: 'none', nearest: '' } as const;
    for (const end of ['1', '2', '1']) {
      await setting.store.gaps.add({ ...gap, folded: long + end, question: long + end }, '2026-11-20', 9);
    }
    expect((await setting.store.gaps.list(id)).map(({ folded, count }) => [folded.at(-1), count])).toEqual([
      ['1', 2],
      ['2', 1],
    ]);
    await setting.store.gaps.remove(id, [`${long}1`], act(id));
    expect(await setting.store.gaps.list(id)).toHaveLength(1);
  });

  it('keeps a text of a megabyte', async () => {
    const id = await community();
    const body = 'Переговори 🕊️ '.repeat(70_000);
    await setting.store.drafts.add(draft(id, 'aaaaaaaa', { values: { body } }), 9);
    expect((await setting.store.drafts.get(id, 'aaaaaaaa'))?.values.body).toBe(body);
  });

  it('takes SQL for what it is: a text', async () => {
    const id = await community();
    const sql = `'); drop table drafts; --`;
    expect(await setting.store.drafts.get(id, sql)).toBeUndefined();
    await setting.store.drafts.add(draft(id, 'aaaaaaaa', { reason: sql }), 9);
    expect((await setting.store.drafts.get(id, 'aaaaaaaa'))?.reason).toBe(sql);
  });
}
