import { diffArrays } from 'diff';
import type { FieldDifference, Stretch } from '../core/difference.ts';
import type { Source } from '../core/knowledge.ts';
import { type Language, languages } from '../core/language.ts';
import { type SourceReading, sourceLine } from '../core/source-lines.ts';
import type { FieldName } from '../core/written-values.ts';

/** What one field of a writing says. */
export interface WrittenField {
  field: FieldName;
  /** Of a field that every language has of its own. */
  language: Language | undefined;
  text: string;
}

/** What a writing says of its own in each language, the original first. */
export const fieldsOfTexts = (
  original: Language,
  textsOf: (language: Language) => [FieldName, string][],
): WrittenField[] =>
  [original, ...languages.filter((one) => one !== original)].flatMap((language) =>
    textsOf(language).map(([field, text]) => ({ field, language, text })),
  );

/** What a writing says in all languages together. */
export const fieldsOfAll = (fields: readonly [FieldName, string][]): WrittenField[] =>
  fields.map(([field, text]) => ({ field, language: undefined, text }));

/** What a text rests on, a line for each; what is no longer known by its id. */
export const sourcesInWords = (
  { sources, cites }: { sources: readonly string[]; cites: readonly Source[] },
  { knowledge, isShared }: Pick<SourceReading, 'knowledge' | 'isShared'>,
): string =>
  sources
    .map((id) => {
      const source = cites.find((one) => one.id === id) ?? knowledge.source(id);
      return source ? sourceLine(source, isShared) : id;
    })
    .join('\n');

/** Words with their apostrophes and hyphens, what stands between them, and single signs. */
const token = /[\p{L}\p{M}\p{N}]+(?:['’ʼ-][\p{L}\p{M}\p{N}]+)*|\s+|./gsu;
/** Texts with more changes than this have little in common: one stands for the other as a whole. */
const mostChanges = 1000;

/** What one writing says differently from another, field by field and word by word. */
export function fieldDifferences(before: readonly WrittenField[], after: readonly WrittenField[]): FieldDifference[] {
  const [old, now] = [byField(before), byField(after)];
  return [...new Set([...now.keys(), ...old.keys()])].flatMap((key) => {
    const [a, z] = [old.get(key), now.get(key)];
    const { field, language } = (z ?? a) as WrittenField;
    const [from, to] = [a?.text ?? '', z?.text ?? ''];
    return from === to ? [] : [{ field, language, stretches: stretchesOf(from, to) }];
  });
}

export function stretchesOf(from: string, to: string): Stretch[] {
  const parts = diffArrays(from.match(token) ?? [], to.match(token) ?? [], { maxEditLength: mostChanges });
  const stretches: Stretch[] = parts
    ? parts.map(({ added, removed, value }) => ({
        kind: added ? 'added' : removed ? 'removed' : 'same',
        text: value.join(''),
      }))
    : [
        { kind: 'removed', text: from },
        { kind: 'added', text: to },
      ];
  return stretches.filter(({ text }) => text !== '');
}

const byField = (fields: readonly WrittenField[]) =>
  new Map(fields.map((one) => [`${one.field} ${one.language ?? ''}`, one]));
