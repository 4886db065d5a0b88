import type { Answer } from '../answer.ts';
import {
  type Block,
  type Document,
  heading,
  link,
  menu,
  note,
  paragraph,
  plainText,
  type Span,
  spans,
  strong,
} from '../document.ts';
import type { Source, Topic } from '../knowledge.ts';
import type { Reader } from '../messenger.ts';
import type { ShownUpdate } from '../update.ts';
import { updateTextIn } from '../update-text.ts';
import { documentOf } from '../writing.ts';
import { shorten } from '../written-values.ts';
import { dateInWords } from './dates.ts';
import { instantInWords } from './instants.ts';
import { nameOf } from './names.ts';
import { allUpdates, citedBy, correction, struck, topicsOf, type UpdateViewing, updateItem } from './update.ts';

/** About what a message holds on any platform, in characters, with what its markup costs. */
const room = 3000;
/** What a heading, a link or strong words cost beside their characters: Telegram takes a hundred of them in a message. */
const markupCost = 40;
const mostListed = 8;
const longestLead = 300;
const longestTitle = 80;
const mostSources = 3;

/**
 * Several updates in one message, by topic: breaking news first, then the latest. As many as there is room for are shown
 * with their beginning, date and sources; the others by their titles, to be opened, and what is beyond that is counted.
 */
export function digestAnswer(updates: readonly ShownUpdate[], viewing: UpdateViewing): Answer {
  const { knowledge, reader } = viewing;
  const { t } = reader;
  const { full, others } = chosen(updates, viewing);
  const groups = [...byTopic(full, knowledge)];
  const listed = others.slice(0, mostListed);
  const more = others.length - listed.length;
  return {
    document: [
      heading(2, t('digest-title', { count: updates.length })),
      ...groups.flatMap(([topic, items]) => [
        // What has no topic stands by itself where there is nothing else.
        ...(topic || groups.length > 1 ? [heading(3, topicName(topic, reader))] : []),
        ...items.flatMap(({ blocks }) => blocks),
      ]),
      ...(listed.length > 0
        ? [heading(3, t('digest-also')), menu(listed.map(({ update }) => updateItem(update, reader)))]
        : []),
      ...(more > 0 ? [note(t('digest-more', { count: more }))] : []),
    ],
    buttons: [allUpdates(reader)],
  };
}

const topicName = (topic: Topic | undefined, reader: Reader): string =>
  topic ? `${topic.emoji} ${nameOf(topic, reader)}` : reader.t('digest-other');

interface Item {
  update: ShownUpdate;
  blocks: Document;
}

function chosen(updates: readonly ShownUpdate[], viewing: UpdateViewing): { full: Item[]; others: Item[] } {
  const rank = ({ writing }: ShownUpdate) => (writing.importance === 'breaking' ? 0 : 1);
  const items = updates
    .toSorted((a, z) => rank(a) - rank(z) || z.publishedAt - a.publishedAt)
    .map((update) => ({ update, blocks: inShort(update, viewing) }));
  let left = room;
  let end = 0;
  for (const { blocks } of items) {
    left -= weightOf(blocks) + markupCost;
    if (end > 0 && left < 0) break;
    end += 1;
  }
  return { full: items.slice(0, end), others: items.slice(end) };
}

/** One update of a digest: its title and beginning, when it was published and what it rests on. */
function inShort(update: ShownUpdate, viewing: UpdateViewing): Document {
  const { reader, timeZone } = viewing;
  const { t, language } = reader;
  const { text } = updateTextIn(update.writing, language);
  const title = shorten(text.title, longestTitle * 2);
  if (update.state === 'retracted') {
    const date = instantInWords(update.changedAt, timeZone, language);
    return [paragraph(struck(title)), paragraph(t('update-retracted-why', { date, reason: update.reason }))];
  }
  const shown = update.writing.importance === 'breaking' ? t('update-breaking', { title }) : title;
  return [
    paragraph(strong(shown)),
    ...correction(update, viewing),
    paragraph(...leadOf(documentOf(text.body))),
    note(
      `${t('update-published', { date: instantInWords(update.publishedAt, timeZone, language) })} `,
      ...sourcesInShort(citedBy(update.writing, viewing.knowledge), reader),
    ),
  ];
}

/** The first paragraph or, where that takes much room, its beginning without markup. */
function leadOf(document: Document): Span[] {
  const first = document.find((block) => block.kind === 'paragraph') ?? document[0];
  const lead = first && 'spans' in first ? first.spans : [];
  const words = plainText(lead);
  return weightOfSpans(lead) > longestLead * 2 ? spans(shorten(words, longestLead)) : lead;
}

function sourcesInShort(sources: readonly Source[], { t, language }: Reader): Span[] {
  const shown = sources.slice(0, mostSources).flatMap((source, i) => {
    const title = shorten(source.title, longestTitle);
    const date = source.published === 'undated' ? t('undated') : dateInWords(source.published, language);
    return spans(i > 0 ? '; ' : '', source.url ? link(source.url, title) : title, `, ${date}`);
  });
  const more = sources.length - mostSources;
  return spans(`${t('sources-label')}: `, shown, more > 0 ? `; +${more}` : '');
}

/** Each under the first of its topics, or under none. */
function byTopic(items: readonly Item[], knowledge: UpdateViewing['knowledge']): Map<Topic | undefined, Item[]> {
  const groups = new Map<Topic | undefined, Item[]>();
  for (const item of items) {
    const [topic] = topicsOf(item.update.writing, knowledge);
    groups.set(topic, [...(groups.get(topic) ?? []), item]);
  }
  return groups;
}

const weightOf = (document: Document): number => document.reduce((sum, block) => sum + weightOfBlock(block), 0);

const weightOfBlock = (block: Block): number => ('spans' in block ? markupCost + weightOfSpans(block.spans) : 0);

const weightOfSpans = (inline: readonly Span[]): number =>
  inline.reduce((sum, span) => {
    if (!('spans' in span)) return sum + lengthWritten(span.text);
    const address = span.kind === 'link' ? span.url.length : 0;
    return sum + markupCost + address + weightOfSpans(span.spans);
  }, 0);

/** Signs that mean something in Markdown are written with another one before them. */
const lengthWritten = (text: string): number => text.length + (text.match(/[\\*_~`|<>#()[\].!-]/gu)?.length ?? 0);
