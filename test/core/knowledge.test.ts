import { describe, expect, it } from 'vitest';
import { paragraph } from '../../src/core/document.ts';
import { createKnowledge, type Entry, entryNames, type Records } from '../../src/core/knowledge.ts';

const sourced = { revision: 1, sources: ['speech'], asOf: 'undated', reviewBy: '2027-01-31' };

function entry(id: string, question: string, aliases: string[], russian?: string): Entry {
  const text = (asked: string) => ({ question: asked, aliases, lead: [paragraph('Yes.')], detail: [] });
  return {
    id,
    topics: [],
    parties: [],
    related: [],
    ...sourced,
    text: { en: text(question), ...(russian === undefined ? {} : { ru: { ...text(russian), aliases: [] } }) },
  };
}

const records: Records = {
  parties: [{ id: 'russia', code: 'ru', name: { en: 'Russia' }, aliases: { en: [] } }],
  topics: [
    {
      id: 'nato',
      code: 'na',
      name: { en: 'NATO' },
      aliases: { en: [] },
      emoji: '🧭',
      description: { en: 'Membership' },
    },
  ],
  sources: [],
  entries: [
    entry('peace-plan', 'Is there a plan?', ['The Peace Plan of 2025'], 'Есть ли мирный план?'),
    entry('minsk', 'What was Minsk?', ['Minsk II']),
  ],
  positions: [
    {
      party: 'russia',
      topic: 'nato',
      ...sourced,
      text: { en: { stance: 'No', wants: [], reasons: [], redLines: [] } },
    },
  ],
  plans: [],
};

describe('the knowledge', () => {
  const knowledge = createKnowledge(records);

  it('finds things by id', () => {
    expect(knowledge.party('russia')?.code).toBe('ru');
    expect(knowledge.topic('nato')?.emoji).toBe('🧭');
    expect(knowledge.entry('minsk')?.text.en?.question).toBe('What was Minsk?');
    expect(knowledge.position('russia', 'nato')?.text.en?.stance).toBe('No');
  });

  it('has nothing for ids that there are not', () => {
    for (const id of ['', 'Minsk', 'constructor', '__proto__']) {
      expect(knowledge.party(id) ?? knowledge.topic(id) ?? knowledge.source(id)).toBeUndefined();
      expect(knowledge.entry(id) ?? knowledge.plan(id) ?? knowledge.position(id, id)).toBeUndefined();
    }
  });

  it.each(['peace-plan', 'Peace plan', 'is there a plan', 'the PEACE plan of 2025!', 'есть ли мирный план'])(
    'finds an entry by the name %j, in any language and spelling',
    (name) => {
      expect(knowledge.entryNamed(name)?.id).toBe('peace-plan');
    },
  );

  it.each(['', '???', 'plan', 'Minsk I'])('takes %j for no name at all', (name) => {
    expect(knowledge.entryNamed(name)).toBeUndefined();
  });

  it('knows every name of an entry', () => {
    expect(entryNames(records.entries[0] as Entry)).toEqual([
      'peace-plan',
      'Is there a plan?',
      'The Peace Plan of 2025',
      'Есть ли мирный план?',
    ]);
  });
});
