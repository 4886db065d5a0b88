import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { place, received, send, written } from './files.ts';

describe('what a community exports', () => {
  it.each(['zip', 'json'])('comes into another community as it was, as %s', async (format) => {
    const { anna, olena, items, community, other } = await written();
    expect(await anna.say(`/entry export ${format}`)).toContain('3 texts of Peace talk');
    expect(anna.answer.confidential).toBe(true);
    const file = received(anna);
    expect(file.name).toBe(`parley-peace-talk-2026-03-01.${format}`);

    const said = await send(olena, file.bytes, file.name);
    expect(said).toContain('New (1)\nWhen are the next talks?');
    expect(said).toContain('Changed (2)\nCan Ukraine join NATO during the war? — Answer');
    expect(await olena.press('✅ Import all of it')).toBe(
      'Imported. Members find it now:\n1 new text\n2 changed texts',
    );
    const writings = async (id: string) => (await items(id)).map(({ kind, key, writing }) => ({ kind, key, writing }));
    expect(await writings(other)).toEqual(await writings(community));
    expect((await writings(other)).length).toBe(3);

    await olena.say(`/entry export ${format}`);
    const [before, after] = [file, received(olena)].map(({ bytes }) => bytes);
    expect(after).toEqual(before);
    expect(await send(olena, file.bytes)).toBe(
      'Nothing would change: all 3 texts in this file are here already, word for word.',
    );
    expect(await olena.say('/faq when are the next talks')).toContain('Istanbul');
  });

  it.each(['zip', 'json'])(
    'with all that it sees changes nothing where it is imported again, as %s',
    async (format) => {
      const { anna, olena } = await written();
      expect(await anna.say(`/entry export ${format} all`)).toContain('9 texts');
      const { bytes } = received(anna);
      expect(await send(anna, bytes)).toContain('all 9 texts in this file are here already');
      expect(await send(olena, bytes)).toContain('6 texts of the file are here already, word for word.');
    },
  );

  it('tells its sources, those that all share too where all is exported', async () => {
    const { anna } = await written();
    await anna.say('/entry export');
    expect(strFromU8(unzipSync(received(anna).bytes)['sources.yaml'] as Uint8Array)).not.toContain('lavrov-speech');
    await anna.say('/entry export zip all');
    const all = unzipSync(received(anna).bytes);
    expect(strFromU8(all['sources.yaml'] as Uint8Array)).toContain('id: lavrov-speech');
    expect(Object.keys(all)).toContain('faq/when-are-the-next-talks.uk.md');
  });

  it('says where there is nothing of its own, and offers all', async () => {
    const { anna } = await place();
    expect(await anna.say('/entry export')).toBe('Peace talk has no texts of its own yet.');
    expect(await anna.press('Export all that it sees')).toContain('8 texts');
  });
});
