import type { Source } from '../core/knowledge.ts';
import { isDay } from '../core/known-date.ts';
import type { Writing } from '../core/writing.ts';
import { type Report, shorten, writingLimits } from '../core/written-values.ts';
import type { CarriedItem } from './item.ts';
import { isSameSource, type SourceGround } from './sourcing.ts';

/** The same with each thing named once, and no entry related to itself. */
export function withPlainReferences({ key, writing }: CarriedItem): Writing {
  if (writing.kind === 'position') return writing;
  const once = (ids: string[]) => [...new Set(ids)];
  const { topics, parties, related } = writing;
  return {
    ...writing,
    topics: once(topics),
    parties: once(parties),
    related: once(related).filter((id) => id !== key),
  };
}

/** Checks that what a text refers to is there; `isEntry` knows of what is imported, too. */
export function checkReferences(
  { key, writing }: CarriedItem,
  { knowledge }: SourceGround,
  isEntry: (id: string) => boolean,
  report: Report,
): void {
  const checkNamed = (field: 'topics' | 'parties', ids: readonly string[]) => {
    if (ids.length > writingLimits.topics) report(field, 'problem-too-many', { limit: writingLimits.topics });
    const is = field === 'topics' ? knowledge.topic : knowledge.party;
    for (const id of ids) if (!is(id)) report(field, 'problem-choice', { typed: shorten(id) });
  };
  if (!isDay(writing.reviewBy)) report('reviewby', 'problem-review-day', { typed: shorten(writing.reviewBy) });
  if (writing.kind === 'position') {
    const [party = '', topic = ''] = key.split('/');
    checkNamed('parties', [party]);
    checkNamed('topics', [topic]);
    return;
  }
  checkNamed('topics', writing.topics);
  checkNamed('parties', writing.parties);
  if (writing.related.length > writingLimits.related)
    report('related', 'problem-too-many', { limit: writingLimits.related });
  for (const id of writing.related) if (!isEntry(id)) report('related', 'problem-related', { typed: shorten(id) });
}

/** Finds ids under which two texts cite different sources, of which readers would be shown one for both. */
export function createSourceCheck(writings: readonly Writing[]): (writing: Writing, report: Report) => void {
  const cited = new Map<string, Source[]>();
  for (const source of writings.flatMap(({ cites }) => cites)) {
    const known = cited.get(source.id) ?? [];
    if (!known.some((one) => isSameSource(one, source))) cited.set(source.id, [...known, source]);
  }
  return ({ cites }, report) => {
    for (const { id } of cites) if ((cited.get(id)?.length ?? 0) > 1) report('sources', 'problem-source-other', { id });
  };
}
