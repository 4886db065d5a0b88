import { createHash } from 'node:crypto';
import type { Caller } from '../core/command.ts';
import { findEntry } from '../core/find-entry.ts';
import { fold } from '../core/fold.ts';
import type { GapGroup, Gaps, Grouping } from '../core/gaps.ts';
import type { Gap, Store } from '../store/store.ts';
import { actOf } from './acting.ts';
import { createBoundedMap } from './bounded-map.ts';

export interface GapsParts {
  store: Pick<Store, 'gaps'>;
  now: () => number;
  groupAlike: Grouping;
}

/** Groups that are shown. */
const mostGroups = 50;
/** Of a group, so many questions are asked again to see whether there is an answer by now. */
const askedAgain = 10;

export function createGaps({ store, now, groupAlike }: GapsParts): Gaps {
  /** The latest grouping of a community: it takes a while, and a moderator opens one group after the other. */
  const grouped = createBoundedMap<string, { of: string; groups: GapGroup[] }>(100);

  async function all({ community }: Caller): Promise<GapGroup[]> {
    const gaps = await store.gaps.list(community.id);
    const of = hashOf(gaps.map(({ folded, count }) => `${folded}:${count}`).join('\n'));
    const known = grouped.get(community.id);
    if (known?.of === of) return known.groups;
    const groups = groupAlike(gaps.map(({ question: text, count }) => ({ text, count }))).map((places) =>
      groupOf(places.flatMap((at) => gaps[at] ?? [])),
    );
    grouped.set(community.id, { of, groups });
    return groups;
  }

  return {
    async groups(caller) {
      const open: GapGroup[] = [];
      for (const group of await all(caller)) {
        if (isOpen(group, caller)) open.push(group);
        if (open.length === mostGroups) break;
      }
      return open;
    },
    async group(caller, id) {
      return (await all(caller)).find(({ questions }) => questions.some(({ question }) => idOf(question) === id));
    },
    async close(caller, { questions, count }, why) {
      const subject = questions[0]?.question ?? '';
      const act = actOf(caller, now(), why === 'alias' ? 'gap.alias' : 'gap.dismiss', subject, { count });
      await store.gaps.remove(
        caller.community.id,
        questions.map(({ question }) => fold(question)),
        act,
      );
    },
  };
}

function groupOf(gaps: readonly Gap[]): GapGroup {
  const nearest = new Map<string, number>();
  for (const one of gaps) if (one.nearest) nearest.set(one.nearest, (nearest.get(one.nearest) ?? 0) + one.count);
  const [first] = [...nearest].sort(([, a], [, z]) => z - a);
  return {
    id: idOf(gaps[0]?.question ?? ''),
    questions: gaps.map(({ question, language, outcome, count, lastOn }) => ({
      question,
      language,
      outcome,
      count,
      lastOn,
    })),
    count: gaps.reduce((sum, { count }) => sum + count, 0),
    nearest: first?.[0] ?? '',
  };
}

/** Whether there is still no answer to it; one that did not help stays until a moderator says otherwise. */
const isOpen = ({ questions }: GapGroup, { catalogue }: Caller): boolean =>
  questions
    .slice(0, askedAgain)
    .some(
      ({ question, language, outcome }) =>
        outcome === 'unhelpful' || findEntry(catalogue, question, language).outcome !== 'answer',
    );

const hashOf = (text: string): string => createHash('sha256').update(text).digest('hex');

const idOf = (question: string): string => hashOf(fold(question)).slice(0, 8);
