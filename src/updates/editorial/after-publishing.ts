import type { Caller } from '../../core/command.ts';
import { UserError } from '../../core/errors.ts';
import { typedLine } from '../../core/typed-text.ts';
import { updateTextIn } from '../../core/update-text.ts';
import { updateValues } from '../../core/update-values.ts';
import type { Updates } from '../../core/updates.ts';
import { reportedCall } from '../../core/views/reported.ts';
import { newsCall } from '../../core/views/update.ts';
import { shorten, writingLimits } from '../../core/written-values.ts';
import { newDraft } from '../../drafts/desk.ts';
import { Stale } from '../../store/failures.ts';
import type { Act, KeptUpdate } from '../../store/store.ts';
import type { Drafting } from './drafting.ts';
import { type EditorialParts, groundOf, ownUpdate, shownOf } from './ground.ts';
import { statusCall } from './news.ts';

const mostAttempts = 5;

/** Takes updates back within their undo window, retracts them after it, and has sent again what did not arrive. */
export function createAfterPublishing(
  { opened }: Pick<Drafting, 'opened'>,
  parts: EditorialParts,
): Pick<Updates, 'undo' | 'retract' | 'resend' | 'settleOutdated'> {
  const { store, news, now, newId, wake } = parts;

  const actOn = (caller: Caller, act: string, update: KeptUpdate, detail?: Act['detail']): Act => ({
    community: caller.community.id,
    by: caller.person,
    at: now(),
    act,
    subject: shorten(updateTextIn(update.writing, caller.language).text.title, 100),
    ...(detail && { detail }),
  });

  return {
    async undo(caller, id) {
      const update = await ownUpdate(caller, id, parts).catch(tooLate);
      const { original } = update.writing;
      const values = { ...updateValues(update.writing, original, groundOf(caller, parts)), language: original };
      const made = { kind: 'update', key: '', intent: 'write', base: 0, values, reason: '' } as const;
      const act = actOn(caller, 'update.undo', update);
      const draft = newDraft<'update'>(caller, made, { id: newId(), at: act.at });
      const undone = await store.updates.undo(caller.community.id, id, act.at, draft, act);
      if (!undone) throw new UserError('error-undo-over');
      news.log(caller, act);
      return await opened(caller, undone);
    },

    async retract(caller, id, typed) {
      const reason = typedLine(typed);
      if (reason === '') throw new UserError('error-retract-why');
      if ([...reason].length > writingLimits.reason)
        throw new UserError('error-comment-long', { limit: writingLimits.reason });
      for (let attempt = 1; ; attempt++) {
        const update = await ownUpdate(caller, id, parts);
        if (update.state === 'pending') throw new UserError('error-update-unsent');
        if (update.state === 'retracted') throw new UserError('error-update-retracted');
        const act = actOn(caller, 'update.retract', update, { reason });
        const { community, revision: base, writing } = update;
        const change = { id, community, base, intent: 'retract', writing, author: caller.person, at: act.at } as const;
        try {
          const retracted = await store.updates.revise({ ...change, reason, isSilent: false }, act);
          wake();
          news.log(caller, act, newsCall(id));
          return shownOf(retracted);
        } catch (error) {
          // Somebody corrects it at the same moment: it is retracted all the same.
          if (!(error instanceof Stale) || attempt === mostAttempts) throw error;
        }
      }
    },

    async resend(caller, id, which) {
      const update = await ownUpdate(caller, id, parts);
      const counts = await store.updates.counts(id);
      if (!counts.some(({ state }) => state === which)) return 0;
      const act = actOn(caller, 'update.resend', update, { which });
      const count = await store.updates.resend(id, which, act.at, act);
      if (count > 0) wake();
      news.log(caller, act, statusCall(id));
      return count;
    },

    async settleOutdated(caller, { kind, key }) {
      const { community, person } = caller;
      const act = { community: community.id, by: person, at: now(), act: 'update.settle', subject: key };
      await store.updates.settleOutdated(community.id, { kind, key }, act);
      news.log(caller, act, reportedCall({ kind, key }));
    },
  };
}

/** What is not there may have been taken back by another moderator a moment ago. */
function tooLate(error: unknown): never {
  throw error instanceof UserError ? new UserError('error-undo-over') : error;
}
