import type { Answer, Button } from '../answer.ts';
import { type Block, divider, heading, type MenuItem, note, paragraph, type Span, spans, strong } from '../document.ts';
import type { Knowledge, Source, Topic } from '../knowledge.ts';
import { languageNames } from '../language-names.ts';
import type { Reader } from '../messenger.ts';
import type { Translate } from '../texts.ts';
import type { Importance, ShownUpdate, UpdateWriting } from '../update.ts';
import { updateTextIn } from '../update-text.ts';
import { documentOf } from '../writing.ts';
import { instantInWords } from './instants.ts';
import { nameOf } from './names.ts';
import { sourceList } from './sourcing.ts';

/** What an update is shown with, in a channel or in answer to somebody. What all communities share is enough. */
export interface UpdateViewing {
  knowledge: Pick<Knowledge, 'source' | 'topic'>;
  reader: Reader;
  /** IANA name: times are given in it. */
  timeZone: string;
}

/** An update as its readers see it: what was published, whether it was corrected, and what it rests on. */
export function updateAnswer(update: ShownUpdate, viewing: UpdateViewing): Answer {
  if (update.state === 'retracted') return retractedAnswer(update, viewing);
  const { writing, publishedAt } = update;
  const { reader, timeZone } = viewing;
  const { t, language } = reader;
  const { text, language: shownIn } = updateTextIn(writing, language);
  const title = writing.importance === 'breaking' ? t('update-breaking', { title: text.title }) : text.title;
  return {
    document: [
      heading(2, title),
      ...correction(update, viewing),
      ...(shownIn === language ? [] : [note(t('update-shown-in', { language: languageNames[shownIn] }))]),
      ...documentOf(text.body),
      divider,
      note(t('update-published', { date: instantInWords(publishedAt, timeZone, language) })),
      sourceList(citedBy(writing, viewing.knowledge), reader),
    ],
    buttons: [...topicButtons(writing, viewing), allUpdates(reader)],
    call: newsCall(update.id),
  };
}

/** That it no longer holds, since when and why. Nothing of its text is repeated. */
export function retractedAnswer(update: ShownUpdate, { reader, timeZone }: UpdateViewing): Answer {
  const { t, language } = reader;
  return {
    document: [
      heading(2, t('update-retracted')),
      paragraph(struck(updateTextIn(update.writing, language).text.title)),
      paragraph(
        t('update-retracted-why', {
          date: instantInWords(update.changedAt, timeZone, language),
          reason: update.reason,
        }),
      ),
    ],
    buttons: [allUpdates(reader)],
    call: newsCall(update.id),
  };
}

/** The same for a copy that could not be changed: sent after it. */
export function followUp(update: ShownUpdate, viewing: UpdateViewing): Answer {
  const { t } = viewing.reader;
  const said = update.state === 'retracted' ? t('update-follows-retracted') : t('update-follows');
  const shown = updateAnswer(update, viewing);
  return { ...shown, document: [paragraph(strong(said)), ...shown.document] };
}

/** When and why it was corrected, where it was. */
export function correction({ reason, changedAt }: ShownUpdate, { reader, timeZone }: UpdateViewing): Block[] {
  if (reason === '') return [];
  const { t, language } = reader;
  return [paragraph(strong(t('update-corrected', { date: instantInWords(changedAt, timeZone, language), reason })))];
}

/** The sources of an update; one that is known no more is named by its id, so that none is silently left out. */
export const citedBy = ({ sources, cites }: UpdateWriting, knowledge: UpdateViewing['knowledge']): Source[] =>
  sources.map((id) => cites.find((one) => one.id === id) ?? knowledge.source(id) ?? unknownSource(id));

export const struck = (title: string): Span => ({ kind: 'strike', spans: spans(title) });

export const newsCall = (id: string) => ({ command: 'news', args: { id } });

/** What can be pressed to read an update, by its title. */
export function updateItem({ id, state, writing }: ShownUpdate, { t, language }: Reader): MenuItem {
  const { title } = updateTextIn(writing, language).text;
  return { label: titleInList({ title, state, importance: writing.importance }, t), call: newsCall(id) };
}

/** A title in a list, marked as retracted or breaking. */
export function titleInList(
  { title, state, importance }: { title: string; state: ShownUpdate['state']; importance: Importance },
  t: Translate,
): string {
  if (state === 'retracted') return t('update-line-retracted', { title });
  return importance === 'breaking' ? t('update-breaking', { title }) : title;
}

export const allUpdates = ({ t }: Reader): Button => ({
  label: t('all-updates'),
  call: { command: 'latest', args: {} },
});

export const topicsOf = ({ topics }: UpdateWriting, knowledge: UpdateViewing['knowledge']): Topic[] =>
  topics.flatMap((id) => knowledge.topic(id) ?? []);

const unknownSource = (id: string): Source => ({
  id,
  title: id,
  publisher: 'unknown',
  author: 'unknown',
  kind: 'reporting',
  published: 'undated',
  collected: 'undated',
});

/** More would push the text out of sight on a phone. */
const mostTopics = 2;

const topicButtons = (writing: UpdateWriting, { knowledge, reader }: UpdateViewing): Button[] =>
  topicsOf(writing, knowledge)
    .slice(0, mostTopics)
    .map((topic) => ({
      label: `${topic.emoji} ${nameOf(topic, reader)}`,
      call: { command: 'topics', args: { topic: topic.id } },
    }));
