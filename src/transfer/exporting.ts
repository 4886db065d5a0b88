import { strToU8 } from 'fflate';
import type { SentFile } from '../core/answer.ts';
import type { Caller } from '../core/command.ts';
import { positionKey } from '../core/overlay.ts';
import { slugOf } from '../core/slug.ts';
import type { ExportFormat, ExportScope } from '../core/transfer.ts';
import { type Writing, type WritingKey, writingOfEntry, writingOfPosition } from '../core/writing.ts';
import type { Item } from '../store/store.ts';
import { packed } from './archive.ts';
import type { CarriedItem } from './item.ts';
import { toJson } from './json.ts';
import { nameOf } from './soundness.ts';
import { filesOf } from './written-files.ts';

/** In characters: what of a community's name stands in a file's. */
const longestName = 30;

export function exported(items: readonly CarriedItem[], format: ExportFormat, caller: Caller, day: string): SentFile {
  const { id, name } = caller.community;
  const bytes = format === 'zip' ? packed(filesOf(items)) : strToU8(toJson(items));
  return { name: `parley-${slugOf(name || id, longestName)}-${day}.${format}`, bytes };
}

/** What a community has of its own and shows, or all that it sees: with the sources that it rests on, whoever has them. */
export function carriedItems(items: readonly Item[], { catalogue }: Caller, scope: ExportScope): CarriedItem[] {
  const { knowledge } = catalogue;
  const own = items.flatMap(({ kind, key, state, writing }) =>
    state === 'live' && writing ? [{ kind, key, writing } as CarriedItem] : [],
  );
  if (scope === 'own') return own;
  const known = new Set(own.map(nameOf));
  const seen = [
    ...knowledge.entries.map((entry) => shown({ kind: 'entry', key: entry.id }, writingOfEntry(entry))),
    ...knowledge.positions.map((one) => shown({ kind: 'position', key: positionKey(one) }, writingOfPosition(one))),
  ].filter((one) => !known.has(nameOf(one)));
  return [...own, ...seen].map((one) => {
    const cites = one.writing.sources.flatMap(
      (id) => one.writing.cites.find((source) => source.id === id) ?? knowledge.source(id) ?? [],
    );
    return { ...one, writing: { ...one.writing, cites } };
  });
}

const shown = ({ kind, key }: WritingKey, writing: Writing): CarriedItem => ({ kind, key, writing });
