import { describe, expect, it } from 'vitest';
import { createFinder } from '../../src/search/finder.ts';
import { knowledgeOf, someEntries } from './entries.ts';

const finder = createFinder(knowledgeOf(someEntries));

describe('a question names whom and what it asks about', () => {
  it.each([
    ['what does Moscow say about NATO', ['russia'], ['nato'], true],
    ['позиція США щодо гарантій', ['united-states'], ['security-guarantees'], true],
    ['чего требует Кремль?', ['russia'], [], true],
    [
      'Washington and Moscow on security guarantees: their positions',
      ['united-states', 'russia'],
      ['security-guarantees'],
      true,
    ],
    ['що каже Білий дім', ['united-states'], [], true],
    ['is NATO growing', [], ['nato'], false],
    ['good morning', [], [], false],
  ])('%s', (question, parties, topics, asksForPosition) => {
    expect(finder.find(question, 'en').mentions).toEqual({ parties, topics, asksForPosition });
  });
});
