import type { Caller } from '../core/command.ts';
import { isSamePerson, type Person } from '../core/community.ts';
import { UserError } from '../core/errors.ts';
import { typedText } from '../core/typed-text.ts';
import type { Remark } from '../core/written-values.ts';
import type { Act, CommunityStore, Draft, DraftKind, DraftStore } from '../store/store.ts';
import { type Desk, settingsNow, unlessOvertaken } from './desk.ts';

/** In characters: what a reviewer says to the author. */
const longestComment = 500;

/** As much of an opened draft as has to be known to decide on it. */
export interface Decidable {
  title: string;
  problems: Remark[];
  /** What others have changed since it was begun; undefined where nothing was. */
  since: unknown[] | undefined;
}

/** What became of an act on a draft. */
export type Decision<O extends Decidable, Done> =
  | Done
  | { kind: 'sent'; title: string }
  | { kind: 'undone'; draft: O; isOther: boolean };

/** What authors and reviewers do with drafts; `O` is a draft as they see it, `Done` what a published one comes to. */
export interface Deciding<O extends Decidable, Done> {
  publish(caller: Caller, id: string, version: number): Promise<Decision<O, Done>>;
  submit(caller: Caller, id: string, version: number): Promise<Decision<O, Done>>;
  approve(caller: Caller, id: string, version: number): Promise<Decision<O, Done>>;
  giveBack(caller: Caller, id: string, version: number, comment: string): Promise<boolean>;
  reject(caller: Caller, id: string, version: number, reason: string): Promise<boolean>;
}

export interface DecidingParts<K extends DraftKind, O extends Decidable, Done> {
  desk: Desk<K>;
  store: { drafts: DraftStore<K>; communities: Pick<CommunityStore, 'byId'> };
  now: () => number;
  /** What acts are called by, before the dot: `entry`. */
  thing: string;
  /** What the audit log calls it that the draft is of. */
  subjectOf(draft: Draft<K>, title: string): string;
  opened(caller: Caller, draft: Draft<K>): Promise<O>;
  /** Does what a sound draft is for; undefined where somebody else was faster. */
  carryOut(caller: Caller, draft: Draft<K>, open: O, approvedBy: Person | undefined): Promise<Done | undefined>;
  news: {
    submitted(caller: Caller, act: Act, draft: Draft<K>, title: string): void;
    approved(caller: Caller, draft: Draft<K>, done: Done): Promise<boolean>;
    returned(caller: Caller, draft: Draft<K>, title: string, comment: string): Promise<boolean>;
    rejected(caller: Caller, draft: Draft<K>, title: string, reason: string): Promise<boolean>;
  };
}

/** What becomes of a draft: published by its author or, where another one has to agree, by them. */
export function createDeciding<K extends DraftKind, O extends Decidable, Done extends { kind: 'done' }>(
  parts: DecidingParts<K, O, Done>,
): Deciding<O, Done> {
  const { desk, store, now, thing, opened, news } = parts;

  const undone = (draft: O, isOther: boolean) => ({ kind: 'undone' as const, draft, isOther });

  const reopened = async (caller: Caller, id: string, isOther: boolean) =>
    undone(await opened(caller, await desk.seen(caller, id)), isOther);

  const isReady = ({ problems, since }: O): boolean => problems.length === 0 && since === undefined;

  const approvals = async (caller: Caller) => (await settingsNow(caller, store.communities)).approvals;

  async function carryOut(caller: Caller, draft: Draft<K>, version: number, approvedBy?: Person) {
    if (draft.version !== version) return await reopened(caller, draft.id, true);
    const open = await opened(caller, draft);
    if (!isReady(open)) return undone(open, false);
    return (await parts.carryOut(caller, draft, open, approvedBy)) ?? (await reopened(caller, draft.id, false));
  }

  async function reviewed(caller: Caller, id: string, version: number): Promise<Draft<K>> {
    const draft = await desk.seen(caller, id);
    if (isSamePerson(draft.author, caller.person)) throw new UserError('error-own-draft');
    if (draft.version !== version) throw new UserError('error-draft-changed');
    return draft;
  }

  const actOn = (caller: Caller, draft: Draft<K>, done: string, title: string, reason: string): Act => ({
    community: caller.community.id,
    by: caller.person,
    at: now(),
    act: `${thing}.${done}`,
    subject: parts.subjectOf(draft, title),
    ...(reason && { detail: { reason } }),
  });

  return {
    async publish(caller, id, version) {
      const draft = await desk.own(caller, id);
      if ((await approvals(caller)) > 0) throw new UserError('error-needs-review');
      return await carryOut(caller, draft, version);
    },

    async submit(caller, id, version) {
      const draft = await desk.own(caller, id);
      const open = await opened(caller, draft);
      if (draft.state === 'review') return { kind: 'sent', title: open.title };
      if (draft.version !== version) return undone(open, true);
      if (!isReady(open)) return undone(open, false);
      const act = actOn(caller, draft, 'submit', open.title, typedText(draft.reason));
      await unlessOvertaken(store.drafts.change({ ...draft, state: 'review', comment: '', changedAt: now() }, act));
      news.submitted(caller, act, draft, open.title);
      return { kind: 'sent', title: open.title };
    },

    async approve(caller, id, version) {
      const draft = await desk.seen(caller, id);
      if (isSamePerson(draft.author, caller.person)) throw new UserError('error-own-draft');
      const outcome = await carryOut(caller, draft, version, caller.person);
      if (outcome.kind === 'done') await news.approved(caller, draft, outcome);
      return outcome;
    },

    async giveBack(caller, id, version, typed) {
      const comment = commentOf(typed);
      const draft = await reviewed(caller, id, version);
      const { title } = await opened(caller, draft);
      const act = actOn(caller, draft, 'return', title, comment);
      await unlessOvertaken(store.drafts.change({ ...draft, state: 'returned', comment, changedAt: now() }, act));
      return await news.returned(caller, draft, title, comment);
    },

    async reject(caller, id, version, typed) {
      const reason = commentOf(typed);
      const draft = await reviewed(caller, id, version);
      const { title } = await opened(caller, draft);
      const act = actOn(caller, draft, 'reject', title, reason);
      await unlessOvertaken(store.drafts.remove(caller.community.id, id, version, act));
      return await news.rejected(caller, draft, title, reason);
    },
  };
}

function commentOf(typed: string): string {
  const comment = typedText(typed);
  if (comment === '') throw new UserError('error-comment-empty');
  if ([...comment].length > longestComment) throw new UserError('error-comment-long', { limit: longestComment });
  return comment;
}
