import { describe, expect, it } from 'vitest';
import { createKnowledge } from '../../src/core/knowledge.ts';
import { type OverlaidItem, overlay } from '../../src/core/overlay.ts';
import {
  type EntryWriting,
  entryOf,
  type PositionWriting,
  writingOfEntry,
  writingOfPosition,
} from '../../src/core/writing.ts';
import { smallKnowledge } from '../builders/knowledge.ts';

const shared = createKnowledge(smallKnowledge());
const entry = (id: string): EntryWriting => {
  const found = shared.entry(id);
  if (!found) throw new Error(id);
  return writingOfEntry(found);
};
const live = (key: string, writing: OverlaidItem['writing'], kind: OverlaidItem['kind'] = 'entry'): OverlaidItem => ({
  kind,
  key,
  state: 'live',
  writing,
});
const cite = { ...smallKnowledge().sources[0], id: 'own-source', title: 'Our own' } as EntryWriting['cites'][number];

describe('a community’s texts over the shared ones', () => {
  it('are the same as the shared ones where they say the same', () => {
    for (const one of shared.entries) expect(entryOf(one.id, writingOfEntry(one))).toEqual(one);
  });

  it('take the place of those of the same key, in the same order, with their sources', () => {
    const own = { ...entry('nato-membership'), sources: ['own-source'], cites: [cite] };
    const { knowledge, own: laid, hidden } = overlay(shared, [live('nato-membership', own), live('of-our-own', own)]);
    expect(knowledge.entries.map(({ id }) => id)).toEqual([
      'nato-membership',
      'land-for-peace',
      'border-history',
      'of-our-own',
    ]);
    expect(laid.map(({ id }) => id)).toEqual(['nato-membership', 'of-our-own']);
    expect(knowledge.entry('nato-membership')?.sources).toEqual(['own-source']);
    expect(knowledge.source('own-source')?.title).toBe('Our own');
    expect(hidden).toEqual(new Set());
    expect(shared.source('own-source')).toBeUndefined();
  });

  it('never change a shared source', () => {
    const own = { ...entry('nato-membership'), cites: [{ ...cite, id: 'lavrov-speech', title: 'Forged' }] };
    expect(overlay(shared, [live('nato-membership', own)]).knowledge.source('lavrov-speech')?.title).toBe(
      'Remarks to the press',
    );
  });

  it('disappear when they are retired, with the shared one beneath', () => {
    const { knowledge, hidden, own } = overlay(shared, [
      { kind: 'entry', key: 'land-for-peace', state: 'retired', writing: undefined },
      { kind: 'entry', key: 'border-history', state: 'retired', writing: entry('border-history') },
      { kind: 'position', key: 'russia/nato', state: 'retired', writing: undefined },
    ]);
    expect(knowledge.entries.map(({ id }) => id)).toEqual(['nato-membership']);
    expect(knowledge.entryNamed('land for peace')).toBeUndefined();
    expect(knowledge.position('russia', 'nato')).toBeUndefined();
    expect(hidden).toEqual(new Set(['land-for-peace', 'border-history']));
    expect(own).toEqual([]);
  });

  it('show the shared one again where nothing is said of their own', () => {
    expect(overlay(shared, [live('land-for-peace', undefined)]).knowledge.entries).toEqual(shared.entries);
  });

  it('go on without topics and parties that no longer exist', () => {
    const own = { ...entry('nato-membership'), topics: ['gone', 'nato'], parties: ['russia', 'gone'] };
    const position = shared.position('russia', 'nato');
    const gone = position && writingOfPosition(position);
    const { knowledge } = overlay(shared, [
      live('nato-membership', own),
      live('gone/nato', gone as PositionWriting, 'position'),
      live('russia/gone', gone as PositionWriting, 'position'),
    ]);
    expect(knowledge.entry('nato-membership')).toMatchObject({ topics: ['nato'], parties: ['russia'] });
    expect(knowledge.positions).toHaveLength(shared.positions.length);
  });

  it('leave out translations that follow an older original', () => {
    const own = entry('nato-membership');
    const { en, uk } = own.text;
    if (!en || !uk) throw new Error('It is in two languages.');
    const changed = { ...own, text: { en: { ...en, follows: 2 }, uk } };
    const { knowledge } = overlay(shared, [live('nato-membership', changed)]);
    expect(Object.keys(knowledge.entry('nato-membership')?.text ?? {})).toEqual(['en']);
    expect(knowledge.entry('nato-membership')?.revision).toBe(2);
  });
});
