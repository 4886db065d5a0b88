import type { Caller } from '../../core/command.ts';
import type { Person } from '../../core/community.ts';
import { UserError } from '../../core/errors.ts';
import type { UpdateWriting } from '../../core/update.ts';
import { updateTextIn } from '../../core/update-text.ts';
import type { OpenUpdateDraft, UpdateOutcome, Updates } from '../../core/updates.ts';
import { newsCall } from '../../core/views/update.ts';
import { shorten } from '../../core/written-values.ts';
import { createDeciding as createDraftDeciding } from '../../drafts/deciding.ts';
import { settingsNow } from '../../drafts/desk.ts';
import { Gone, Stale } from '../../store/failures.ts';
import type { Act } from '../../store/store.ts';
import type { Drafting } from './drafting.ts';
import { type EditorialParts, ownUpdate, shownOf, type UpdateDraft, writingAt } from './ground.ts';
import { statusCall } from './news.ts';
import { correctionOf } from './open-drafts.ts';

type Done = Extract<UpdateOutcome, { kind: 'done' }>;

/** A draft that somebody has decided on. */
interface Decided {
  draft: UpdateDraft;
  writing: UpdateWriting;
  open: OpenUpdateDraft;
  approvedBy: Person | undefined;
}

/** What becomes of a draft: it is posted or corrects what was sent, by its author or with another one's consent. */
export function createDeciding(
  { desk, opened }: Drafting,
  parts: EditorialParts,
): Pick<Updates, 'publish' | 'submit' | 'approve' | 'giveBack' | 'reject'> {
  const { store, news, now, newId, wake } = parts;

  const actOf = (
    caller: Caller,
    act: string,
    { open, approvedBy }: Decided,
    detail: Act['detail'],
    at: number,
  ): Act => ({
    community: caller.community.id,
    by: caller.person,
    at,
    act: approvedBy ? 'update.approve' : act,
    subject: shorten(open.title, 100),
    ...(detail && { detail }),
  });

  async function post(caller: Caller, decided: Decided) {
    const { draft, writing, approvedBy } = decided;
    const { undoSeconds } = await settingsNow(caller, store.communities);
    const at = now();
    const act = actOf(caller, 'update.post', decided, undefined, at);
    const made = { id: newId(), community: draft.community, writing, author: draft.author, approvedBy, at };
    const update = await store.updates.post({ ...made, publishAt: at + undoSeconds * 1000 }, act, draft);
    return { update, act, show: statusCall(update.id) };
  }

  async function correct(caller: Caller, decided: Decided) {
    const { draft, writing, open, approvedBy } = decided;
    const there = await ownUpdate(caller, draft.key, parts);
    const before = await writingAt(there, draft.base, parts);
    const reason = correctionOf(draft.values, { before, language: open.language });
    const at = now();
    const detail = { revision: draft.base + 1, ...(reason && { reason }) };
    const act = actOf(caller, 'update.edit', decided, detail, at);
    const { key: id, base, community, author } = draft;
    const change = { id, community, base, intent: 'edit', writing, author, approvedBy, at } as const;
    const update = await store.updates.revise({ ...change, reason, isSilent: reason === '' }, act, draft);
    return { update, act, show: newsCall(id) };
  }

  async function carryOut(
    caller: Caller,
    draft: UpdateDraft,
    open: OpenUpdateDraft,
    approvedBy: Person | undefined,
  ): Promise<Done | undefined> {
    const writing = open.preview?.writing;
    if (!writing) return undefined;
    const decided = { draft, writing, open, approvedBy };
    try {
      const { update, act, show } = await (draft.key === '' ? post(caller, decided) : correct(caller, decided));
      wake();
      news.log(caller, act, show);
      return { kind: 'done', update: shownOf(update) };
    } catch (error) {
      if (error instanceof Gone) throw new UserError('error-draft-gone');
      if (error instanceof Stale) return undefined;
      throw error;
    }
  }

  return createDraftDeciding({
    desk,
    store: { drafts: store.updateDrafts, communities: store.communities },
    now,
    thing: 'update',
    subjectOf: (_, title) => shorten(title, 100),
    opened,
    carryOut,
    news: {
      submitted: (caller, act) => news.log(caller, act),
      approved: (caller, draft, { update: { id, writing } }) =>
        news.approved(caller, draft, id, updateTextIn(writing, caller.language).text.title),
      returned: news.returned,
      rejected: news.rejected,
    },
  });
}
