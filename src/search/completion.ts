import { fold } from '../core/fold.ts';
import type { Language } from '../core/language.ts';

/** A name that an entry answers to, in the language it is in; `undefined` where it is in none. */
export interface CompletableName {
  name: string;
  language: Language | undefined;
}

/** Names by the beginnings of their words. */
export interface Completions {
  add(id: string, names: readonly CompletableName[]): void;
  remove(id: string): void;
  /** For each entry with a name in which what is typed begins a word, how well it fits. */
  fitting(typed: string, language: Language): Map<string, number>;
}

interface Place {
  id: string;
  name: string;
  at: number;
  language: Language | undefined;
}

/** How many letters of a word's beginning lead to it. */
const keyLength = 2;

/** Names that begin with what is typed come before those that hold it, the reader's language before others. */
const fit = { start: 2, inside: 1, ownLanguage: 0.5 };

export function createCompletions(): Completions {
  const places = new Map<string, Place[]>();
  const keysOf = new Map<string, Set<string>>();

  function add(id: string, names: readonly CompletableName[]): void {
    remove(id);
    const keys = new Set<string>();
    for (const { name: written, language } of names) {
      const name = fold(written);
      for (let at = 0; at < name.length; at = nextWord(name, at)) {
        for (let length = 1; length <= keyLength; length++) {
          const key = name.slice(at, at + length);
          if (key.length < length) continue;
          keys.add(key);
          const list = places.get(key);
          if (list) list.push({ id, name, at, language });
          else places.set(key, [{ id, name, at, language }]);
        }
      }
    }
    keysOf.set(id, keys);
  }

  function remove(id: string): void {
    for (const key of keysOf.get(id) ?? []) {
      const left = (places.get(key) ?? []).filter((place) => place.id !== id);
      if (left.length > 0) places.set(key, left);
      else places.delete(key);
    }
    keysOf.delete(id);
  }

  function fitting(typed: string, language: Language): Map<string, number> {
    const wanted = fold(typed);
    const fits = new Map<string, number>();
    for (const { id, name, at, language: of } of places.get(wanted.slice(0, keyLength)) ?? []) {
      if (!name.startsWith(wanted, at)) continue;
      const value = (at === 0 ? fit.start : fit.inside) + (of === language ? fit.ownLanguage : 0);
      if (value > (fits.get(id) ?? 0)) fits.set(id, value);
    }
    return fits;
  }

  return { add, remove, fitting };
}

/** Where the next word begins; folded names have one space between words. */
function nextWord(name: string, at: number): number {
  const space = name.indexOf(' ', at);
  return space === -1 ? name.length : space + 1;
}
