import type * as z from 'zod';
import type { Document } from '../core/document.ts';
import type { Localized } from '../core/language.ts';
import type { ContentUpdate, UpdateWriting, WrittenUpdateText } from '../core/update.ts';
import { readPassage } from './body.ts';
import { reportLinks } from './links.ts';
import type { MarkdownKind } from './markdown-file.ts';
import { updateSchema, updateTranslationSchema } from './schemas.ts';

type Front = z.output<typeof updateSchema>;

export interface UpdateText extends Pick<WrittenUpdateText, 'title' | 'body'> {
  /** The body as readers see it. */
  document: Document;
}

/** What a file of an update says, whether or not it can be published. */
export interface UpdateFile
  extends Omit<ContentUpdate, 'writing'>,
    Pick<UpdateWriting, 'importance' | 'topics' | 'parties' | 'sources' | 'outdates'> {
  text: Localized<UpdateText>;
}

/** `updates/<id>.md`: what is sent, once, to whoever subscribes. */
export const updates: MarkdownKind<UpdateFile, UpdateText, Front, Pick<Front, 'title'>> = {
  original: updateSchema,
  translation: updateTranslationSchema,
  placedBy: ['id'],
  readText({ title }, body, report) {
    const document = readPassage(body, report);
    reportLinks(document, body, report);
    if (body.text.trim() === '') {
      report.error(body.line, 'There is no text.', 'Write it below the second line “---”.');
    }
    return {
      text: { title, body: body.text.trimEnd(), document },
      lines: new Map([['text', body.line]]),
    };
  },
  record: ({ title: _, ...front }, text) => ({
    ...front,
    outdates: front.outdates ?? [],
    corrected: front.corrected ?? '',
    retracted: front.retracted,
    text: { en: text },
  }),
};

/** Whether it says why it was changed if it was, and only then; a retraction explains itself. */
export const isExplained = ({ revision, corrected, retracted }: UpdateFile): boolean =>
  revision > 1 ? corrected !== '' || retracted !== undefined : corrected === '';

/** An update as it is published; its translations are taken to follow it. */
export function contentUpdate({ id, revision, date, corrected, retracted, text, ...rest }: UpdateFile): ContentUpdate {
  const written = Object.entries(text).flatMap(([language, one]) =>
    one ? [[language, { title: one.title, body: one.body, follows: revision }]] : [],
  );
  return {
    id,
    revision,
    date,
    corrected,
    retracted,
    writing: {
      original: 'en',
      importance: rest.importance,
      sources: once(rest.sources),
      cites: [],
      topics: once(rest.topics),
      parties: once(rest.parties),
      outdates: once(rest.outdates),
      text: Object.fromEntries(written),
    },
  };
}

const once = (ids: string[]): string[] => [...new Set(ids)];
