import type { Caller } from '../core/command.ts';
import { isShared, sharedCommunity } from '../core/community.ts';
import type { Editing, ItemHistory, RevisionLine } from '../core/editing.ts';
import { UserError } from '../core/errors.ts';
import { positionKey } from '../core/overlay.ts';
import type { Writing, WritingKey } from '../core/writing.ts';
import type { Revision } from '../store/store.ts';
import { differenceOf } from './difference.ts';
import { type GroundParts, groundOf, type Standing, standingOf, writingAt } from './ground.ts';
import { titleOf } from './open-drafts.ts';

/** What became of a text over time. */
export function createHistory(parts: GroundParts): Pick<Editing, 'history' | 'compare'> {
  const { store, beneath } = parts;

  /** The community's own revisions or, where it has none, those of the operators. */
  async function revisionsOf(caller: Caller, item: WritingKey) {
    const own = await store.entries.revisions(caller.community.id, item);
    if (own.length > 0 || isShared(caller.community)) return { of: 'community' as const, revisions: own };
    return { of: 'shared' as const, revisions: await store.entries.revisions(sharedCommunity, item) };
  }

  return {
    async history(caller, item, isModerator): Promise<ItemHistory> {
      const key = { kind: item.kind, key: item.key };
      const there = await standingOf(caller, key, parts);
      const isGone = there.state === 'none' || (there.state === 'retired' && !isModerator);
      if (isGone) throw new UserError('error-no-entry', { typed: item.key });
      const { of, revisions } = await revisionsOf(caller, key);
      const withNames = isModerator && of === 'community';
      return {
        ...key,
        title: titleOf(key, there.writing, caller.language),
        state: there.state === 'retired' ? 'retired' : 'live',
        of: revisions.length > 0 ? of : 'content',
        contentRevision: there.shared && contentRevision(caller, there),
        revisions: revisions.map((one) => lineOf(one, withNames)),
      };
    },

    async compare(caller, item, from, to) {
      const there = await standingOf(caller, { kind: item.kind, key: item.key }, parts);
      const wanted = [from, to].map((number) => {
        if (!Number.isInteger(number) || number < 0 || number > there.revision)
          throw new UserError('error-no-revision', { number: Number.isFinite(number) ? number : 0 });
        return writingAt(caller, there, number, parts);
      });
      const [before, after] = await Promise.all(wanted);
      return differenceOf(before, after, groundOf(caller, parts));
    },
  };

  function contentRevision({ community }: Caller, { kind, key }: Standing): number | undefined {
    const below = beneath(community);
    if (kind === 'entry') return below.entry(key)?.revision;
    return below.positions.find((one) => positionKey(one) === key)?.revision;
  }
}

/** The latest change of a text of the community's own that is shown. */
export async function lastChange(
  caller: Caller,
  item: WritingKey,
  parts: GroundParts,
): Promise<{ before: Writing | undefined; after: Writing } | undefined> {
  const there = await standingOf(caller, { kind: item.kind, key: item.key }, parts);
  if (there.revision === 0 || there.state !== 'live' || !there.writing) return undefined;
  return { before: await writingAt(caller, there, there.revision - 1, parts), after: there.writing };
}

function lineOf({ number, intent, at, reason, author, approvedBy }: Revision, withNames: boolean): RevisionLine {
  return {
    number,
    intent,
    at,
    reason,
    ...(withNames && { by: author?.name ?? 'erased' }),
    ...(withNames && approvedBy && { approvedBy: approvedBy.name }),
  };
}
