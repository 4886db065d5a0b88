import type { Meaning } from '../core/asking.ts';
import { remembered } from './remembered.ts';
import { stem } from './stem.ts';
import { words } from './words.ts';

/** Finds what words stand for, whatever the language: “Kyiv's president” and «Зеленский» come to the same. */
export interface Lexicon {
  /** What one word stands for or may begin; nothing is remembered of it. */
  lookUp(word: string, stem: string): Sense;
  /** The ids of the meanings named in these words, each once. `senses` are those of the words, where they are known. */
  meaningsOf(words: readonly string[], senses?: readonly Sense[]): string[];
  /** All that it knows; `lexiconOf` makes another of it. */
  state(): LexiconState;
}

export interface Sense {
  ids: readonly string[];
  phrases: readonly Phrase[];
}

interface Phrase {
  parts: Part[];
  id: string;
}

/** A word of a pattern; where it is open, its beginning. */
interface Part {
  word: string;
  stem: string;
  open: boolean;
}

interface Prefix {
  start: string;
  id: string;
}

/** How many letters of its beginning lead to a prefix or a phrase. */
const keyLength = 2;

/** What most words stand for. */
export const noSense: Sense = { ids: [], phrases: [] };

export interface LexiconState {
  byStem: Map<string, Set<string>>;
  /** By the beginning that leads to them, the shortest first. */
  prefixes: Map<string, Prefix[]>;
  phrases: Map<string, Phrase[]>;
}

export const createLexicon = (meanings: readonly Meaning[]): Lexicon => lexiconOf(readMeanings(meanings));

function readMeanings(meanings: readonly Meaning[]): LexiconState {
  const byStem = new Map<string, Set<string>>();
  const prefixes = new Map<string, Prefix[]>();
  const phrases = new Map<string, Phrase[]>();

  for (const { id, patterns } of meanings) {
    for (const pattern of patterns) {
      const parts = pattern.trim().split(/\s+/u).flatMap(partsOf);
      const [first] = parts;
      if (!first) continue;
      const key = first.word.slice(0, keyLength);
      if (parts.length > 1) listed(phrases, key).push({ parts, id });
      else if (first.open) listed(prefixes, key).push({ start: first.word, id });
      else gathered(byStem, first.stem).add(id);
    }
  }
  for (const list of prefixes.values()) list.sort((a, z) => a.start.length - z.start.length);
  return { byStem, prefixes, phrases };
}

/** Makes use of what has been read: by `createLexicon`, here or elsewhere. */
export function lexiconOf(state: LexiconState): Lexicon {
  const { byStem, prefixes, phrases } = state;

  function lookUp(word: string, stemmed: string): Sense {
    const key = word.slice(0, keyLength);
    const ids = [...(byStem.get(stemmed) ?? [])];
    const begun = (start: string) => {
      for (const prefix of prefixes.get(start) ?? []) if (word.startsWith(prefix.start)) ids.push(prefix.id);
    };
    if (key.length > 1) begun(key[0] as string);
    begun(key);
    const possible = phrases.get(key)?.filter(({ parts: [first] }) => first && fits(first, word, stemmed)) ?? [];
    return ids.length + possible.length === 0 ? noSense : { ids, phrases: possible };
  }

  const senseOf = remembered((word) => lookUp(word, stemOnce(word)));

  function meaningsOf(text: readonly string[], senses: readonly Sense[] = text.map(senseOf)): string[] {
    const meanings = new Set<string>();
    for (let at = 0; at < text.length; at++) {
      const sense = senses[at] as Sense;
      if (sense === noSense) continue;
      for (const id of sense.ids) meanings.add(id);
      for (const { parts, id } of sense.phrases) {
        if (parts.every((part, offset) => offset === 0 || fits(part, text[at + offset] ?? ''))) meanings.add(id);
      }
    }
    return meanings.size < 2 ? [...meanings] : [...meanings, ...directionOf(meanings)];
  }

  return { lookUp, meaningsOf, state: () => state };
}

const partsOf = (part: string): Part[] =>
  words(part).map((word) => ({ word, stem: stem(word), open: part.endsWith('*') }));

/** One word is held against many phrases. */
const stemOnce = remembered(stem);

function fits(part: Part, word: string, stemmed?: string): boolean {
  if (part.open) return word.startsWith(part.word);
  return word === part.word || (stemmed ?? stemOnce(word)) === part.stem;
}

function gathered<K, V>(map: Map<K, Set<V>>, key: K): Set<V> {
  const set = map.get(key) ?? new Set<V>();
  map.set(key, set);
  return set;
}

function listed<K, V>(map: Map<K, V[]>, key: K): V[] {
  const list = map.get(key) ?? [];
  map.set(key, list);
  return list;
}

/** Who is named first and who second: what Ukraine asks of Russia is not what Russia asks of Ukraine. */
function directionOf(meanings: ReadonlySet<string>): string[] {
  const [first, second] = [...meanings].filter((id) => id.startsWith('party:'));
  return first && second ? [`${first}>${second}`] : [];
}
