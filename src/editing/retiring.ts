import type { Caller } from '../core/command.ts';
import type { Editing, Outcome } from '../core/editing.ts';
import { UserError } from '../core/errors.ts';
import type { FormValues } from '../core/form.ts';
import { lengthOf, typedText } from '../core/typed-text.ts';
import type { Writing } from '../core/writing.ts';
import { writingLimits } from '../core/written-values.ts';
import { settingsNow } from '../drafts/desk.ts';
import { NameTaken, Stale } from '../store/failures.ts';
import { checkNames, commit, nameTakenError } from './commitment.ts';
import type { Drafting, DraftingParts } from './drafting.ts';
import { type GroundParts, groundOf, type Standing, standingOf } from './ground.ts';
import { titleOf } from './open-drafts.ts';

/** Takes texts out of what is served, and brings them back. */
export function createRetiring(drafting: Drafting, parts: DraftingParts): Pick<Editing, 'retire' | 'restore'> {
  const { store, news, now } = parts;

  interface Wish {
    intent: 'retire' | 'restore';
    there: Standing;
    writing: Writing | undefined;
    reason: string;
    revision?: number | undefined;
  }

  /** Does it or, where another moderator has to agree, lets it wait for them: once, however often it is asked. */
  async function wish(caller: Caller, { intent, there, writing, reason, revision }: Wish): Promise<Outcome> {
    const { kind, key } = there;
    const title = titleOf(there, there.writing, caller.language);
    if ((await settingsNow(caller, store.communities)).approvals === 0) {
      const intended = { kind, key, base: there.revision, intent, writing, author: caller.person, reason, title };
      await commit(caller, intended, `entry.${intent}`, undefined, parts).catch((error: unknown) => {
        if (error instanceof NameTaken) throw nameTakenError(error, writing);
        if (error instanceof Stale) throw new UserError('error-changed-meanwhile');
        throw error;
      });
      return { kind: 'done', intent, item: { kind, key }, title };
    }
    const waiting = await store.drafts.list(caller.community.id, 'review');
    if (waiting.some((one) => one.kind === kind && one.key === key && one.intent === intent))
      return { kind: 'sent', title };
    const values: FormValues = revision === undefined ? {} : { revision: String(revision) };
    const added = await drafting.desk.add(caller, { kind, key, intent, base: there.revision, values, reason });
    const act = {
      community: caller.community.id,
      by: caller.person,
      at: now(),
      act: 'entry.submit',
      subject: key,
      detail: { wants: intent, ...(reason && { reason }) },
    };
    await store.drafts.change({ ...added, state: 'review' }, act);
    news.log(caller, act, { kind, key, title, isShown: false });
    return { kind: 'sent', title };
  }

  return {
    async retire(caller, item, typed) {
      const reason = typedText(typed);
      if (reason === '') throw new UserError('error-reason-empty');
      if (lengthOf(reason) > writingLimits.reason)
        throw new UserError('error-comment-long', { limit: writingLimits.reason });
      const there = await standingOf(caller, item, parts);
      if (there.state === 'none') throw new UserError('error-no-entry', { typed: item.key });
      if (there.state === 'retired') throw new UserError('error-retired-already');
      return await wish(caller, { intent: 'retire', there, writing: there.own, reason });
    },

    async restore(caller, item, revision) {
      const there = await standingOf(caller, item, parts);
      if (there.state === 'none') throw new UserError('error-no-entry', { typed: item.key });
      if (there.state === 'live' && revision === undefined) throw new UserError('error-live');
      const writing = await restoredWriting(caller, there, revision, parts);
      if (there.state === 'live' && JSON.stringify(writing) === JSON.stringify(there.own))
        throw new UserError('error-restore-same');
      checkNames(item, writing ?? there.shared, groundOf(caller, parts));
      const reason = revision ? caller.t('restored-from', { number: revision }) : '';
      return await wish(caller, { intent: 'restore', there, writing, reason, revision });
    },
  };
}

/** The own text to bring back; none for the shared one. Throws `UserError` for a revision that is not there. */
export async function restoredWriting(
  caller: Caller,
  there: Standing,
  revision: number | undefined,
  { store }: GroundParts,
): Promise<Writing | undefined> {
  let writing = there.own;
  if (revision === 0) writing = undefined;
  else if (revision !== undefined) {
    const { kind, key } = there;
    const all = await store.entries.revisions(caller.community.id, { kind, key });
    const found = all.find(({ number }) => number === revision);
    if (!found) throw new UserError('error-no-revision', { number: revision });
    writing = found.writing;
  }
  if (!writing && !there.shared) throw new UserError('error-no-revision', { number: revision ?? 0 });
  return writing;
}
