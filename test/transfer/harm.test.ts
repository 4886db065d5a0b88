import { describe, expect, it } from 'vitest';
import { guild } from '../editing/newsroom.ts';
import { place, send, sound, zip } from './files.ts';

describe('an import by somebody who means harm', () => {
  it.each([
    ['brackets', `---\naliases: ${'['.repeat(90_000)}\n---\nx`],
    ['dashes', `---\n${'- '.repeat(45_000)}\n---\nx`],
    ['keys', `---\n${'a: {'.repeat(20_000)}\n---\nx`],
    ['front matter', `---\nid: a\nquestion: ${'x '.repeat(20_000)}\n---\nx`],
  ])('is not read where its %s have no end', async (_, text) => {
    const { anna } = await place();
    expect(await send(anna, text, 'a.md')).toContain('longer or more deeply nested than anything');
  });

  it('is read one at a time for a community, which keeps nobody else waiting', async () => {
    const { anna, boris, olena } = await place();
    const said = await Promise.all([anna, boris, olena].map((one) => send(one, zip(sound()))));
    expect(said.map((one) => one.slice(0, 20))).toEqual([
      'Import: entries.zip\n',
      'Another file is bein',
      'Import: entries.zip\n',
    ]);
    expect(await send(boris, zip(sound()))).toContain('New (2)');
  });

  it('finds no more than five of a community waiting', async () => {
    const { moderator, settle, store, community } = await place();
    await settle(guild, { approvals: 1 });
    for (const name of ['a', 'b', 'c', 'd', 'e']) {
      const writer = moderator(name);
      await send(writer, zip(sound()));
      await writer.press('📨 Send for review');
    }
    expect(await send(moderator('f'), zip(sound()))).toContain('5 imports wait in this community, which is the most.');
    expect(await store.imports.list(community)).toHaveLength(5);
  });
});
