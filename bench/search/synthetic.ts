import type { Document } from '../../src/core/document.ts';
import type { Entry } from '../../src/core/knowledge.ts';
import { type Language, languages } from '../../src/core/language.ts';
import { bareEntry } from './bare-entry.ts';

/** Made-up entries and questions to them, the same every time; how often words occur follows Zipf's law. */
export interface Synthetic {
  entries: Entry[];
  questions: { text: string; language: Language }[];
}

interface Sounds {
  onsets: string[];
  vowels: string[];
  endings: string[];
}

const list = (text: string): string[] => text.split(' ');

const sounds: Record<Language, Sounds> = {
  en: {
    onsets: list('b c d f g h l m n p r s t v w st tr pl gr cl br'),
    vowels: list('a e i o u ea ou'),
    endings: list('t n s r ng ts ns nd tion ment ing ed er ly'),
  },
  uk: {
    onsets: list('б в г д з к л м н п р с т ч ст пр тр кр зв вл'),
    vowels: list('а е и і о у я ї'),
    endings: list('ння ти ів ами ого ому ість а и у ою ський ська'),
  },
  ru: {
    onsets: list('б в г д з к л м н п р с т ч ст пр тр кр зв вл'),
    vowels: list('а е и о у я ы'),
    endings: list('ние ть ов ами ого ому ость а ы у ой ский ская'),
  },
};

/** How many different word roots a language has; each is written with one of its endings. */
const roots = 6_000;
/** How many of the language's endings one root takes. */
const endingsOfRoot = 4;
/** Words in each part of an entry: 95 in all. */
const lengths = { question: 9, alias: 4, lead: 30, detail: 48 };
const wordsInQuestion = 7;
const sentenceLength = 12;

export function synthetic(entries: number, questions: number): Synthetic {
  const draw = numbers(entries);
  const below = (limit: number) => Math.floor(draw() * limit);
  const root = (language: Language, rank: number): string => {
    const { onsets, vowels } = sounds[language];
    let made = '';
    for (let left = rank + 1; left > 0; left = Math.floor(left / (onsets.length * vowels.length))) {
      const syllable = (left * 7919) % (onsets.length * vowels.length);
      made += (onsets[syllable % onsets.length] as string) + vowels[Math.floor(syllable / onsets.length)];
    }
    return made;
  };
  const inflected = (language: Language, rank: number): string => {
    const { endings } = sounds[language];
    return root(language, rank) + endings[(rank * 3 + below(endingsOfRoot)) % endings.length];
  };
  // The rank of a word drawn by Zipf's law is spread evenly on a logarithmic scale.
  const ranks = (count: number) => Array.from({ length: count }, () => Math.floor(roots ** draw()) - 1);
  const written = (language: Language, all: readonly number[]) =>
    all.map((rank, at) => inflected(language, rank) + ((at + 1) % sentenceLength === 0 ? '.' : '')).join(' ');

  const asked: Synthetic['questions'] = [];
  const made = Array.from({ length: entries }, (_, at): Entry => {
    const language = languages[at % languages.length] as Language;
    const question = ranks(lengths.question);
    const lead = ranks(lengths.lead);
    const text = {
      question: `${written(language, question)}?`,
      aliases: [written(language, ranks(lengths.alias)), written(language, ranks(lengths.alias))],
      lead: paragraph(written(language, lead)),
      detail: paragraph(written(language, ranks(lengths.detail))),
    };
    if (asked.length < questions && (draw() < (2 * questions) / entries || entries - at <= questions - asked.length)) {
      const words = [...question.slice(2), ...lead].slice(0, wordsInQuestion).map((rank) => inflected(language, rank));
      asked.push({ text: at % 10 === 0 ? misspelt(words.join(' ')) : words.join(' '), language });
    }
    return bareEntry(`entry-${at}`, { en: text });
  });
  return { entries: made, questions: asked };
}

/** Two letters of the middle change places. */
function misspelt(text: string): string {
  const at = Math.floor(text.length / 2);
  return text.slice(0, at) + text[at + 1] + text[at] + text.slice(at + 2);
}

const paragraph = (text: string): Document => [{ kind: 'paragraph', spans: [{ kind: 'text', text }] }];

/** Numbers in [0, 1) from a seed (mulberry32). */
function numbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
