import { fold } from './fold.ts';
import type { Knowledge, Source } from './knowledge.ts';
import { isAfter, readKnownDate } from './known-date.ts';
import { shortHash } from './short-hash.ts';
import { slugOf } from './slug.ts';
import { typedLines } from './typed-text.ts';
import { checkSigns, type Report, shorten, writingLimits } from './written-values.ts';

/** What source lines are read against. */
export interface SourceReading {
  knowledge: Pick<Knowledge, 'sources' | 'source'>;
  /** Whether a source is there without the community's own entries. */
  isShared(id: string): boolean;
  /** Sources that the text cited before. */
  cited: readonly Source[];
  /** `YYYY-MM-DD`, in UTC. */
  today: string;
}

/** In characters. */
const longestTitle = 200;
const longestUrl = 500;

/** A shared source by its id; one of the community's own in full. */
export const sourceLine = (source: Source, isShared: (id: string) => boolean): string =>
  isShared(source.id)
    ? source.id
    : [source.url, source.title, source.publisher, source.published]
        .flatMap((part) => part?.replaceAll('|', '/') ?? [])
        .join(' | ');

/** What a text rests on, one source a line, as `readSources` reads it. */
export const sourceLines = (
  { sources, cites }: { sources: readonly string[]; cites: readonly Source[] },
  { knowledge, isShared }: Pick<SourceReading, 'knowledge' | 'isShared'>,
): string =>
  sources
    .flatMap((id) => cites.find((one) => one.id === id) ?? knowledge.source(id) ?? [])
    .map((source) => sourceLine(source, isShared))
    .join('\n');

/**
 * Reads one source a line: the id or title of a known one, or `link | title | publisher | date` in any order, of which a
 * link, or a title with its publisher, is enough. Remarks go to `report` and, where the line will do, to `warn`.
 */
export function readSources(
  raw: string,
  reading: SourceReading,
  report: Report,
  warn: Report,
): { sources: string[]; cites: Source[] } {
  const lines = typedLines(raw);
  if (lines.length === 0) report('sources', 'problem-no-source');
  if (lines.length > writingLimits.sources) report('sources', 'problem-too-many', { limit: writingLimits.sources });
  const found = new Map<string, Source>();
  for (const line of lines.slice(0, writingLimits.sources)) {
    const source = readSource(line, reading, report, warn);
    if (source) found.set(source.id, source);
  }
  const all = [...found.values()];
  return { sources: all.map(({ id }) => id), cites: all.filter(({ id }) => !reading.isShared(id)) };
}

function readSource(line: string, reading: SourceReading, report: Report, warn: Report): Source | undefined {
  const known = [...reading.knowledge.sources, ...reading.cited];
  const same = known.find((one) => line === one.id || line === sourceLine(one, reading.isShared));
  if (same) return same;
  checkSigns('sources', line, longestTitle * 3 + longestUrl, report);

  const { url, date, words } = partsOf(line);
  if (url === undefined && words.length === 1) {
    const titled = known.find((one) => fold(one.title) === fold(words[0] as string));
    if (!titled) report('sources', 'problem-source-unknown', { typed: shorten(words[0] as string) });
    return titled;
  }
  const [title, publisher] = words;
  const before = known.find((one) => (url ? sameUrl(one.url, url) : isCalled(one, title, publisher)));
  if (before && reading.isShared(before.id)) return before;
  if (words.some((word) => word.length > longestTitle) || (url?.length ?? 0) > longestUrl) {
    report('sources', 'problem-source-long', { typed: shorten(line) });
    return undefined;
  }
  if (url === undefined && (title === undefined || publisher === undefined)) {
    report('sources', 'problem-source-unknown', { typed: shorten(line) });
    return undefined;
  }
  const link = url === undefined ? undefined : readUrl(url);
  if (url !== undefined && !link) {
    report('sources', 'problem-source-link', { typed: shorten(url) });
    return undefined;
  }
  if (date !== undefined && isAfter(date, reading.today)) report('sources', 'problem-date-future', { typed: date });
  if (title === undefined && !before) warn('sources', 'warning-source-title', { typed: shorten(line) });

  const host = link?.hostname.replace(/^www\./u, '');
  const said = {
    title: title ?? before?.title ?? `${host}${link?.pathname.replace(/\/$/u, '')}`,
    publisher: publisher ?? before?.publisher ?? host ?? 'unknown',
    published: date ?? before?.published ?? 'undated',
  };
  const hash = shortHash([url, said.title, said.publisher, said.published].join('|'));
  const id = `${slugOf(host ?? said.title, 30)}-${hash}`;
  return {
    author: 'unknown',
    kind: 'reporting',
    collected: reading.today,
    ...before,
    ...(url === undefined ? {} : { url }),
    ...said,
    id,
  };
}

const address = /https?:\/\/[^\s|<>]+/iu;

/** A line in its parts; a Markdown link is a title and an address. */
function partsOf(line: string): { url: string | undefined; date: string | undefined; words: string[] } {
  const unlinked = line.replace(/\[([^\]]*)\]\((https?:\/\/[^\s)]+)\)/u, '$2 | $1');
  const url = address.exec(unlinked)?.[0].replace(/[.,;]+$/u, '');
  const parts = unlinked
    .replace(url ?? '|', ' | ')
    .split('|')
    .map((part) => part.replace(/^[\s—–-]+|[\s—–-]+$/gu, ''))
    .filter((part) => fold(part) !== '');
  const date = parts.find((part) => readKnownDate(part) !== undefined);
  return {
    url,
    date: date && readKnownDate(date),
    words: parts.filter((part) => part !== date),
  };
}

/** An address that anybody may open: without a name and password in it. */
function readUrl(text: string): URL | undefined {
  if (!URL.canParse(text)) return undefined;
  const url = new URL(text);
  return url.username === '' && url.password === '' && url.hostname.includes('.') ? url : undefined;
}

const sameUrl = (a: string | undefined, z: string): boolean => a !== undefined && bare(a) === bare(z);
const bare = (url: string): string => url.replace(/#.*$/u, '').replace(/\/$/u, '').toLowerCase();

const isCalled = (source: Source, title = '', publisher = ''): boolean =>
  fold(source.title) === fold(title) && fold(source.publisher) === fold(publisher);
