import type { Knowledge, Source } from '../core/knowledge.ts';
import { isDay, readKnownDate } from '../core/known-date.ts';
import { readSources, sourceLine } from '../core/source-lines.ts';
import { typedLine } from '../core/typed-text.ts';
import type { Writing } from '../core/writing.ts';
import { checkSigns, type Report, shorten, writingLimits } from '../core/written-values.ts';

/** What the sources of texts stand on. */
export interface SourceGround {
  /** What the community sees. */
  knowledge: Knowledge;
  /** Whether a source is there without the community's own entries. */
  isShared(id: string): boolean;
  /** `YYYY-MM-DD`, in UTC. */
  today: string;
}

/** In characters: the author of a source, and a note about it. */
const longestAuthor = 200;
const longestNote = 500;

/**
 * The same text with the sources that it names and that are not shared, in their order: as the forms leave them. Those
 * that the community's other texts cite need not be carried along.
 */
export function withOwnSources<W extends Writing>(writing: W, { knowledge, isShared }: SourceGround): W {
  const sources = [...new Set(writing.sources)];
  const cites = sources.flatMap((id) => {
    if (isShared(id)) return [];
    const cited = writing.cites.find((one) => one.id === id);
    return cited ? tidy(cited) : (knowledge.source(id) ?? []);
  });
  return { ...writing, sources, cites };
}

function tidy({ title, publisher, author, note, ...rest }: Source): Source {
  const line = { title: typedLine(title), publisher: typedLine(publisher), author: typedLine(author) };
  return { ...rest, ...line, ...(note === undefined ? {} : { note: typedLine(note) }) };
}

/** Checks sources as the forms do: known or told in full, and open to everybody. `carried` is what came in the file. */
export function checkSourcing(writing: Writing, carried: Writing, ground: SourceGround, report: Report): void {
  const { knowledge, isShared } = ground;
  if (writing.sources.length === 0) report('sources', 'problem-no-source');
  if (writing.sources.length > writingLimits.sources)
    report('sources', 'problem-too-many', { limit: writingLimits.sources });
  for (const id of writing.sources.slice(0, writingLimits.sources)) {
    const own = writing.cites.find((one) => one.id === id);
    if (!own && !isShared(id)) report('sources', 'problem-source-unknown', { typed: shorten(id) });
    if (own) checkSource(own, ground, report);
    const told = carried.cites.find((one) => one.id === id);
    const shared = isShared(id) ? knowledge.source(id) : undefined;
    if (told && shared && !isSameSource(told, shared)) report('sources', 'problem-source-other', { id });
  }
}

/** Whether two are one and the same, whatever was noted about them. */
export const isSameSource = (a: Source, z: Source): boolean =>
  a.url === z.url &&
  (['title', 'publisher', 'published'] as const).every((part) => typedLine(a[part]) === typedLine(z[part]));

function checkSource(source: Source, { today }: SourceGround, report: Report): void {
  const none = { sources: [], source: () => undefined };
  const line = sourceLine(source, () => false);
  readSources(line, { knowledge: none, isShared: () => false, cited: [], today }, report, () => {});
  for (const part of [source.title, source.publisher, source.author])
    if (part === '') report('sources', 'problem-empty');
  checkSigns('sources', source.author, longestAuthor, report);
  checkSigns('sources', source.note ?? '', longestNote, report);
  if (readKnownDate(source.published) === undefined)
    report('sources', 'problem-date', { typed: shorten(source.published) });
  if (!isDay(source.collected)) report('sources', 'problem-review-day', { typed: shorten(source.collected) });
}
