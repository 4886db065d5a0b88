import { describe, expect, it } from 'vitest';
import { guild, nextTalks, type Writer } from '../editing/newsroom.ts';
import { entryFile, firstCall, place, send, sound, zip } from './files.ts';

describe('an import that is applied', () => {
  it('is refused where somebody has changed one of its texts, and can be looked at again', async () => {
    const { anna, boris, items } = await place();
    await send(anna, zip(sound()));
    await anna.press('✅ Import all of it');
    const changed = { ...sound(), 'faq/who-talks.md': entryFile('who-talks', 'Who talks?', { body: 'Others.' }) };
    await send(anna, zip({ ...changed, 'faq/new.md': entryFile('new', 'New?') }));
    const apply = firstCall(anna);
    await boris.say('/entry edit who-talks');
    await boris.fillIn({ answer: 'Somebody.' });
    await boris.press('✅ Publish');

    const said = await anna.send(apply);
    expect(said).toContain('Nothing was imported: somebody else has changed these texts meanwhile.\nWho talks?');
    expect(await items()).toHaveLength(3);
    expect(anna.labels).toEqual(['🔍 Look again', '🗑 Discard']);
    expect(await anna.press('🔍 Look again')).toContain('Changed (1)\nWho talks? — ');
    expect(await anna.send(apply)).toContain('There is no such import here any more');
    await anna.say('/review');
    await anna.send(apply);
    expect(await items()).toHaveLength(3);
  });

  it('is not needed any more where somebody else has written the same', async () => {
    const { anna, boris, store, community } = await place();
    await send(anna, zip(sound()));
    const call = firstCall(anna);
    await send(boris, zip(sound()));
    await boris.press('✅ Import all of it');
    await anna.send(call);
    expect(await anna.press('🔍 Look again')).toContain('Nothing would change: all 3 texts');
    expect(await store.imports.list(community)).toEqual([]);
  });

  it('is done once, however often the button is pressed', async () => {
    const { anna, items, store, community } = await place();
    await send(anna, zip(sound()));
    const call = firstCall(anna);
    const [first, second] = [anna, anna].map((one) => one.send(call));
    expect([await first, await second].filter((said) => said?.startsWith('Imported.'))).toHaveLength(1);
    expect(await anna.send(call)).toContain('There is no such import here any more');
    expect((await items()).every(({ revision }) => revision === 1)).toBe(true);
    expect(await store.audit.list(community, 9)).toHaveLength(1);
  });

  it('is refused where a name has gone to another entry meanwhile', async () => {
    const { anna, boris, items } = await place();
    await send(anna, zip(sound()));
    const call = firstCall(anna);
    await boris.say('/entry add');
    await boris.fillIn({ ...nextTalks, question: 'Anything else?', aliases: 'Who talks' });
    await boris.press('✅ Publish');
    expect(await anna.send(call)).toContain(
      'who-talks — Question (English): “Who talks?” already leads to “Who talks”',
    );
    expect(anna.labels).toEqual(['🗑 Discard']);
    expect(await items()).toHaveLength(1);
  });

  it('is gone after a week, and when it is discarded', async () => {
    const { anna, clock, items } = await place();
    await send(anna, zip(sound()));
    const call = firstCall(anna);
    expect(await anna.press('🗑 Discard')).toBe('The import is discarded. Nothing was changed.');
    expect(await anna.send(call)).toContain('There is no such import here any more');
    await send(anna, zip(sound()));
    clock.now += 7 * 86_400_000 + 1;
    expect(await anna.press('✅ Import all of it')).toContain('There is no such import here any more');
    expect(await items()).toEqual([]);
  });
});

