import type { Document } from '../../src/core/document.ts';
import { createKnowledge, type Entry, type Knowledge } from '../../src/core/knowledge.ts';

const paragraph = (text: string): Document => [{ kind: 'paragraph', spans: [{ kind: 'text', text }] }];

/** An entry in English, with a question and, if given, aliases and an answer. */
export function entry(
  id: string,
  question: string,
  { aliases = [] as string[], lead = '', language = 'en' } = {},
): Entry {
  const text = { question, aliases, lead: paragraph(lead), detail: [] };
  return {
    id,
    topics: [],
    parties: [],
    related: [],
    revision: 1,
    sources: [],
    asOf: 'undated',
    reviewBy: '2100-01-01',
    text: language === 'en' ? { en: text } : { en: text, [language]: text },
  };
}

export const parties = [
  {
    id: 'russia',
    code: 'ru',
    name: { en: 'Russia', uk: 'Росія', ru: 'Россия' },
    aliases: { en: ['Moscow', 'the Kremlin'], uk: ['Москва', 'Кремль'], ru: ['Москва', 'Кремль'] },
  },
  {
    id: 'united-states',
    code: 'us',
    name: { en: 'United States', uk: 'США', ru: 'США' },
    aliases: { en: ['US', 'Washington', 'White House'], uk: ['Білий дім'], ru: ['Белый дом'] },
  },
];

const described = { emoji: '•', description: { en: '' } };
export const topics = [
  { id: 'nato', code: 'na', name: { en: 'NATO', uk: 'НАТО', ru: 'НАТО' }, aliases: { en: [] }, ...described },
  {
    id: 'security-guarantees',
    code: 'sg',
    name: { en: 'Security guarantees', uk: 'Гарантії безпеки', ru: 'Гарантии безопасности' },
    aliases: { en: ['guarantees'], uk: ['гарантії'], ru: ['гарантии'] },
    ...described,
  },
];

export const knowledgeOf = (entries: Entry[]): Knowledge =>
  createKnowledge({ parties, topics, sources: [], entries, positions: [], plans: [] });

/** Twelve questions of different subjects, enough for words to be rare or common. */
export const someEntries: Entry[] = [
  entry('reparations', 'Does Ukraine demand reparations?', {
    aliases: ['war damage'],
    lead: 'Who pays for the ruins.',
  }),
  entry('sanctions', 'How do sanctions affect the talks?', { aliases: ['economic pressure'] }),
  entry('minsk', 'Why do the Minsk Agreements matter?', { aliases: ['Minsk accords'] }),
  entry('nato', 'Can Ukraine join NATO while it is at war?', { aliases: ['NATO membership'] }),
  entry('borders', 'Why does Ukraine insist on its 1991 borders?'),
  entry('ceasefire', 'Is a ceasefire likely soon?', { aliases: ['truce'] }),
  entry('guarantees', 'What security guarantees does Ukraine want?'),
  entry('strikes', 'How do missile strikes affect diplomacy?'),
  entry('neutrality', 'Does Russia demand that Ukraine stay neutral?'),
  entry('freeze', 'What would freezing the front lines mean?'),
  entry('reading', 'What can I read about the background?', { aliases: ['book recommendation'] }),
  entry('prisoners', 'How many prisoners were exchanged?'),
];
