import { createField, type Field, type FieldState, type Unit } from './field.ts';
import { withRoom } from './growing.ts';
import { type Rows, rowFor, rowOf } from './rows.ts';
import { kinds, type Learnt, type Vocabulary } from './vocabulary.ts';
import { type FieldName, fieldNames, kindWeights, once, quarters, shapes } from './weights.ts';

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
  /** Returns what people call the entry: first its names, then its phrasings. */
  add(entry: Searchable): Learnt[];
  remove(id: string): void;
  /** Does now what else the first question would wait for; worth it after many entries were added. */
  settle(): void;
  readonly fields: Readonly<Record<FieldName, Field>>;
  idOf(entry: number): string;
  /** The entry numbers given so far; they begin at 0. */
  readonly numbers: number;
  /** Whether the entry has a stem or a meaning. */
  holds(id: string, term: number): boolean;
  /** Whether a meaning is named anywhere in what people call the entry. */
  holdsMeaning(id: string, meaning: string): boolean;
  /** In how many entries a stem or a meaning stands. */
  found(term: number): number;
  /** All that it holds, to make another like it over a vocabulary of the same state. */
  state(): IndexState;
}

export interface IndexState {
  fields: Record<FieldName, FieldState>;
  indexed: Map<string, Indexed>;
  ids: string[];
  counts: Int32Array<ArrayBuffer>;
}

interface Indexed {
  number: number;
  entry: Searchable;
}

/** All that an entry says stands in the whole of it or in its phrasings. */
const everything = ['whole', 'phrasings'] as const;

/** `rows` are those of all terms, unless the index will have few of the vocabulary's. */
export function createIndex(vocabulary: Vocabulary, rows?: Rows, known?: IndexState): Index {
  const fields = Object.fromEntries(
    fieldNames.map((name) => [name, createField(vocabulary, shapes[name], keptKinds(name), rows, known?.fields[name])]),
  ) as Record<FieldName, Field>;
  const indexed = known?.indexed ?? new Map<string, Indexed>();
  const ids = known?.ids ?? [];
  /** By a term's row: in how many entries it stands. */
  let counts = known?.counts ?? new Int32Array(0);

  function add(entry: Searchable): Learnt[] {
    remove(entry.id);
    const number = ids.push(entry.id) - 1;
    const units = unitsOf(entry, vocabulary);
    for (const name of fieldNames) fields[name].add(number, units[name]);
    indexed.set(entry.id, { number, entry });
    countEntry(units, 1);
    return [...units.names, ...units.phrasings].flatMap((unit) => unit.map((part) => part.text));
  }

  function countEntry(units: Record<FieldName, Unit[]>, by: 1 | -1): void {
    for (const name of everything) {
      for (const unit of units[name]) {
        for (const { text } of unit) {
          vocabulary.count(text, 'stems', 1);
          vocabulary.count(text, 'meanings', 1);
        }
      }
    }
    vocabulary.counted((term) => {
      const row = rowFor(rows, term);
      counts = withRoom(counts, row + 1);
      counts[row] = (counts[row] as number) + by;
    });
  }

  function remove(id: string): void {
    const known = indexed.get(id);
    if (!known) return;
    indexed.delete(id);
    // Words keep their numbers, so what was added need not be kept: it can be read again.
    const units = unitsOf(known.entry, vocabulary);
    for (const name of fieldNames) fields[name].remove(known.number, units[name]);
    countEntry(units, -1);
  }

  function holds(id: string, term: number): boolean {
    const known = indexed.get(id);
    return known !== undefined && everything.some((name) => fields[name].holds(known.number, term));
  }

  return {
    vocabulary,
    fields,
    get size() {
      return indexed.size;
    },
    get numbers() {
      return ids.length;
    },
    has: (id) => indexed.has(id),
    add,
    remove,
    settle() {
      for (const name of fieldNames) fields[name].settle();
    },
    idOf: (entry) => ids[entry] as string,
    holds,
    holdsMeaning(id, meaning) {
      const number = vocabulary.meaning(meaning);
      return number !== undefined && holds(id, number);
    },
    found: (term) => counts[rowOf(rows, term)] ?? 0,
    state: () => ({
      fields: Object.fromEntries(fieldNames.map((name) => [name, fields[name].state()])) as IndexState['fields'],
      indexed,
      ids,
      counts,
    }),
  };
}

const keptKinds = (name: FieldName) => kinds.filter((kind) => kindWeights[name][kind] > 0);

function unitsOf(entry: Searchable, { learn }: Vocabulary): Record<FieldName, Unit[]> {
  const parts = (texts: readonly string[], quarters: number) => texts.map((text) => ({ text: learn(text), quarters }));
  const names = parts(entry.names, quarters.names);
  const body = [...parts(sentences(entry.lead), quarters.lead), ...parts(sentences(entry.detail), quarters.detail)];
  return {
    names: names.map((name) => [name]),
    phrasings: parts(entry.phrasings, once).map((phrasing) => [phrasing]),
    whole: [[...names, ...body, ...parts(entry.tags, quarters.tags)]],
    passages: body.map(({ text }) => [{ text, quarters: once }]),
  };
}

const sentences = (text: string): string[] => text.split(/(?<=[.!?])\s+|\n+/u).filter((one) => one.trim() !== '');
