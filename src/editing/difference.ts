import type { FieldDifference } from '../core/difference.ts';
import type { Language } from '../core/language.ts';
import type { Writing } from '../core/writing.ts';
import type { FieldName } from '../core/written-values.ts';
import {
  fieldDifferences,
  fieldsOfAll,
  fieldsOfTexts,
  sourcesInWords,
  type WrittenField,
} from '../drafts/difference.ts';
import type { Ground } from './ground.ts';

/** What one writing says differently from another, field by field and word by word. */
export const differenceOf = (
  before: Writing | undefined,
  after: Writing | undefined,
  ground: Pick<Ground, 'knowledge' | 'isShared'>,
): FieldDifference[] => fieldDifferences(fieldsOf(before, ground), fieldsOf(after, ground));

function fieldsOf(writing: Writing | undefined, ground: Pick<Ground, 'knowledge' | 'isShared'>): WrittenField[] {
  if (!writing) return [];
  return [
    ...fieldsOfTexts(writing.original, (language) => textsOf(writing, language)),
    ...fieldsOfAll([
      ['sources', sourcesInWords(writing, ground)],
      ['asof', writing.asOf],
      ...(writing.kind === 'entry'
        ? ([
            ['topics', writing.topics.join(', ')],
            ['parties', writing.parties.join(', ')],
            ['related', writing.related.join(', ')],
          ] as [FieldName, string][])
        : []),
      ['reviewby', writing.reviewBy],
    ]),
  ];
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
