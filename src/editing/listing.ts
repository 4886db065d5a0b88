import type { Caller } from '../core/command.ts';
import { isSamePerson, isShared } from '../core/community.ts';
import type { DraftLine, Editing } from '../core/editing.ts';
import { localized } from '../core/language.ts';
import { positionKey } from '../core/overlay.ts';
import { translationsBehind, type Writing } from '../core/writing.ts';
import type { Draft, Store } from '../store/store.ts';
import { type GroundParts, sharedWriting } from './ground.ts';
import { draftTitle, titleOf } from './open-drafts.ts';

export interface ListingParts extends GroundParts {
  store: Pick<Store, 'entries' | 'drafts'>;
}

/** What a community has of its own, and what of it waits for somebody. */
export function createListing(parts: ListingParts): Pick<Editing, 'list' | 'queue'> {
  const { store, beneath, today } = parts;

  const lineOf = (draft: Draft, now: Writing | undefined, caller: Caller): DraftLine => ({
    id: draft.id,
    kind: draft.kind,
    key: draft.key,
    intent: draft.intent,
    state: draft.state,
    title: draftTitle(draft, now, caller.language),
    isMine: isSamePerson(draft.author, caller.person),
    changedAt: draft.changedAt,
  });

  async function read(caller: Caller) {
    const { id } = caller.community;
    const [{ items }, drafts] = await Promise.all([store.entries.all(id), store.drafts.list(id)]);
    const below = beneath(caller.community);
    const all = items.map((item) => {
      const writing = item.writing ?? sharedWriting(item, below);
      return { ...item, own: item.writing, title: titleOf(item, writing, caller.language) };
    });
    const known = new Map(all.map((one) => [`${one.kind} ${one.key}`, one]));
    const lines = drafts.map((draft) => {
      const there = known.get(`${draft.kind} ${draft.key}`)?.own ?? sharedWriting(draft, below);
      return lineOf(draft, there, caller);
    });
    return { all, lines, below };
  }

  return {
    async list(caller) {
      const { all, lines, below } = await read(caller);
      const isThere = (one: (typeof all)[number]) => sharedWriting(one, below) !== undefined;
      const retired = all.filter(({ state }) => state === 'retired');
      return {
        own: all.filter(({ state, own }) => state === 'live' && own),
        hidden: retired.filter(isThere),
        retired: retired.filter((one) => !isThere(one) && one.own),
        drafts: lines.filter(({ isMine }) => isMine),
      };
    },

    async queue(caller) {
      const { all, lines } = await read(caller);
      const live = all.filter(({ state, own }) => state === 'live' && own);
      const day = today();
      const ofContent = isShared(caller.community) ? overdueContent(caller, day) : [];
      const ofOwn = live.map((one) => ({ ...one, reviewBy: one.own?.reviewBy ?? '' }));
      const overdue = new Map(
        [...ofContent, ...ofOwn.filter(({ reviewBy }) => reviewBy < day)].map((one) => [`${one.kind} ${one.key}`, one]),
      );
      return {
        waiting: lines.filter(({ state }) => state === 'review'),
        returned: lines.filter(({ state, isMine }) => state === 'returned' && isMine),
        overdue: [...overdue.values()].sort((a, z) => (a.reviewBy < z.reviewBy ? -1 : 1)),
        behind: live.flatMap((one) => translationsBehind(one.own as Writing).map((language) => ({ ...one, language }))),
      };
    },
  };
}

/** What all communities share is looked after by the operators alone. */
function overdueContent({ catalogue, language }: Caller, day: string) {
  const { entries, positions } = catalogue.knowledge;
  return [
    ...entries.map(({ id, reviewBy, text }) => {
      return { kind: 'entry' as const, key: id, reviewBy, title: localized(text, language).value.question };
    }),
    ...positions.map((one) => {
      return { kind: 'position' as const, key: positionKey(one), reviewBy: one.reviewBy, title: positionKey(one) };
    }),
  ].filter(({ reviewBy }) => reviewBy < day);
}
