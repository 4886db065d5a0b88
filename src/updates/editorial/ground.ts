import type { Caller } from '../../core/command.ts';
import type { Document } from '../../core/document.ts';
import { UserError } from '../../core/errors.ts';
import type { Knowledge } from '../../core/knowledge.ts';
import type { Texts } from '../../core/texts.ts';
import type { ShownUpdate, UpdateWriting } from '../../core/update.ts';
import type { Writing, WritingKey } from '../../core/writing.ts';
import { shorten } from '../../core/written-values.ts';
import type { Draft, KeptUpdate, Store } from '../../store/store.ts';
import type { UpdateNews } from './news.ts';

/** What the editorial side of updates stands on. */
export interface EditorialParts {
  store: Pick<Store, 'updates' | 'updateDrafts' | 'communities'>;
  news: UpdateNews;
  texts: Texts;
  /** What a community would see without anything of its own. */
  beneath(community: Caller['community']): Knowledge;
  /** The latest change of a text of the community's own that is shown; undefined where there is none. */
  lastChange(caller: Caller, item: WritingKey): Promise<{ before: Writing | undefined; after: Writing } | undefined>;
  /** Whether one message of every platform holds it. */
  fitsOneMessage(document: Document): boolean;
  /** `YYYY-MM-DD`, in UTC. */
  today: () => string;
  /** Milliseconds since the epoch. */
  now: () => number;
  /** Eight characters of a-z and 0-9. */
  newId: () => string;
  /** Called after each act that gives the dispatcher something to do. */
  wake(): void;
}

export type UpdateDraft = Draft<'update'>;

/** What updates of a community are read against. */
export interface UpdateGround {
  knowledge: Knowledge;
  isShared(sourceId: string): boolean;
  today: string;
}

export function groundOf({ community, catalogue }: Caller, { beneath, today }: EditorialParts): UpdateGround {
  const below = beneath(community);
  return {
    knowledge: catalogue.knowledge,
    isShared: (id) => below.source(id) !== undefined,
    today: today(),
  };
}

/** An update of the caller's own community; throws `UserError` for any other, whether or not there is one. */
export async function ownUpdate({ community }: Caller, id: string, { store }: EditorialParts): Promise<KeptUpdate> {
  const update = await store.updates.get(id);
  if (update?.community !== community.id) throw new UserError('error-no-update', { typed: shorten(id) });
  return update;
}

/** What an update said at a revision. */
export async function writingAt(
  { id, revision, writing }: KeptUpdate,
  wanted: number,
  { store }: EditorialParts,
): Promise<UpdateWriting> {
  if (wanted === revision) return writing;
  const revisions = await store.updates.revisions(id);
  return revisions.find(({ number }) => number === wanted)?.writing ?? writing;
}

/** Without who wrote it. */
export const shownOf = ({ author: _, contentId: __, ...shown }: KeptUpdate): ShownUpdate => shown;
