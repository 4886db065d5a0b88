import type { Caller } from '../core/command.ts';
import { isSamePerson } from '../core/community.ts';
import { type Editing, mostDrafts, type OpenDraft } from '../core/editing.ts';
import { UserError } from '../core/errors.ts';
import { languages } from '../core/language.ts';
import { Stale, TooMany } from '../store/failures.ts';
import type { Draft, Store } from '../store/store.ts';
import { approvalsOf, type CommitmentParts } from './commitment.ts';
import { type GroundParts, groundOf, standingOf, writingAt } from './ground.ts';
import { languageFor, openDraft, openedOf, rebasedValues, takenValues, valuesOf } from './open-drafts.ts';

export interface DraftingParts extends GroundParts, CommitmentParts {
  store: Pick<Store, 'entries' | 'drafts' | 'communities'>;
  /** Eight characters of a-z and 0-9. */
  newId: () => string;
}

export type Drafting = Pick<Editing, 'open' | 'begin' | 'draft' | 'save' | 'rebase' | 'discard'> & {
  /** A draft as it is kept, for who may see it. */
  kept(caller: Caller, id: string): Promise<Draft>;
  opened(caller: Caller, draft: Draft): Promise<OpenDraft>;
};

/** Texts on their way: from the form that opens to the draft that is sound. */
export function createDrafting(parts: DraftingParts): Drafting {
  const { store, now, newId } = parts;

  /** Before anybody types what could not be kept then. */
  async function checkRoom({ community, person }: Caller): Promise<void> {
    const drafts = await store.drafts.list(community.id);
    if (drafts.filter(({ author }) => isSamePerson(author, person)).length >= mostDrafts) throw tooMany();
  }

  async function kept(caller: Caller, id: string): Promise<Draft> {
    const draft = await store.drafts.get(caller.community.id, id);
    const isSeen = draft && (isSamePerson(draft.author, caller.person) || draft.state === 'review');
    if (!isSeen) throw new UserError('error-draft-gone');
    return draft;
  }

  async function own(caller: Caller, id: string): Promise<Draft> {
    const draft = await kept(caller, id);
    if (!isSamePerson(draft.author, caller.person)) throw new UserError('error-draft-gone');
    return draft;
  }

  async function opened(caller: Caller, draft: Draft): Promise<OpenDraft> {
    const there = await standingOf(caller, draft, parts);
    const before = await writingAt(caller, there, draft.base, parts);
    const needsReview = (await approvalsOf(caller, parts)) > 0;
    return openDraft(draft, { now: there, before, needsReview }, caller, groundOf(caller, parts));
  }

  /** Changes a draft of the caller's own; what the same person does at the same time on another device is not lost. */
  async function change(caller: Caller, id: string, next: (draft: Draft) => Draft | Promise<Draft>) {
    for (let attempt = 1; ; attempt++) {
      const draft = await own(caller, id);
      try {
        const changed = await store.drafts.change({ ...(await next(draft)), changedAt: now() });
        return await opened(caller, changed);
      } catch (error) {
        if (!(error instanceof Stale) || attempt === 3) throw error;
      }
    }
  }

  return {
    kept,
    opened,

    async open(caller, subject) {
      const there = await standingOf(caller, subject, parts);
      if (subject.kind === 'entry' && subject.key !== '' && !there.writing)
        throw new UserError('error-no-entry', { typed: subject.key });
      if (there.state === 'retired') throw new UserError('error-retired');
      await checkRoom(caller);
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
      const typed = takenValues(kind, values);
      const at = now();
      const draft: Omit<Draft, 'version'> = {
        id: newId(),
        community: caller.community.id,
        kind,
        key,
        intent: 'write',
        base,
        values: { ...opening, ...typed, language },
        state: 'editing',
        author: caller.person,
        reason: typed.reason ?? '',
        comment: '',
        createdAt: at,
        changedAt: at,
      };
      const added = await store.drafts.add(draft, mostDrafts).catch((error: unknown) => {
        throw error instanceof TooMany ? tooMany() : error;
      });
      return await opened(caller, added);
    },

    draft: async (caller, id) => await opened(caller, await kept(caller, id)),

    save: (caller, id, values) =>
      change(caller, id, (draft) => {
        if (draft.intent !== 'write') throw new UserError('error-old-button');
        const taken = takenValues(draft.kind, values);
        const typed = { ...draft.values, ...taken };
        // Whoever reviews a text agrees to that text: one that changes has to be sent again.
        const state = draft.state === 'review' ? 'editing' : draft.state;
        return { ...draft, state, values: typed, reason: typed.reason ?? '' };
      }),

    rebase: (caller, id) =>
      change(caller, id, async (draft) => {
        const there = await standingOf(caller, draft, parts);
        if (there.revision === draft.base) return draft;
        const ground = groundOf(caller, parts);
        const before = await writingAt(caller, there, draft.base, parts);
        const language =
          languages.find((one) => one === draft.values.language) ?? languageFor(before, undefined, caller);
        const [old, current] = [before, there.writing].map((one) => valuesOf(draft.kind, one, language, ground));
        const values = draft.intent === 'write' ? rebasedValues(draft.values, old ?? {}, current ?? {}) : draft.values;
        return { ...draft, values, base: there.revision, state: draft.state === 'review' ? 'editing' : draft.state };
      }),

    async discard(caller, id) {
      const draft = await own(caller, id);
      await store.drafts.remove(caller.community.id, id, draft.version);
    },
  };
}

const tooMany = (): UserError => new UserError('error-drafts-many', { limit: mostDrafts });
