import type { Meaning } from '../core/asking.ts';
import { remembered } from './remembered.ts';
import { stem } from './stem.ts';
import { words } from './words.ts';

/** Finds what words stand for, whatever the language: “Kyiv's president” and «Зеленский» come to the same. */
export interface Lexicon {
  /** The ids of the meanings named in these words, each once. */
  meaningsOf(words: readonly string[]): string[];
}

interface Phrase {
  tests: ((word: string) => boolean)[];
  id: string;
}

/** How many letters of its first word lead to a phrase. */
const keyLength = 2;

export function createLexicon(meanings: readonly Meaning[]): Lexicon {
  const byStem = new Map<string, Set<string>>();
  const byPrefix = new Map<string, Set<string>>();
  const phrases = new Map<string, Phrase[]>();
  let longestPrefix = 0;

  for (const { id, patterns } of meanings) {
    for (const pattern of patterns) {
      const parts = pattern.trim().split(/\s+/u).flatMap(partsOf);
      const [first] = parts;
      if (!first) continue;
      if (parts.length > 1) {
        listed(phrases, first.word.slice(0, keyLength)).push({ tests: parts.map(matches), id });
      } else if (first.open) {
        gathered(byPrefix, first.word).add(id);
        longestPrefix = Math.max(longestPrefix, first.word.length);
      } else {
        gathered(byStem, stem(first.word)).add(id);
      }
    }
  }

  const alone = remembered((word) => {
    const found = [...(byStem.get(stem(word)) ?? [])];
    for (let length = 1; length <= Math.min(longestPrefix, word.length); length++) {
      found.push(...(byPrefix.get(word.slice(0, length)) ?? []));
    }
    return { found, phrases: phrases.get(word.slice(0, keyLength)) };
  });

  function meaningsOf(text: readonly string[]): string[] {
    const meanings = new Set<string>();
    for (let at = 0; at < text.length; at++) {
      const { found, phrases } = alone(text[at] as string);
      for (const id of found) meanings.add(id);
      for (const { tests, id } of phrases ?? []) {
        if (tests.every((test, offset) => test(text[at + offset] ?? ''))) meanings.add(id);
      }
    }
    return [...meanings, ...directionOf(meanings)];
  }

  return { meaningsOf };
}

interface Part {
  word: string;
  open: boolean;
}

const partsOf = (part: string): Part[] => words(part).map((word) => ({ word, open: part.endsWith('*') }));

function matches({ word, open }: Part): (other: string) => boolean {
  const stemmed = stem(word);
  return open ? (other) => other.startsWith(word) : (other) => other === word || stem(other) === stemmed;
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
