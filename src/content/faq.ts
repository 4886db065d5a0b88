import type * as z from 'zod';
import type { Entry, EntryText } from '../core/knowledge.ts';
import { readPassage } from './body.ts';
import type { MarkdownKind } from './markdown-file.ts';
import { entrySchema, entryTranslationSchema } from './schemas.ts';
import { sourcing } from './sourcing.ts';
import type { InEnglish } from './written.ts';

type Front = z.output<typeof entrySchema>;

/** `faq/<id>.md`: the first paragraph is the answer in short, the rest goes into detail. */
export const faq: MarkdownKind<InEnglish<Entry, EntryText>, EntryText, Front, Pick<Front, 'question' | 'aliases'>> = {
  original: entrySchema,
  translation: entryTranslationSchema,
  placedBy: ['id'],
  readText({ question, aliases }, body, report) {
    const [lead, ...detail] = readPassage(body, report);
    if (body.text === '') {
      report.error(body.line, 'There is no answer.', 'Write it below the second line “---”.');
    } else if (lead && lead.kind !== 'paragraph') {
      report.error(
        body.line,
        `The answer begins with a ${lead.kind}.`,
        'Begin with a paragraph that answers in short.',
      );
    }
    return {
      text: { question, aliases, lead: lead ? [lead] : [], detail },
      lines: new Map([['text', body.line]]),
    };
  },
  record: (front, text) => ({
    id: front.id,
    topics: front.topics,
    parties: front.parties,
    related: front.related,
    ...sourcing(front),
    text: { en: text },
  }),
};
