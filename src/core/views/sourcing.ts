import type { Caller } from '../command.ts';
import { type Block, emphasis, link, note, type Span, spans } from '../document.ts';
import type { Knowledge, Source, Sourced } from '../knowledge.ts';
import type { Language } from '../language.ts';
import type { Reader } from '../messenger.ts';
import { dateInWords } from './dates.ts';

/** What a view needs beside the thing it shows. */
export interface Viewing {
  knowledge: Knowledge;
  caller: Caller;
  /** `YYYY-MM-DD`, in UTC. */
  today: string;
}

/** What the reader must know before the text: that it is past its review date, or not in their language. */
export function caveats(sourced: Sourced, shownIn: Language, { caller, today }: Viewing): Block[] {
  const { t, language } = caller;
  return [
    ...(sourced.reviewBy < today ? [note(t('past-review', { date: dateInWords(sourced.reviewBy, language) }))] : []),
    ...(shownIn === language ? [] : [note(t('not-translated'))]),
  ];
}

/** How old the text is and what it rests on. Every sourced text ends with this. */
export function sourcing(all: Sourced[], { knowledge, caller }: Viewing): Block[] {
  const { t } = caller;
  const dates = [...new Set(all.map((one) => one.asOf))];
  const asOf = dates.map((date) =>
    date === 'undated' ? t('as-of-undated') : t('as-of', { date: dateInWords(date, caller.language) }),
  );
  const cited = [...new Set(all.flatMap((one) => one.sources))].flatMap((id) => knowledge.source(id) ?? []);
  return [note(asOf.join(' · ')), sourceList(cited, caller)];
}

/** What a text rests on, a line for each source. */
export const sourceList = (sources: readonly Source[], reader: Reader): Block => ({
  kind: 'sources',
  label: reader.t('sources-label'),
  items: sources.map((source) => citation(source, reader)),
});

/** One line that says what a source is: title, author, publisher, kind and date. */
export function citation(source: Source, { t, language }: Reader): Span[] {
  const title = source.url ? link(source.url, source.title) : emphasis(source.title);
  const makers = [...new Set([source.author, source.publisher].filter((maker) => maker !== 'unknown'))];
  const facts = [
    makers.join(', '),
    t(`source-kind-${source.kind}`),
    source.published === 'undated' ? t('undated') : dateInWords(source.published, language),
  ];
  return spans(title, ` — ${facts.filter(Boolean).join(' · ')}`);
}
