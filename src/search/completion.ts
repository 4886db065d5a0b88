import type { Hit } from '../core/catalogue.ts';
import { fold } from '../core/fold.ts';
import type { Language } from '../core/language.ts';
import { insert } from './best.ts';

/** A name that an entry answers to, in the language it is in; `undefined` where it is in none. */
export interface CompletableName {
  name: string;
  language: Language | undefined;
}

/** Names by the beginnings of their words. */
export interface Completions {
  add(id: string, names: readonly CompletableName[]): void;
  remove(id: string): void;
  /** The entries with a name in which what is typed begins a word, those that it fits best first, at most `limit`. */
  fitting(typed: string, language: Language, limit: number, isOffered: (id: string) => boolean): Hit[];
}

interface Name {
  id: string;
  folded: string;
  language: Language | undefined;
}

/** The beginning of a word is one integer: the number of a name and, in the low bits, where in it the word begins. */
const atBits = 10;
const atMask = (1 << atBits) - 1;

/** How many letters of a word's beginning lead to it: as many of these as are typed. */
const keyLengths = [1, 2, 4] as const;

/** Names that begin with what is typed come before those that hold it, the reader's language before others. */
const fit = { start: 2, inside: 1, ownLanguage: 0.5 };
const bestFit = fit.start + fit.ownLanguage;

export function createCompletions(): Completions {
  const names: (Name | undefined)[] = [];
  /** By entry: the numbers of its names, from the first up to, and without, the second. */
  const namesOf = new Map<string, [number, number]>();
  /** By key: the words that begin so. Those of an entry stand together, as they were added together. */
  const places = new Map<number, number[]>();

  function add(id: string, added: readonly CompletableName[]): void {
    remove(id);
    namesOf.set(id, [names.length, names.length + added.length]);
    for (const { name, language } of added) {
      const folded = fold(name);
      const number = names.push({ id, folded, language }) - 1;
      eachKey(folded, (key, at) => {
        const list = places.get(key);
        if (list) list.push((number << atBits) | at);
        else places.set(key, [(number << atBits) | at]);
      });
    }
  }

  function remove(id: string): void {
    const [from, to] = namesOf.get(id) ?? [0, 0];
    const keys = new Set<number>();
    for (let number = from; number < to; number++) {
      eachKey((names[number] as Name).folded, (key) => keys.add(key));
      names[number] = undefined;
    }
    for (const key of keys) {
      const left = (places.get(key) ?? []).filter((place) => place >> atBits < from || place >> atBits >= to);
      if (left.length > 0) places.set(key, left);
      else places.delete(key);
    }
    namesOf.delete(id);
  }

  function fitting(typed: string, language: Language, limit: number, isOffered: (id: string) => boolean): Hit[] {
    const wanted = fold(typed);
    const length = keyLengths.findLast((one) => one <= wanted.length) ?? 0;
    const found = places.get(keyOf(wanted, 0, length)) ?? [];
    const nameAt = (at: number) => names[(found[at] as number) >> atBits] as Name;
    const best: Hit[] = [];
    // None further back can come before so many of the best.
    const isFull = () => best.length === limit && best.at(-1)?.score === bestFit;
    for (let at = 0; at < found.length && !isFull(); ) {
      const { id } = nameAt(at);
      let score = 0;
      for (; at < found.length && nameAt(at).id === id; at++) {
        score = Math.max(score, fitOf(nameAt(at), (found[at] as number) & atMask, wanted, language));
      }
      if (score > 0 && isOffered(id)) insert(best, { id, score }, limit, isBetter);
    }
    return best;
  }

  return { add, remove, fitting };
}

/** Equals stay in the order in which they were added. */
const isBetter = (one: Hit, other: Hit): boolean => one.score > other.score;

function fitOf(name: Name, at: number, wanted: string, language: Language): number {
  if (!name.folded.startsWith(wanted, at)) return 0;
  return (at === 0 ? fit.start : fit.inside) + (name.language === language ? fit.ownLanguage : 0);
}

/** Gives the keys of each word, and where the word begins; folded names have one space between words. */
function eachKey(folded: string, give: (key: number, at: number) => void): void {
  for (let at = 0; at < Math.min(folded.length, atMask); at = folded.indexOf(' ', at) + 1 || folded.length) {
    for (const length of keyLengths) if (at + length <= folded.length) give(keyOf(folded, at, length), at);
  }
}

/** Seven bits of each letter: what shares a key without beginning alike is told apart when it is read. */
function keyOf(text: string, at: number, length: number): number {
  let key = 1;
  for (let of = at; of < at + length; of++) key = (key << 7) | (text.charCodeAt(of) & 127);
  return key;
}
