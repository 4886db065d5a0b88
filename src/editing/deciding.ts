import type { Caller } from '../core/command.ts';
import { isSamePerson, type Person } from '../core/community.ts';
import type { Editing, OpenDraft, Outcome } from '../core/editing.ts';
import { UserError } from '../core/errors.ts';
import { typedText } from '../core/typed-text.ts';
import type { Writing, WritingKey } from '../core/writing.ts';
import { shorten } from '../core/written-values.ts';
import { Gone, NameTaken, Stale } from '../store/failures.ts';
import type { Act, Draft } from '../store/store.ts';
import { approvalsOf, checkNames, commit, nameTakenError } from './commitment.ts';
import type { Drafting, DraftingParts } from './drafting.ts';
import { groundOf, standingOf } from './ground.ts';
import { newEntryId } from './open-drafts.ts';
import { restoredWriting } from './retiring.ts';

/** In characters: what a reviewer says to the author. */
const longestComment = 500;
const mostAttempts = 5;

export type Deciding = Pick<Editing, 'publish' | 'submit' | 'approve' | 'giveBack' | 'reject'>;

/** What becomes of a draft: published by its author or, where another one has to agree, by them. */
export function createDeciding(drafting: Drafting, parts: DraftingParts): Deciding {
  const { store, news, now } = parts;

  const reopened = async (caller: Caller, id: string, isOther: boolean): Promise<Outcome> => ({
    kind: 'undone',
    draft: await drafting.draft(caller, id),
    isOther,
  });

  async function carryOut(caller: Caller, draft: Draft, version: number, approvedBy?: Person): Promise<Outcome> {
    if (draft.version !== version) return await reopened(caller, draft.id, true);
    const open = await drafting.opened(caller, draft);
    if (open.problems.length > 0 || open.since !== undefined) return { kind: 'undone', draft: open, isOther: false };
    const writing = await decidedWriting(caller, draft, open);
    const taken = new Set<string>();
    for (let attempt = 1; ; attempt++) {
      const item: WritingKey = { kind: draft.kind, key: draft.key || (await freshKey(caller, draft, taken)) };
      const intended = {
        ...item,
        base: draft.base,
        intent: draft.intent,
        writing: writing(item),
        author: draft.author,
        approvedBy,
        reason: typedText(draft.reason),
        title: open.title,
      };
      try {
        await commit(
          caller,
          intended,
          approvedBy ? approving[draft.intent] : publishing[draft.intent],
          { id: draft.id, version },
          parts,
        );
        return { kind: 'done', intent: draft.intent, item, title: open.title };
      } catch (error) {
        if (error instanceof Gone) throw new UserError('error-draft-gone');
        if (error instanceof NameTaken) throw nameTakenError(error, intended.writing);
        if (!(error instanceof Stale)) throw error;
        // A new entry's id may have gone to another one a moment ago; anything else is a change by somebody else.
        if (draft.key !== '' || attempt === mostAttempts) return await reopened(caller, draft.id, false);
        taken.add(item.key);
      }
    }
  }

  /** An id that no entry of the community has ever had. */
  async function freshKey(caller: Caller, { values }: Draft, taken: ReadonlySet<string>): Promise<string> {
    const { items } = await store.entries.all(caller.community.id);
    const used = new Set(items.filter(({ kind }) => kind === 'entry').map(({ key }) => key));
    return newEntryId(values.question ?? '', groundOf(caller, parts), (id) => used.has(id) || taken.has(id));
  }

  async function decidedWriting(
    caller: Caller,
    draft: Draft,
    open: OpenDraft,
  ): Promise<(item: WritingKey) => Writing | undefined> {
    if (draft.intent === 'write') {
      const { writing } = open.read(draft.values);
      return () => writing;
    }
    const there = await standingOf(caller, draft, parts);
    if (draft.intent === 'retire') return () => there.own;
    const revision = draft.values.revision ? Number(draft.values.revision) : undefined;
    const writing = await restoredWriting(caller, there, revision, parts);
    checkNames(draft, writing ?? there.shared, groundOf(caller, parts));
    return () => writing;
  }

  async function reviewed(caller: Caller, id: string, version: number): Promise<Draft> {
    const draft = await drafting.kept(caller, id);
    if (isSamePerson(draft.author, caller.person)) throw new UserError('error-own-draft');
    if (draft.version !== version) throw new UserError('error-draft-changed');
    return draft;
  }

  const actOn = (caller: Caller, draft: Draft, act: string, title: string, reason = ''): Act => ({
    community: caller.community.id,
    by: caller.person,
    at: now(),
    act,
    subject: draft.key || shorten(title, 100),
    ...(reason && { detail: { reason } }),
  });

  /** The author may have taken it back, or another reviewer may have been first. */
  async function unlessOvertaken<T>(doing: Promise<T>): Promise<T> {
    return await doing.catch((error: unknown) => {
      if (error instanceof Gone) throw new UserError('error-draft-gone');
      if (error instanceof Stale) throw new UserError('error-draft-changed');
      throw error;
    });
  }

  return {
    async publish(caller, id, version) {
      const draft = await drafting.kept(caller, id);
      if (!isSamePerson(draft.author, caller.person)) throw new UserError('error-draft-gone');
      if ((await approvalsOf(caller, parts)) > 0) throw new UserError('error-needs-review');
      return await carryOut(caller, draft, version);
    },

    async submit(caller, id, version) {
      const draft = await drafting.kept(caller, id);
      if (!isSamePerson(draft.author, caller.person)) throw new UserError('error-draft-gone');
      if (draft.state === 'review') return { kind: 'sent', title: (await drafting.opened(caller, draft)).title };
      if (draft.version !== version) return await reopened(caller, id, true);
      const open = await drafting.opened(caller, draft);
      if (open.problems.length > 0 || open.since !== undefined) return { kind: 'undone', draft: open, isOther: false };
      const act = actOn(caller, draft, 'entry.submit', open.title, typedText(draft.reason));
      await unlessOvertaken(store.drafts.change({ ...draft, state: 'review', comment: '', changedAt: now() }, act));
      news.log(caller, act, { kind: draft.kind, key: draft.key, title: open.title, isShown: false });
      return { kind: 'sent', title: open.title };
    },

    async approve(caller, id, version) {
      const draft = await drafting.kept(caller, id);
      if (isSamePerson(draft.author, caller.person)) throw new UserError('error-own-draft');
      const outcome = await carryOut(caller, draft, version, caller.person);
      if (outcome.kind === 'done') await news.approved(caller, draft, outcome.item, outcome.title);
      return outcome;
    },

    async giveBack(caller, id, version, typed) {
      const comment = commentOf(typed);
      const draft = await reviewed(caller, id, version);
      const { title } = await drafting.opened(caller, draft);
      const act = actOn(caller, draft, 'entry.return', title, comment);
      await unlessOvertaken(store.drafts.change({ ...draft, state: 'returned', comment, changedAt: now() }, act));
      return await news.returned(caller, draft, title, comment);
    },

    async reject(caller, id, version, typed) {
      const reason = commentOf(typed);
      const draft = await reviewed(caller, id, version);
      const { title } = await drafting.opened(caller, draft);
      const act = actOn(caller, draft, 'entry.reject', title, reason);
      await unlessOvertaken(store.drafts.remove(caller.community.id, id, version, act));
      return await news.rejected(caller, draft, title, reason);
    },
  };
}

const publishing = { write: 'entry.publish', retire: 'entry.retire', restore: 'entry.restore' };
const approving = { ...publishing, write: 'entry.approve' };

function commentOf(typed: string): string {
  const comment = typedText(typed);
  if (comment === '') throw new UserError('error-comment-empty');
  if ([...comment].length > longestComment) throw new UserError('error-comment-long', { limit: longestComment });
  return comment;
}
