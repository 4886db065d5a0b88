import type { Catalogue, Finder, Hit, Mentions } from '../../src/core/catalogue.ts';
import type { Document } from '../../src/core/document.ts';
import { fold } from '../../src/core/fold.ts';
import { createKnowledge, entryNames, type Knowledge, type Named, type Records } from '../../src/core/knowledge.ts';
import { localized } from '../../src/core/language.ts';
import { parseMarkdown } from '../../src/core/markdown.ts';

/** Markdown as the document that it stands for. */
export const md = (source: string): Document => parseMarkdown(source).document;

const sourced = { revision: 1, sources: ['lavrov-speech'], asOf: '2025-02-20', reviewBy: '2099-01-01' };

/**
 * A little of everything: three parties of which one has no position on territory, an entry in two languages, one
 * past its review date, one that rests on an undated source without a link, and a plan that is silent on NATO.
 */
export function smallKnowledge(): Records {
  return {
    parties: [
      {
        id: 'russia',
        code: 'ru',
        name: { en: 'Russia', uk: 'Росія', ru: 'Россия' },
        aliases: { en: ['Moscow', 'the Kremlin'] },
      },
      { id: 'ukraine', code: 'ua', name: { en: 'Ukraine', uk: 'Україна', ru: 'Украина' }, aliases: { en: ['Kyiv'] } },
      {
        id: 'united-states',
        code: 'us',
        name: { en: 'United States', uk: 'США', ru: 'США' },
        aliases: { en: ['USA'] },
      },
    ],
    topics: [
      {
        id: 'nato',
        code: 'na',
        emoji: '🧭',
        name: { en: 'NATO', uk: 'НАТО', ru: 'НАТО' },
        aliases: { en: ['the Alliance'] },
        description: { en: 'Membership and neutrality', uk: 'Членство і нейтралітет' },
      },
      {
        id: 'territory',
        code: 'te',
        emoji: '🗺️',
        name: { en: 'Territory', uk: 'Території', ru: 'Территории' },
        aliases: { en: ['land', 'borders'] },
        description: { en: 'Borders and front lines', uk: 'Кордони та лінія фронту' },
      },
    ],
    sources: [
      {
        id: 'lavrov-speech',
        title: 'Remarks to the press',
        publisher: 'Foreign Ministry',
        author: 'Sergey Lavrov',
        kind: 'official',
        url: 'https://example.org/remarks',
        published: '2025-02-18',
        collected: '2025-03-01',
      },
      {
        id: 'old-leaflet',
        title: 'A leaflet',
        publisher: 'unknown',
        author: 'unknown',
        kind: 'book',
        published: 'undated',
        collected: '2025-03-01',
        note: 'Seen as a photocopy.',
      },
    ],
    entries: [
      {
        ...sourced,
        id: 'nato-membership',
        topics: ['nato'],
        parties: ['russia', 'ukraine', 'united-states'],
        related: ['land-for-peace'],
        text: {
          en: {
            question: 'Can Ukraine join NATO during the war?',
            aliases: ['NATO accession'],
            lead: md('**Hardly.** The allies have not agreed on it.'),
            detail: md('Russia insists on neutrality.\n\n> No foreign troops.'),
          },
          uk: {
            question: 'Чи може Україна вступити до НАТО під час війни?',
            aliases: ['вступ до НАТО'],
            lead: md('**Навряд чи.** Союзники не дійшли згоди.'),
            detail: md('Росія наполягає на нейтралітеті.'),
          },
        },
      },
      {
        ...sourced,
        id: 'land-for-peace',
        reviewBy: '2025-03-01',
        topics: ['territory'],
        parties: ['ukraine'],
        related: ['nato-membership'],
        text: {
          en: {
            question: 'Would Ukraine give up land for peace?',
            aliases: ['land for peace'],
            lead: md('Its government says that it would not.'),
            detail: [],
          },
        },
      },
      {
        ...sourced,
        id: 'border-history',
        sources: ['old-leaflet'],
        asOf: 'undated',
        topics: ['territory'],
        parties: [],
        related: [],
        text: {
          en: {
            question: 'What are the borders of 1991?',
            aliases: [],
            lead: md('Those of independence.'),
            detail: [],
          },
        },
      },
    ],
    positions: [
      position('russia', 'nato', 'Demands neutrality'),
      position('ukraine', 'nato', 'Wants to join'),
      position('united-states', 'nato', 'Does not see it as realistic'),
      position('russia', 'territory', 'Claims four annexed regions'),
      position('ukraine', 'territory', 'Insists on the borders of 1991'),
    ],
    plans: [
      {
        ...sourced,
        id: 'ten-points',
        text: {
          en: {
            name: 'Ten-point plan',
            aliases: ['peace formula'],
            summary: md('Ukraine proposes ten steps.'),
            terms: new Map([['territory', md('Russian troops leave.')]]),
            backedBy: [{ party: 'ukraine', why: 'it is its own proposal' }],
            rejectedBy: [{ party: 'russia', why: 'it calls it an ultimatum' }],
          },
        },
      },
    ],
  };
}