describe('an import where another moderator has to agree', () => {
  async function waiting() {
    const room = await place();
    await room.settle(guild, { approvals: 1, logChat: { platform: 'discord', id: 'log' } });
    await send(room.anna, zip(sound()));
    const id = (await room.store.imports.list(room.community))[0]?.id ?? '';
    const act = (writer: Writer, name?: string) =>
      writer.send({ command: 'imported', args: { id, ...(name && { act: name }) } });
    return { ...room, id, act };
  }

  it('is done by them, and whoever sent the file is told', async () => {
    const { anna, boris, act, items, told, posted, store, community, transfer, caller } = await waiting();
    expect(anna.labels.slice(-2)).toEqual(['📨 Send for review', '🗑 Discard']);
    expect(await act(boris)).toContain('There is no such import here any more');
    expect(await transfer.waiting(await caller('boris'))).toEqual([]);
    expect(await anna.press('📨 Send for review')).toContain('This waits for another moderator.');
    expect(await transfer.waiting(await caller('boris'))).toMatchObject([
      { file: 'entries.zip', isMine: false, count: 3 },
    ]);
    expect(await boris.say('/review')).toContain('entries.zip');
    expect(await act(boris)).toContain('Sent by Anna');
    expect(boris.labels.slice(-2)).toEqual(['✅ Approve and import', '✖ Reject']);
    expect(await boris.press('✅ Approve and import')).toContain('2 new texts\n1 changed text');
    expect(await items()).toHaveLength(3);
    expect(told.map(({ person, text }) => [person.id, text])).toEqual([
      ['anna', 'Your import “entries.zip” was approved and imported in Peace talk.'],
    ]);
    expect(posted.map(({ text }) => text)).toEqual([
      expect.stringContaining('Anna — sent the import “entries.zip” for review (texts: 3)'),
      expect.stringContaining('Boris — imported “entries.zip” (new: 2, changed: 1, author: Anna)'),
    ]);
    const [revision] = await store.entries.revisions(community, { kind: 'entry', key: 'who-talks' });
    expect(revision).toMatchObject({ author: { id: 'anna' }, approvedBy: { id: 'boris' } });
  });

  it('is never one’s own, whatever the client sends', async () => {
    const { anna, act, items } = await waiting();
    expect(await act(anna, 'apply')).toContain('another moderator has to agree');
    await act(anna, 'submit');
    expect(await act(anna, 'apply')).toBe('That is your own import: another moderator has to decide on it.');
    await act(anna, 'again');
    expect(anna.labels.slice(-1)).toEqual(['🗑 Discard']);
    expect(await items()).toEqual([]);
  });

  it('is rejected with a word to whoever sent the file', async () => {
    const { anna, boris, act, items, told, store, community } = await waiting();
    await anna.press('📨 Send for review');
    await act(boris);
    expect(await boris.press('✖ Reject')).toContain('The author has been told.');
    expect(told[0]?.text).toContain('Your import “entries.zip” for Peace talk was rejected.');
    expect(await act(anna, 'apply')).toContain('There is no such import here any more');
    expect(await items()).toEqual([]);
    expect((await store.audit.list(community, 9)).map((one) => one.act)).toEqual([
      'import.reject',
      'import.submit',
      'settings.change',
    ]);
  });

  it('stays its sender’s, also when a reviewer compares it again', async () => {
    const { anna, boris, act, store, community } = await waiting();
    await anna.press('📨 Send for review');
    await act(boris, 'again');
    expect(await store.imports.list(community)).toMatchObject([{ by: { id: 'anna' }, state: 'review' }]);
    expect(boris.labels).toContain('✅ Approve and import');
  });

  it('is not seen, used or removed from another community, nor by members', async () => {
    const { anna, olena, mia, act, id, store, community } = await waiting();
    await anna.press('📨 Send for review');
    for (const name of [undefined, 'apply', 'submit', 'again', 'discard']) {
      expect(await act(olena, name)).toContain('There is no such import here any more');
      expect(await act(mia, name)).toContain('moderators');
    }
    expect(await olena.send({ command: 'imported', args: { id, item: '1' } })).toContain('no such import');
    expect(await send(mia, zip(sound()))).toContain('moderators');
    expect(await mia.say('/entry export')).toContain('moderators');
    expect(await store.imports.list(community)).toHaveLength(1);
  });
});
