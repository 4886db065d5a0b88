import type { Caller } from '../../core/command.ts';
import { UserError } from '../../core/errors.ts';
import { languages } from '../../core/language.ts';
import { updateFields, updateValues } from '../../core/update-values.ts';
import type { OpenUpdateDraft, UpdateSubject, Updates } from '../../core/updates.ts';
import { createDesk, type Desk, settingsNow } from '../../drafts/desk.ts';
import { rebasedValues, takenValues } from '../../drafts/values.ts';
import type { KeptUpdate } from '../../store/store.ts';
import { type EditorialParts, groundOf, ownUpdate, type UpdateDraft, writingAt } from './ground.ts';
import { languageFor, openDraft, openedOf } from './open-drafts.ts';

export type Drafting = Pick<Updates, 'open' | 'begin' | 'draft' | 'save' | 'rebase' | 'discard'> & {
  desk: Desk<'update'>;
  opened(caller: Caller, draft: UpdateDraft): Promise<OpenUpdateDraft>;
};

/** Updates on their way: from the form that opens to the draft that is sound. */
export function createDrafting(parts: EditorialParts): Drafting {
  const { store, now, newId } = parts;
  const desk = createDesk({ drafts: store.updateDrafts, now, newId });

  /** What the draft is of and was made from, if it is not a new update. */
  async function standing(caller: Caller, { key, base }: UpdateDraft) {
    const there = key === '' ? undefined : await ownUpdate(caller, key, parts).catch(gone);
    return { there, before: there && (await writingAt(there, base, parts)) };
  }

  async function opened(caller: Caller, draft: UpdateDraft): Promise<OpenUpdateDraft> {
    const settings = await settingsNow(caller, store.communities);
    const { there, before } = await standing(caller, draft);
    const open = openDraft(draft, { there, before, settings }, caller, parts);
    const isNew = draft.key === '' && open.preview;
    return { ...open, audience: isNew ? await store.updates.audience(draft.community, isNew.writing) : 0 };
  }

  /** The update that a form is for. */
  async function subjectOf(caller: Caller, { update }: UpdateSubject): Promise<KeptUpdate | undefined> {
    if (update === undefined) return undefined;
    const there = await ownUpdate(caller, update, parts);
    if (there.state === 'pending') throw new UserError('error-update-pending');
    if (there.contentId !== undefined) throw new UserError('error-update-file', { file: there.contentId });
    return there;
  }

  return {
    desk,
    opened,

    async open(caller, subject) {
      const there = await subjectOf(caller, subject);
      if (there?.state === 'retracted') throw new UserError('error-update-retracted');
      await desk.checkRoom(caller);
      const language = languageFor(there?.writing, subject.language, caller);
      const made = { update: there?.id, language, base: there?.revision ?? 0, before: there?.writing };
      return openedOf(made, caller, parts);
    },

    async begin(caller, subject, base, values) {
      const there = await subjectOf(caller, subject);
      if (!Number.isInteger(base) || base < (there ? 1 : 0) || base > (there?.revision ?? 0))
        throw new UserError('error-old-button');
      const before = there && (await writingAt(there, base, parts));
      const language = languageFor(before, subject.language, caller);
      const typed = takenValues(allFields(there === undefined), values);
      const added = await desk.add(caller, {
        kind: 'update',
        key: there?.id ?? '',
        intent: 'write',
        base,
        values: { ...updateValues(before, language, groundOf(caller, parts)), ...typed, language },
        reason: typed.correction ?? '',
      });
      return await opened(caller, added);
    },

    draft: async (caller, id) => await opened(caller, await desk.seen(caller, id)),

    async save(caller, id, values) {
      const changed = await desk.change(caller, id, (draft) => {
        const typed = { ...draft.values, ...takenValues(allFields(draft.key === ''), values) };
        return { ...draft, ...notInReview(draft), values: typed, reason: typed.correction ?? '' };
      });
      return await opened(caller, changed);
    },

    async rebase(caller, id) {
      const changed = await desk.change(caller, id, async (draft) => {
        const { there, before } = await standing(caller, draft);
        if (!there || there.revision === draft.base) return draft;
        const ground = groundOf(caller, parts);
        const language =
          languages.find((one) => one === draft.values.language) ?? languageFor(before, undefined, caller);
        const [old = {}, current = {}] = [before, there.writing].map((one) => updateValues(one, language, ground));
        const values = rebasedValues(draft.values, old, current);
        return { ...draft, ...notInReview(draft), values, base: there.revision };
      });
      return await opened(caller, changed);
    },

    discard: desk.discard,
  };
}

const allFields = (isNew: boolean) => updateFields({ isNew, isTranslation: false });

/** Whoever reviews a text agrees to that text: one that changes has to be sent again. */
const notInReview = ({ state }: UpdateDraft): Pick<UpdateDraft, 'state'> => ({
  state: state === 'review' ? 'editing' : state,
});

function gone(error: unknown): undefined {
  if (!(error instanceof UserError)) throw error;
}
