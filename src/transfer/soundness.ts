import { setImmediate } from 'node:timers/promises';
import { type Language, languages } from '../core/language.ts';
import type { ImportProblem } from '../core/transfer.ts';
import type { Item } from '../store/store.ts';
import type { CarriedItem } from './item.ts';
import { createNameCheck } from './names.ts';
import type { FileOf } from './received.ts';
import { checkReferences, createSourceCheck } from './references.ts';
import { checkSourcing, type SourceGround } from './sourcing.ts';
import { readWords, type TextRemark } from './wording.ts';

/** What imported texts are checked against. */
export interface Footing extends SourceGround {
  /** All that the community has of its own. */
  items: readonly Item[];
  /** Ids of entries that are in the file, sound or not. */
  entries: ReadonlySet<string>;
  fileOf: FileOf;
  /** Whether the words were read as the forms read them before. */
  isTidy: boolean;
}

/**
 * Checks texts as the forms do, and against one another; returns them tidied, with all that is wrong. Lets others do their
 * work between any two. `carried` is what came in the file, in the same order.
 */
export async function checkItems<I extends CarriedItem>(
  items: readonly I[],
  carried: ReadonlyMap<string, CarriedItem>,
  footing: Footing,
): Promise<{ items: I[]; problems: ImportProblem[] }> {
  const { knowledge } = footing;
  const tidied: { item: I; remarks: TextRemark[] }[] = [];
  for (const item of items) {
    const { writing, remarks } = footing.isTidy ? { ...item, remarks: [] } : readWords(item, footing);
    tidied.push({ item: { ...item, writing }, remarks });
    if (!footing.isTidy) await setImmediate();
  }
  const all = tidied.map(({ item }) => item);
  const names = createNameCheck(all, footing.items, knowledge);
  const keys = new Set(all.map(nameOf));
  const others = footing.items.filter((one) => one.state === 'live' && !keys.has(nameOf(one)));
  const checkSources = createSourceCheck([...others, ...all].flatMap(({ writing }) => writing ?? []));
  const isEntry = (id: string) => footing.entries.has(id) || knowledge.entry(id) !== undefined;

  const problems = tidied.flatMap(({ item, remarks }) => {
    const found = [...remarks];
    const report: Parameters<typeof checkSources>[1] = (field, key, values) =>
      void found.push({ field, language: undefined, key, ...(values && { values }) });
    checkReferences(item, footing, isEntry, report);
    checkSourcing(item.writing, carried.get(nameOf(item))?.writing ?? item.writing, footing, report);
    checkSources(item.writing, report);
    found.push(...names(item));
    const fileOf = (language?: Language) => footing.fileOf(item, language);
    return [
      ...unique(found).map((one): ImportProblem => ({ ...one, file: fileOf(one.language) })),
      ...ahead(item, fileOf),
    ];
  });
  return { items: all, problems };
}

export const nameOf = ({ kind, key }: Pick<CarriedItem, 'kind' | 'key'>): string => `${kind} ${key}`;

const unique = (remarks: readonly TextRemark[]): TextRemark[] => [
  ...new Map(remarks.map((one) => [JSON.stringify(one), one])).values(),
];

/** No translation follows a revision that the original does not have. */
function ahead({ writing }: CarriedItem, fileOf: (language: Language) => string): ImportProblem[] {
  const current = writing.text[writing.original]?.follows ?? 0;
  return languages.flatMap((language) => {
    const follows = writing.text[language]?.follows ?? 0;
    if (follows <= current) return [];
    const message = `The original is at revision ${current}, not ${follows}.`;
    return [{ file: fileOf(language), line: 1, message, mend: 'Give the number of the revision that was translated.' }];
  });
}
