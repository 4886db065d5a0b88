import type { Caller } from '../core/command.ts';
import type { Community } from '../core/community.ts';
import type { Knowledge } from '../core/knowledge.ts';
import type { ImportProblem } from '../core/transfer.ts';
import type { Writing, WritingKey } from '../core/writing.ts';
import type { Item, Store } from '../store/store.ts';
import type { CarriedItem } from './item.ts';
import { type Plan, planImport, type There } from './plan.ts';
import type { FileOf, Received } from './received.ts';
import { withPlainReferences } from './references.ts';
import { checkItems, nameOf } from './soundness.ts';
import { type SourceGround, withOwnSources } from './sourcing.ts';

export interface PlanningParts {
  store: Pick<Store, 'entries'>;
  /** What a community would see without anything of its own. */
  beneath(community: Pick<Community, 'id'>): Knowledge;
  /** The text that all communities share, as something that can be edited. */
  sharedWriting(key: WritingKey, beneath: Knowledge): Writing | undefined;
  /** `YYYY-MM-DD`, in UTC. */
  today: () => string;
}

/** What a community has, to compare with. */
export interface Ground extends SourceGround {
  items: readonly Item[];
  thereOf(key: WritingKey): There;
}

export async function groundOf(caller: Caller, parts: PlanningParts): Promise<Ground> {
  const { community, catalogue } = caller;
  const beneath = parts.beneath(community);
  const { items } = await parts.store.entries.all(community.id);
  const known = new Map(items.map((item) => [nameOf(item), item]));
  const sources: SourceGround = {
    knowledge: catalogue.knowledge,
    isShared: (id) => beneath.source(id) !== undefined,
    today: parts.today(),
  };
  return {
    ...sources,
    items,
    thereOf({ kind, key }) {
      const item = known.get(`${kind} ${key}`);
      const writing = item?.writing ?? parts.sharedWriting({ kind, key }, beneath);
      return {
        revision: item?.revision ?? 0,
        state: item?.state ?? (writing ? 'live' : 'none'),
        writing: writing && withOwnSources(writing, sources),
      };
    },
  };
}

/** What texts would change now, once they are as the forms would leave them, or all that is wrong with them. */
export async function planned(
  { items, entries, fileOf, isTidy }: Omit<Received, 'problems'>,
  ground: Ground,
): Promise<Plan & { problems: ImportProblem[] }> {
  const carried = new Map(items.map((one) => [nameOf(one), one]));
  const known = [...carried.values()].map((one) => {
    const plain = { ...one, writing: withPlainReferences(one) };
    return { ...plain, writing: withOwnSources(plain.writing, ground) };
  });
  // What is there already, word for word, is not looked at again: it may be older than a limit.
  const first = planImport(known, ground.thereOf);
  const checked = await checkItems(first.changes, carried, { ...ground, entries, fileOf, isTidy });
  const plan = planImport(checked.items, ground.thereOf);
  return {
    changes: plan.changes,
    unchanged: first.unchanged + plan.unchanged,
    problems: [...twice(items, fileOf), ...checked.problems],
  };
}

/** The same text twice in one file: which of them is meant is not for us to say. */
function twice(items: readonly CarriedItem[], fileOf: FileOf): ImportProblem[] {
  const met = new Set<string>();
  return items.flatMap((item): ImportProblem[] => {
    const isAgain = met.has(nameOf(item));
    met.add(nameOf(item));
    if (!isAgain) return [];
    return [{ file: fileOf(item, undefined), field: undefined, language: undefined, key: 'problem-twice' }];
  });
}
