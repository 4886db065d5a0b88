import type { Caller } from '../../core/command.ts';
import { type Document, documentText, paragraph, strong } from '../../core/document.ts';
import { UserError } from '../../core/errors.ts';
import type { FormValues } from '../../core/form.ts';
import type { Language } from '../../core/language.ts';
import { markdownOf } from '../../core/markdown-source.ts';
import type { Reader } from '../../core/messenger.ts';
import { sourceLines } from '../../core/source-lines.ts';
import type { Updates } from '../../core/updates.ts';
import { dateInWords } from '../../core/views/dates.ts';
import { sideOf } from '../../core/views/difference.ts';
import { reportedTitle } from '../../core/views/reported.ts';
import { fieldLabel } from '../../core/views/writing-form.ts';
import { documentOf, type Writing, type WritingKey } from '../../core/writing.ts';
import { type FieldName, shorten, writingLimits } from '../../core/written-values.ts';
import { stretchesOf } from '../../drafts/difference.ts';
import type { Drafting } from './drafting.ts';
import { type EditorialParts, groundOf } from './ground.ts';

/** In characters: what the differences of an announcement take at most, so that there is room for words of one's own. */
const longestDifferences = 2200;

/** Announces a change of an entry or position as an update, with what was and what is now. */
export const createAnnouncing = (
  { open }: Pick<Drafting, 'open'>,
  parts: EditorialParts,
): Pick<Updates, 'openAnnouncement'> => ({
  async openAnnouncement(caller, item) {
    const change = await parts.lastChange(caller, item);
    if (!change) throw new UserError('error-announce-nothing');
    const { before, after } = change;
    const language = after.text[caller.language] ? caller.language : after.original;
    const opened = await open(caller, { update: undefined, language });
    const reader = { language, t: parts.texts.in(language) };
    const words = announced(item, before, after, caller, reader);
    const values: FormValues = {
      ...opened.values,
      ...words,
      sources: sourceLines(after, groundOf(caller, parts)),
      ...named(item, after),
    };
    return { ...opened, values };
  },
});

function named({ key }: WritingKey, after: Writing): FormValues {
  if (after.kind === 'entry') return { topics: after.topics.join(','), parties: after.parties.join(',') };
  const [parties = '', topics = ''] = key.split('/');
  return { parties, topics };
}

function announced(
  item: WritingKey,
  before: Writing | undefined,
  after: Writing,
  { catalogue }: Caller,
  reader: Reader,
): { title: string; text: string } {
  const { t, language } = reader;
  const title =
    after.kind === 'entry' ? (after.text[language]?.question ?? item.key) : reportedTitle(item, catalogue, reader);
  const document: Document = before
    ? [paragraph(t('announce-lead', { title })), ...changes(before, after, reader)]
    : [paragraph(t('announce-new-lead', { title })), ...beginningOf(after, language)];
  return {
    title: shorten(t(before ? 'announce-title' : 'announce-new', { title }), writingLimits.title),
    text: shorten(markdownOf(document), writingLimits.text),
  };
}

/** “Was: … / Now: …” for each field that readers see, as much of it as shows the change. */
function changes(before: Writing, after: Writing, { t, language }: Reader): Document {
  const [old, now] = [before, after].map((one) => new Map(wordsOf(one, language)));
  const changed = [...(now ?? [])].flatMap(([field, text]) => {
    const was = old?.get(field) ?? '';
    return was === text ? [] : [{ field, stretches: stretchesOf(was, text) }];
  });
  const longest = Math.floor(longestDifferences / Math.max(1, changed.length * 2));
  return changed.flatMap(({ field, stretches }) => {
    const side = (kind: 'removed' | 'added') => shorten(sideOf(stretches, kind), longest) || '—';
    return [
      paragraph(strong(fieldLabel(field, t))),
      paragraph(t('announce-was', { text: side('removed') })),
      paragraph(t('announce-now', { text: side('added') })),
    ];
  });
}

function beginningOf(after: Writing, language: Language): Document {
  if (after.kind === 'position') return [paragraph(after.text[language]?.stance ?? '')];
  const [lead] = documentOf(after.text[language]?.body ?? '');
  return lead ? [lead] : [];
}

/** What readers see of a text in a language, without its markup. */
function wordsOf(writing: Writing, language: Language): [FieldName, string][] {
  const asOf: [FieldName, string] = ['asof', writing.asOf === 'undated' ? '' : dateInWords(writing.asOf, language)];
  if (writing.kind === 'entry') {
    const { question, body } = writing.text[language] ?? { question: '', body: '' };
    return [['question', question], ['answer', plain(body)], asOf];
  }
  const { stance, wants, reasons, redLines } = writing.text[language] ?? noWords;
  return [
    ['stance', stance],
    ['wants', plain(wants)],
    ['reasons', plain(reasons)],
    ['redlines', plain(redLines)],
    asOf,
  ];
}

const noWords = { stance: '', wants: '', reasons: '', redLines: '' };

const plain = (markdown: string): string => documentText(documentOf(markdown)).replace(/\s+/gu, ' ');
