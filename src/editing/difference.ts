import { diffArrays } from 'diff';
import type { FieldDifference, Stretch } from '../core/difference.ts';
import { type Language, languages } from '../core/language.ts';
import { sourceLine } from '../core/source-lines.ts';
import type { Writing } from '../core/writing.ts';
import type { FieldName } from '../core/written-values.ts';
import type { Ground } from './ground.ts';

/** Words with their apostrophes and hyphens, what stands between them, and single signs. */
const token = /[\p{L}\p{M}\p{N}]+(?:['’ʼ-][\p{L}\p{M}\p{N}]+)*|\s+|./gsu;
/** Texts with more changes than this have little in common: one stands for the other as a whole. */
const mostChanges = 1000;

/** What one writing says differently from another, field by field and word by word. */
export function differenceOf(
  before: Writing | undefined,
  after: Writing | undefined,
  ground: Pick<Ground, 'knowledge' | 'isShared'>,
): FieldDifference[] {
  const old = fieldsOf(before, ground);
  const now = fieldsOf(after, ground);
  return [...new Set([...now.keys(), ...old.keys()])].flatMap((key) => {
    const [a, z] = [old.get(key), now.get(key)];
    const { field, language } = (z ?? a) as Field;
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

interface Field {
  field: FieldName;
  language: Language | undefined;
  text: string;
}

function fieldsOf(
  writing: Writing | undefined,
  { knowledge, isShared }: Pick<Ground, 'knowledge' | 'isShared'>,
): Map<string, Field> {
  if (!writing) return new Map();
  const { original } = writing;
  const cited = (id: string) => writing.cites.find((one) => one.id === id) ?? knowledge.source(id);
  const texts = [original, ...languages.filter((one) => one !== original)].flatMap((language) =>
    textsOf(writing, language).map(([field, text]): Field => ({ field, language, text })),
  );
  const sources = writing.sources.map((id) => {
    const source = cited(id);
    return source ? sourceLine(source, isShared) : id;
  });
  const common: [FieldName, string][] = [
    ['sources', sources.join('\n')],
    ['asof', writing.asOf],
    ...(writing.kind === 'entry'
      ? ([
          ['topics', writing.topics.join(', ')],
          ['parties', writing.parties.join(', ')],
          ['related', writing.related.join(', ')],
        ] as [FieldName, string][])
      : []),
    ['reviewby', writing.reviewBy],
  ];
  const all = [...texts, ...common.map(([field, text]): Field => ({ field, language: undefined, text }))];
  return new Map(all.map((one) => [`${one.field} ${one.language ?? ''}`, one]));
}

function textsOf(writing: Writing, language: Language): [FieldName, string][] {
  if (writing.kind === 'entry') {
    const text = writing.text[language];
    if (!text) return [];
    return [
      ['question', text.question],
      ['answer', text.body],
      ['aliases', text.aliases.join('\n')],
    ];
  }
  const text = writing.text[language];
  if (!text) return [];
  return [
    ['stance', text.stance],
    ['wants', text.wants],
    ['reasons', text.reasons],
    ['redlines', text.redLines],
  ];
}
