import type { FieldDifference } from '../../core/difference.ts';
import type { UpdateWriting } from '../../core/update.ts';
import {
  fieldDifferences,
  fieldsOfAll,
  fieldsOfTexts,
  sourcesInWords,
  type WrittenField,
} from '../../drafts/difference.ts';
import type { UpdateGround } from './ground.ts';

/** What one writing of an update says differently from another, field by field and word by word. */
export const updateDifference = (
  before: UpdateWriting | undefined,
  after: UpdateWriting | undefined,
  ground: Pick<UpdateGround, 'knowledge' | 'isShared'>,
): FieldDifference[] => fieldDifferences(fieldsOf(before, ground), fieldsOf(after, ground));

function fieldsOf(
  writing: UpdateWriting | undefined,
  ground: Pick<UpdateGround, 'knowledge' | 'isShared'>,
): WrittenField[] {
  if (!writing) return [];
  return [
    ...fieldsOfTexts(writing.original, (language) => {
      const text = writing.text[language];
      return text
        ? [
            ['title', text.title],
            ['text', text.body],
          ]
        : [];
    }),
    ...fieldsOfAll([
      ['sources', sourcesInWords(writing, ground)],
      ['topics', writing.topics.join(', ')],
      ['parties', writing.parties.join(', ')],
      ['importance', writing.importance],
      ['outdates', writing.outdates.join(', ')],
    ]),
  ];
}