function position(party: string, topic: string, stance: string): Records['positions'][number] {
  const text = {
    stance,
    wants: md(`It says: ${stance.toLowerCase()}.`),
    reasons: md('For its security.'),
    redLines: [],
  };
  return { ...sourced, party, topic, text: { en: text } };
}

/** The small knowledge, or the records handed in, with a finder that counts words in common. */
export function smallCatalogue(records: Records = smallKnowledge()): Catalogue {
  const knowledge = createKnowledge(records);
  return { knowledge, finder: wordFinder(knowledge) };
}

/** The same, with one answer that takes several pages anywhere: “NATO accession”. */
export function longCatalogue(): Catalogue {
  const records = smallKnowledge();
  const text = records.entries[0]?.text.en;
  const part = (_: unknown, i: number) => `Part ${i + 1}. ${'So it goes on. '.repeat(20)}`;
  if (text) text.detail = md(Array.from({ length: 30 }, part).join('\n\n'));
  return smallCatalogue(records);
}

/** Sure when most of the question's longer words are an entry's, unsure when some are. */
function wordFinder(knowledge: Knowledge): Finder {
  const words = new Map(knowledge.entries.map((entry) => [entry.id, new Set(entryNames(entry).flatMap(longWords))]));
  return {
    find(question, _language, limit = 3) {
      const asked = longWords(question);
      const mentions = mentionsIn(question, knowledge);
      const [best, ...others] = knowledge.entries
        .map(({ id }): Hit => ({ id, score: overlap(asked, words.get(id)) }))
        .filter((hit) => hit.score > 0)
        .sort((a, b) => b.score - a.score);
      if (best && best.score > 0.6)
        return { outcome: 'answer', answer: best, alternatives: others.slice(0, limit), mentions };
      const alternatives = best ? [best, ...others].slice(0, limit) : [];
      return { outcome: best && best.score > 0.3 ? 'unsure' : 'none', answer: null, alternatives, mentions };
    },
    complete: (typed, language, limit) =>
      knowledge.entries
        .filter((entry) => fold(localized(entry.text, language).value.question).includes(fold(typed)))
        .slice(0, limit)
        .map(({ id }) => ({ id, score: 1 })),
  };
}

function mentionsIn(question: string, { parties, topics }: Knowledge): Mentions {
  const asked = fold(question);
  const named = (all: readonly Named[]) =>
    all
      .filter(({ name, aliases }) => [name.en, ...aliases.en].some((one) => asked.includes(fold(one))))
      .map(({ id }) => id);
  return { parties: named(parties), topics: named(topics), asksForPosition: /\b(says?|wants?)\b/u.test(asked) };
}

const longWords = (text: string): string[] =>
  fold(text)
    .split(' ')
    .filter((word) => word.length > 3);

/** The share of the words asked that are the entry's own. */
const overlap = (asked: string[], own: Set<string> | undefined): number =>
  asked.length === 0 ? 0 : asked.filter((word) => own?.has(word)).length / asked.length;
