import type { Caller } from '../core/command.ts';
import type { Person } from '../core/community.ts';
import type { Editing, OpenDraft, Outcome } from '../core/editing.ts';
import { UserError } from '../core/errors.ts';
import { typedText } from '../core/typed-text.ts';
import type { Writing, WritingKey } from '../core/writing.ts';
import { shorten } from '../core/written-values.ts';
import { createDeciding as createDraftDeciding } from '../drafts/deciding.ts';
import { Gone, NameTaken, Stale } from '../store/failures.ts';
import type { Draft } from '../store/store.ts';
import { checkNames, commit, nameTakenError } from './commitment.ts';
import type { Drafting, DraftingParts } from './drafting.ts';
import { groundOf, standingOf } from './ground.ts';
import { newEntryId } from './open-drafts.ts';
import { restoredWriting } from './retiring.ts';

const mostAttempts = 5;

export type Deciding = Pick<Editing, 'publish' | 'submit' | 'approve' | 'giveBack' | 'reject'>;

type Done = Extract<Outcome, { kind: 'done' }>;

/** What becomes of a draft: published by its author or, where another one has to agree, by them. */
export function createDeciding({ desk, opened }: Drafting, parts: DraftingParts): Deciding {
  const { store, news, now } = parts;

  async function carryOut(
    caller: Caller,
    draft: Draft,
    open: OpenDraft,
    approvedBy: Person | undefined,
  ): Promise<Done | undefined> {
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
        const act = approvedBy ? approving[draft.intent] : publishing[draft.intent];
        await commit(caller, intended, act, { id: draft.id, version: draft.version }, parts);
        return { kind: 'done', intent: draft.intent, item, title: open.title };
      } catch (error) {
        if (error instanceof Gone) throw new UserError('error-draft-gone');
        if (error instanceof NameTaken) throw nameTakenError(error, intended.writing);
        if (!(error instanceof Stale)) throw error;
        // A new entry's id may have gone to another one a moment ago; anything else is a change by somebody else.
        if (draft.key !== '' || attempt === mostAttempts) return undefined;
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

  return createDraftDeciding({
    desk,
    store,
    now,
    thing: 'entry',
    subjectOf: ({ key }, title) => key || shorten(title, 100),
    opened,
    carryOut,
    news: {
      submitted: (caller, act, { kind, key }, title) => news.log(caller, act, { kind, key, title, isShown: false }),
      approved: (caller, draft, { item, title }) => news.approved(caller, draft, item, title),
      returned: news.returned,
      rejected: news.rejected,
    },
  });
}

const publishing = { write: 'entry.publish', retire: 'entry.retire', restore: 'entry.restore' };
const approving = { ...publishing, write: 'entry.approve' };
