import type { Caller } from '../core/command.ts';
import type { Editing, OpenDraft } from '../core/editing.ts';
import { UserError } from '../core/errors.ts';
import { languages } from '../core/language.ts';
import { createDesk, type Desk, settingsNow } from '../drafts/desk.ts';
import { rebasedValues, takenValues } from '../drafts/values.ts';
import type { Draft, ItemKind, Store } from '../store/store.ts';
import type { CommitmentParts } from './commitment.ts';
import { type GroundParts, groundOf, standingOf, writingAt } from './ground.ts';
import { fieldsOf, languageFor, openDraft, openedOf, valuesOf } from './open-drafts.ts';

export interface DraftingParts extends GroundParts, CommitmentParts {
  store: Pick<Store, 'entries' | 'drafts' | 'communities'>;
  /** Eight characters of a-z and 0-9. */
  newId: () => string;
}

export type Drafting = Pick<Editing, 'open' | 'begin' | 'draft' | 'save' | 'rebase' | 'discard'> & {
  desk: Desk<ItemKind>;
  opened(caller: Caller, draft: Draft): Promise<OpenDraft>;
};

/** Texts on their way: from the form that opens to the draft that is sound. */
export function createDrafting(parts: DraftingParts): Drafting {
  const { store, now, newId } = parts;
  const desk = createDesk({ drafts: store.drafts, now, newId });

  async function opened(caller: Caller, draft: Draft): Promise<OpenDraft> {
    const there = await standingOf(caller, draft, parts);
    const before = await writingAt(caller, there, draft.base, parts);
    const needsReview = (await settingsNow(caller, store.communities)).approvals > 0;
    return openDraft(draft, { now: there, before, needsReview }, caller, groundOf(caller, parts));
  }

  return {
    desk,
    opened,

    async open(caller, subject) {
      const there = await standingOf(caller, subject, parts);
      if (subject.kind === 'entry' && subject.key !== '' && !there.writing)
        throw new UserError('error-no-entry', { typed: subject.key });
      if (there.state === 'retired') throw new UserError('error-retired');
      await desk.checkRoom(caller);
      const language = languageFor(there.writing, subject.language, caller);
      return openedOf(subject, language, there.revision, there.writing, groundOf(caller, parts));
    },

    async begin(caller, { kind, key: wanted, language: told }, base, values) {
      const found = await standingOf(caller, { kind, key: wanted }, parts);
      // What was typed for an entry that has gone meanwhile is kept as a new one.
      const isGone = kind === 'entry' && !found.writing;
      const key = isGone ? '' : wanted;
      const there = isGone ? await standingOf(caller, { kind, key }, parts) : found;
      if (!Number.isInteger(base) || base < 0 || base > there.revision) throw new UserError('error-old-button');
      const before = await writingAt(caller, there, base, parts);
      const language = languageFor(before, told, caller);
      const opening = valuesOf(kind, before, language, groundOf(caller, parts));
      const typed = takenValues(fieldsOf(kind), values);
      const added = await desk.add(caller, {
        kind,
        key,
        intent: 'write',
        base,
        values: { ...opening, ...typed, language },
        reason: typed.reason ?? '',
      });
      return await opened(caller, added);
    },

    draft: async (caller, id) => await opened(caller, await desk.seen(caller, id)),

    async save(caller, id, values) {
      const changed = await desk.change(caller, id, (draft) => {
        if (draft.intent !== 'write') throw new UserError('error-old-button');
        const typed = { ...draft.values, ...takenValues(fieldsOf(draft.kind), values) };
        // Whoever reviews a text agrees to that text: one that changes has to be sent again.
        const state = draft.state === 'review' ? 'editing' : draft.state;
        return { ...draft, state, values: typed, reason: typed.reason ?? '' };
      });
      return await opened(caller, changed);
    },

    async rebase(caller, id) {
      const changed = await desk.change(caller, id, async (draft) => {
        const there = await standingOf(caller, draft, parts);
        if (there.revision === draft.base) return draft;
        const ground = groundOf(caller, parts);
        const before = await writingAt(caller, there, draft.base, parts);
        const language =
          languages.find((one) => one === draft.values.language) ?? languageFor(before, undefined, caller);
        const [old, current] = [before, there.writing].map((one) => valuesOf(draft.kind, one, language, ground));
        const values = draft.intent === 'write' ? rebasedValues(draft.values, old ?? {}, current ?? {}) : draft.values;
        return { ...draft, values, base: there.revision, state: draft.state === 'review' ? 'editing' : draft.state };
      });
      return await opened(caller, changed);
    },

    discard: desk.discard,
  };
}
