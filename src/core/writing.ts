import type { Document } from './document.ts';
import type { Entry, KnownDate, Position, Source, Sourced } from './knowledge.ts';
import { type Language, languages, type Multilingual } from './language.ts';
import { foldLookAlikes } from './look-alikes.ts';
import { parseMarkdown } from './markdown.ts';
import { markdownOf } from './markdown-source.ts';

/** What the originals and translations of every kind have in common. */
interface WritingBase {
  /** The language that the others are translated from. */
  original: Language;
  /** Ids of shared sources or of those in `cites`; at least one. */
  sources: string[];
  /** Sources of the community's own. */
  cites: Source[];
  asOf: KnownDate;
  reviewBy: KnownDate;
}

/** A text in one language, its Markdown as written. */
export interface WrittenEntryText {
  question: string;
  aliases: string[];
  /** Markdown: the first paragraph is the answer in short, the rest goes into detail. */
  body: string;
  /** The revision of the original that it translates; the original's own. */
  follows: number;
}

export interface EntryWriting extends WritingBase {
  kind: 'entry';
  topics: string[];
  parties: string[];
  related: string[];
  text: Multilingual<WrittenEntryText>;
}

export interface WrittenPositionText {
  stance: string;
  /** Markdown; empty where no source says it. */
  wants: string;
  reasons: string;
  redLines: string;
  follows: number;
}

export interface PositionWriting extends WritingBase {
  kind: 'position';
  text: Multilingual<WrittenPositionText>;
}

/** An entry or position as moderators write it and the store keeps it: plain data, its Markdown unparsed. */
export type Writing = EntryWriting | PositionWriting;

/** An entry by its id, or a position by `party/topic`. */
export interface WritingKey {
  kind: Writing['kind'];
  key: string;
}

/** An entry as it is served: translations that follow an older original are left out. */
export function entryOf(id: string, writing: EntryWriting): Entry {
  const { topics, parties, related } = writing;
  const text = served(writing.text, writing.original, ({ question, aliases, body }) => {
    const [lead, ...detail] = documentOf(body);
    return { question, aliases, lead: lead ? [lead] : [], detail };
  });
  return { id, topics, parties, related, ...sourcedOf(writing), text };
}

export function positionOf(key: string, writing: PositionWriting): Position {
  const [party = '', topic = ''] = key.split('/');
  const text = served(writing.text, writing.original, ({ stance, wants, reasons, redLines }) => ({
    stance,
    wants: documentOf(wants),
    reasons: documentOf(reasons),
    redLines: documentOf(redLines),
  }));
  return { party, topic, ...sourcedOf(writing), text };
}

/** An entry whose Markdown was not kept, as something that can be edited. */
export function writingOfEntry({ topics, parties, related, text, ...sourced }: Entry): EntryWriting {
  const written = each(text, ({ question, aliases, lead, detail }) => {
    return { question, aliases, body: markdownOf([...lead, ...detail]), follows: sourced.revision };
  });
  return { kind: 'entry', topics, parties, related, ...writtenSourcing(sourced, text), text: written };
}

export function writingOfPosition({ text, ...sourced }: Position): PositionWriting {
  const written = each(text, ({ stance, wants, reasons, redLines }) => ({
    stance,
    wants: markdownOf(wants),
    reasons: markdownOf(reasons),
    redLines: markdownOf(redLines),
    follows: sourced.revision,
  }));
  return { kind: 'position', ...writtenSourcing(sourced, text), text: written };
}

/** The languages of translations that follow an older original. */
export const translationsBehind = ({
  text,
  original,
}: {
  text: Multilingual<{ follows: number }>;
  original: Language;
}): Language[] =>
  languages.filter((language) => {
    const follows = text[language]?.follows;
    return follows !== undefined && follows !== text[original]?.follows;
  });

/**
 * What an entry answers to, translations that are not served included, for the constraint that names are unique: look-alikes
 * of another alphabet are the same name. Positions have none.
 */
export function reservedNames({ kind, key }: WritingKey, writing: Writing | undefined): string[] {
  if (kind === 'position' || writing?.kind !== 'entry') return [];
  const texts = Object.values(writing.text).flatMap((text) => (text ? [text.question, ...text.aliases] : []));
  return [...new Set([key, ...texts].map(foldLookAlikes))].filter(Boolean);
}

/** Parses Markdown that was checked when it was written; what can't be parsed any more is shown as it stands. */
export function documentOf(markdown: string): Document {
  try {
    return parseMarkdown(markdown).document;
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    return [{ kind: 'paragraph', spans: [{ kind: 'text', text: markdown }] }];
  }
}

const sourcedOf = ({ text, original, sources, asOf, reviewBy }: Writing): Sourced => ({
  revision: text[original]?.follows ?? 1,
  sources,
  asOf,
  reviewBy,
});

const writtenSourcing = ({ sources, asOf, reviewBy }: Sourced, text: Multilingual<unknown>) => ({
  original: languages.find((language) => text[language] !== undefined) ?? 'en',
  sources,
  cites: [],
  asOf,
  reviewBy,
});

function each<A, Z>(text: Multilingual<A>, make: (one: A) => Z): Multilingual<Z> {
  const made: Multilingual<Z> = {};
  for (const language of languages) {
    const one = text[language];
    if (one !== undefined) made[language] = make(one);
  }
  return made;
}

function served<A extends { follows: number }, Z>(
  text: Multilingual<A>,
  original: Language,
  make: (one: A) => Z,
): Multilingual<Z> {
  const current = text[original]?.follows;
  const following: Multilingual<A> = {};
  for (const language of languages) {
    const one = text[language];
    if (one && one.follows === current) following[language] = one;
  }
  return each(following, make);
}
