import { fold } from '../core/fold.ts';
import { entryNames, type Knowledge } from '../core/knowledge.ts';
import { type Language, languages } from '../core/language.ts';
import { foldLookAlikes } from '../core/look-alikes.ts';
import type { EntryWriting, WritingKey } from '../core/writing.ts';
import { type FieldName, shorten } from '../core/written-values.ts';
import type { Item } from '../store/store.ts';
import type { CarriedItem } from './item.ts';
import type { TextRemark } from './wording.ts';

interface Name {
  /** The entry's id. */
  key: string;
  name: string;
  field: FieldName | undefined;
  language: Language | undefined;
}

/**
 * Finds names that would lead to two entries, also where they only look the same: among what is imported, and between
 * that and what the community has or sees. What an imported entry was called before is free for the others.
 */
export function createNameCheck(
  imported: readonly CarriedItem[],
  items: readonly Item[],
  knowledge: Pick<Knowledge, 'entries'>,
): (item: CarriedItem) => TextRemark[] {
  const replaced = new Set(imported.filter(({ kind }) => kind === 'entry').map(({ key }) => key));
  const owners = new Map<string, Name[]>();
  const add = (name: Name) => {
    const folded = foldLookAlikes(name.name);
    const known = owners.get(folded);
    if (folded === '' || known?.some(({ key }) => key === name.key)) return;
    if (known) known.push(name);
    else owners.set(folded, [name]);
  };
  for (const entry of knowledge.entries) {
    if (replaced.has(entry.id)) continue;
    for (const name of entryNames(entry)) add({ key: entry.id, name, field: undefined, language: undefined });
  }
  // Translations that are behind are not seen, and still have their names.
  for (const { kind, key, state, writing } of items) {
    if (state === 'live' && !(kind === 'entry' && replaced.has(key)))
      for (const name of namesOf({ kind, key }, writing)) add(name);
  }
  for (const item of imported) for (const name of namesOf(item, item.writing)) add(name);

  return (item) =>
    namesOf(item, item.writing).flatMap(({ name, key, field, language }): TextRemark[] => {
      const other = owners.get(foldLookAlikes(name))?.find((one) => one.key !== key);
      if (!other) return [];
      const isAlike = fold(name) !== fold(other.name);
      const values = { name: shorten(name), entry: shorten(other.name) };
      return [{ field, language, key: isAlike ? 'problem-name-alike' : 'problem-name-taken', values }];
    });
}

function namesOf({ kind, key }: WritingKey, writing: Item['writing']): Name[] {
  if (kind !== 'entry' || writing?.kind !== 'entry') return [];
  const own: Name = { key, name: key, field: undefined, language: undefined };
  return [own, ...languages.flatMap((language) => namesIn(key, writing, language))];
}

function namesIn(key: string, writing: EntryWriting, language: Language): Name[] {
  const text = writing.text[language];
  if (!text) return [];
  return [
    { key, name: text.question, field: 'question', language },
    ...text.aliases.map((name): Name => ({ key, name, field: 'aliases', language })),
  ];
}
