import { describe, expect, it } from 'vitest';
import { type Finder, type Finding, type Hit, nothingMentioned } from '../../src/core/catalogue.ts';
import { findEntry } from '../../src/core/find-entry.ts';
import { smallCatalogue } from '../builders/knowledge.ts';

const nothingFound: Finding = { outcome: 'none', answer: null, alternatives: [], mentions: nothingMentioned };

describe('the entry that answers a question', () => {
  it.each(['nato-membership', 'Can Ukraine join NATO during the war?', 'nato  ACCESSION', 'вступ до НАТО'])(
    'is the one that is called “%s”, whatever the search says',
    (name) => {
      const deaf: Finder = { find: () => nothingFound, complete: () => [] };
      expect(findEntry({ ...smallCatalogue(), finder: deaf }, name, 'ru')).toEqual({
        outcome: 'answer',
        answer: { id: 'nato-membership', score: 1 },
        alternatives: [],
        mentions: nothingMentioned,
      });
    },
  );

  it('is else what the search finds', () => {
    const catalogue = smallCatalogue();
    const question = 'would ukraine swap land';
    expect(findEntry(catalogue, question, 'en')).toEqual(catalogue.finder.find(question, 'en'));
  });

  it('comes with what the search would have said instead, and never beside itself', () => {
    const other = [
      { id: 'land-for-peace', score: 0.9 },
      { id: 'nato-membership', score: 0.4 },
      { id: 'border-history', score: 0.1 },
    ];
    const [answer, ...alternatives] = other;
    const finder = {
      find: () => ({ ...nothingFound, outcome: 'answer', answer: answer as Hit, alternatives }) as const,
      complete: () => [],
    };
    const found = findEntry({ ...smallCatalogue(), finder }, 'NATO accession', 'en');
    expect(found.alternatives.map(({ id }) => id)).toEqual(['land-for-peace', 'border-history']);
  });
});
