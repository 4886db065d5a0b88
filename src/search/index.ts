import { createField, type Field, type Unit } from './field.ts';
import type { Vocabulary } from './vocabulary.ts';
import { type FieldName, fieldNames, once, quarters, shapes } from './weights.ts';

/** What there is to find an entry by. Every field may be empty. */
export interface Searchable {
  id: string;
  /** What the entry is called: its question and aliases. */
  names: readonly string[];
  /** How else people have asked it; never shown. */
  phrasings: readonly string[];
  /** Names of what it is about: topics and parties. */
  tags: readonly string[];
  lead: string;
  detail: string;
}

/** Entries by their texts. Indexes that share a vocabulary can be searched together, as if they were one. */
export interface Index {
  readonly vocabulary: Vocabulary;
  readonly size: number;
  has(id: string): boolean;
  add(entry: Searchable): void;
  remove(id: string): void;
  readonly fields: Readonly<Record<FieldName, Field>>;
  idOf(entry: number): string;
  holds(id: string, term: number): boolean;
  /** Whether a meaning is named anywhere in what people call the entry. */
  holdsMeaning(id: string, meaning: string): boolean;
  found(term: number): number;
}

export function createIndex(vocabulary: Vocabulary): Index {
  const fields = Object.fromEntries(fieldNames.map((name) => [name, createField(shapes[name])])) as Record<
    FieldName,
    Field
  >;
  const numbers = new Map<string, number>();
  const ids: string[] = [];
  const termsOf = new Map<string, Set<number>>();
  const counts = new Map<number, number>();

  function add(entry: Searchable): void {
    remove(entry.id);
    const number = ids.push(entry.id) - 1;
    numbers.set(entry.id, number);
    const units = unitsOf(entry, vocabulary);
    const terms = new Set<number>();
    for (const name of fieldNames) {
      fields[name].add(number, units[name]);
      for (const unit of units[name])
        for (const part of unit) {
          for (const term of part.terms.stems) terms.add(term);
          for (const term of part.terms.meanings) terms.add(term);
        }
    }
    termsOf.set(entry.id, terms);
    for (const term of terms) counts.set(term, (counts.get(term) ?? 0) + 1);
  }

  function remove(id: string): void {
    const number = numbers.get(id);
    if (number === undefined) return;
    numbers.delete(id);
    for (const name of fieldNames) fields[name].remove(number);
    for (const term of termsOf.get(id) ?? []) {
      const left = (counts.get(term) as number) - 1;
      if (left > 0) counts.set(term, left);
      else counts.delete(term);
    }
    termsOf.delete(id);
  }

  return {
    vocabulary,
    fields,
    get size() {
      return numbers.size;
    },
    has: (id) => numbers.has(id),
    add,
    remove,
    idOf: (entry) => ids[entry] as string,
    holds: (id, term) => termsOf.get(id)?.has(term) ?? false,
    holdsMeaning(id, meaning) {
      const number = vocabulary.meaning(meaning);
      return number !== undefined && (termsOf.get(id)?.has(number) ?? false);
    },
    found: (term) => counts.get(term) ?? 0,
  };
}

function unitsOf(entry: Searchable, { learn }: Vocabulary): Record<FieldName, Unit[]> {
  const parts = (texts: readonly string[], quarters: number) => texts.map((text) => ({ terms: learn(text), quarters }));
  const names = parts(entry.names, quarters.names);
  const body = [...parts(sentences(entry.lead), quarters.lead), ...parts(sentences(entry.detail), quarters.detail)];
  return {
    names: names.map((name) => [name]),
    phrasings: parts(entry.phrasings, once).map((phrasing) => [phrasing]),
    whole: [[...names, ...body, ...parts(entry.tags, quarters.tags)]],
    passages: body.map(({ terms }) => [{ terms, quarters: once }]),
  };
}

const sentences = (text: string): string[] => text.split(/(?<=[.!?])\s+|\n+/u).filter((one) => one.trim() !== '');
