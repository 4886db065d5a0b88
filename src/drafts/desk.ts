import type { Caller } from '../core/command.ts';
import { type Community, isSamePerson } from '../core/community.ts';
import { mostDrafts } from '../core/editing.ts';
import { UserError } from '../core/errors.ts';
import { Gone, Stale, TooMany } from '../store/failures.ts';
import type { CommunityStore, Draft, DraftKind, DraftStore } from '../store/store.ts';

/** Drafts as those who may see and change them do; throws `UserError` for what is not theirs. */
export interface Desk<K extends DraftKind> {
  /** Before anybody types what could not be kept then. */
  checkRoom(caller: Caller): Promise<void>;
  /** Keeps a new draft of the caller's, to be changed; `made` is of what, and what was typed. */
  add(
    caller: Caller,
    made: Pick<Draft<K>, 'kind' | 'key' | 'intent' | 'base' | 'values' | 'reason'>,
  ): Promise<Draft<K>>;
  /** One's own, or one that waits for review. */
  seen(caller: Caller, id: string): Promise<Draft<K>>;
  own(caller: Caller, id: string): Promise<Draft<K>>;
  /** Changes a draft of the caller's own; what the same person does at the same time on another device is not lost. */
  change(caller: Caller, id: string, next: (draft: Draft<K>) => Draft<K> | Promise<Draft<K>>): Promise<Draft<K>>;
  discard(caller: Caller, id: string): Promise<void>;
}

export interface DeskParts<K extends DraftKind> {
  drafts: DraftStore<K>;
  now: () => number;
  /** Eight characters of a-z and 0-9. */
  newId: () => string;
}

const mostAttempts = 3;

export function createDesk<K extends DraftKind>({ drafts, now, newId }: DeskParts<K>): Desk<K> {
  async function seen(caller: Caller, id: string): Promise<Draft<K>> {
    const draft = await drafts.get(caller.community.id, id);
    const isSeen = draft && (isSamePerson(draft.author, caller.person) || draft.state === 'review');
    if (!isSeen) throw new UserError('error-draft-gone');
    return draft;
  }

  async function own(caller: Caller, id: string): Promise<Draft<K>> {
    const draft = await seen(caller, id);
    if (!isSamePerson(draft.author, caller.person)) throw new UserError('error-draft-gone');
    return draft;
  }

  return {
    seen,
    own,

    async checkRoom({ community, person }) {
      const all = await drafts.list(community.id);
      if (all.filter(({ author }) => isSamePerson(author, person)).length >= mostDrafts) throw tooMany();
    },

    async add(caller, made) {
      const draft = newDraft(caller, made, { id: newId(), at: now() });
      return await drafts.add(draft, mostDrafts).catch((error: unknown) => {
        throw error instanceof TooMany ? tooMany() : error;
      });
    },

    async change(caller, id, next) {
      for (let attempt = 1; ; attempt++) {
        const draft = await own(caller, id);
        try {
          return await drafts.change({ ...(await next(draft)), changedAt: now() });
        } catch (error) {
          if (!(error instanceof Stale) || attempt === mostAttempts) throw error;
        }
      }
    },

    async discard(caller, id) {
      const { version } = await own(caller, id);
      await drafts.remove(caller.community.id, id, version);
    },
  };
}

/** A draft of the caller's that nobody else sees yet. */
export const newDraft = <K extends DraftKind>(
  { community, person }: Caller,
  made: Pick<Draft<K>, 'kind' | 'key' | 'intent' | 'base' | 'values' | 'reason'>,
  { id, at }: { id: string; at: number },
): Omit<Draft<K>, 'version'> => ({
  ...made,
  id,
  community: community.id,
  state: 'editing',
  author: person,
  comment: '',
  createdAt: at,
  changedAt: at,
});

/** The author may have taken it back, or another reviewer may have been first. */
export async function unlessOvertaken<T>(doing: Promise<T>): Promise<T> {
  return await doing.catch((error: unknown) => {
    if (error instanceof Gone) throw new UserError('error-draft-gone');
    if (error instanceof Stale) throw new UserError('error-draft-changed');
    throw error;
  });
}

/** A community's settings as they are now, whatever they were when the caller began. */
export async function settingsNow(
  { community }: Caller,
  communities: Pick<CommunityStore, 'byId'>,
): Promise<Community['settings']> {
  return ((await communities.byId(community.id)) ?? community).settings;
}

const tooMany = (): UserError => new UserError('error-drafts-many', { limit: mostDrafts });
