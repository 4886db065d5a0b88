import type { Caller } from '../core/command.ts';
import { fold } from '../core/fold.ts';
import { gapsKeptDays, type QuestionLog } from '../core/gaps.ts';
import { withoutTraces } from '../core/traces.ts';
import { questionOf } from '../core/views/entry.ts';
import { dayOf } from '../core/views/instants.ts';
import type { Gap, Store } from '../store/store.ts';
import { createBoundedMap } from './bounded-map.ts';
import { unreachableCommunity } from './registry.ts';

export interface QuestionLogParts {
  store: Pick<Store, 'gaps'>;
  now: () => number;
  /** Called once when questions can't be kept, and again only after one was. */
  onFault(error: unknown): void;
}

/** Different questions of one community. */
const mostKept = 2000;
/** One person's same question counts once in this time: nobody makes a question frequent alone. */
const countedAgainMs = 24 * 3600_000;

export function createQuestionLog({ store, now, onFault }: QuestionLogParts): QuestionLog {
  const counted = createBoundedMap<string, number>(20_000);
  let isFailing = false;

  function keep(
    caller: Caller,
    gap: Omit<Gap, 'count' | 'firstOn' | 'lastOn' | 'community' | 'folded' | 'language'>,
  ): void {
    const { community, person, language } = caller;
    const folded = fold(gap.question);
    const key = [community.id, person.platform, person.id, gap.outcome === 'unhelpful', folded].join('|');
    if (now() - (counted.get(key) ?? Number.NEGATIVE_INFINITY) < countedAgainMs) return;
    counted.set(key, now());
    store.gaps.add({ ...gap, community: community.id, folded, language }, dayOf(now()), mostKept).then(
      () => {
        isFailing = false;
      },
      (error: unknown) => {
        if (!isFailing) onFault(error);
        isFailing = true;
      },
    );
  }

  const isKept = ({ community }: Caller): boolean =>
    community.settings.keepsQuestions && community.id !== unreachableCommunity;

  return {
    asked(caller, typed, { outcome, alternatives }) {
      if (outcome === 'answer' || !isKept(caller)) return;
      const question = withoutTraces(typed);
      if (question !== '') keep(caller, { question, outcome, nearest: alternatives[0]?.id ?? '' });
    },
    unhelpful(caller, entry) {
      if (isKept(caller))
        keep(caller, { question: questionOf(entry, caller), outcome: 'unhelpful', nearest: entry.id });
    },
  };
}

/** Removes the questions that were last asked longer ago than they are kept; returns how many. For every day. */
export async function sweepQuestions(store: Pick<Store, 'gaps'>, now: number): Promise<number> {
  return await store.gaps.removeBefore(dayOf(now - gapsKeptDays * 24 * 3600_000));
}
