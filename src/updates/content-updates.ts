import { type Community, sharedCommunity } from '../core/community.ts';
import type { ContentUpdate } from '../core/update.ts';
import { Stale } from '../store/failures.ts';
import type { KeptUpdate, Store } from '../store/store.ts';

export interface ContentUpdatesParts {
  store: Pick<Store, 'updates'>;
  /** What the content folder says now. */
  written(): readonly ContentUpdate[];
  now: () => number;
  /** Eight characters of a-z and 0-9. */
  newId: () => string;
  onChange(change: { id: string; did: 'published' | 'kept' | 'corrected' | 'retracted' }): void;
}

/** The name under which a database notes that it has seen the folder’s updates once. */
const seen = 'content-updates';
const dayMs = 86_400_000;
/** An update that is older than this when it is first seen is shown by `/latest`, but sent to nobody. */
const freshDays = 3;

const shared: Pick<Community, 'id'> = { id: sharedCommunity };

/**
 * Publishes what editors have written in `content/updates`: each once, by its id, on its date; a higher revision corrects what
 * was sent, `retracted` retracts it. A fresh installation keeps those that are there without sending them.
 */
export function createContentUpdates({ store, written, now, newId, onChange }: ContentUpdatesParts) {
  async function publish(update: ContentUpdate, isFirst: boolean): Promise<void> {
    const at = now();
    const dated = Date.parse(`${update.date}T00:00:00Z`);
    const made = {
      id: newId(),
      community: shared.id,
      contentId: update.id,
      writing: update.writing,
      author: undefined,
      at,
    };
    if (isFirst || update.retracted !== undefined || at - dated > (freshDays + 1) * dayMs) {
      const kept = await store.updates.keep({ ...made, publishAt: Math.min(dated, at) });
      onChange({ id: update.id, did: 'kept' });
      if (update.retracted !== undefined) await revise(kept, update);
      return;
    }
    await store.updates.post({ ...made, publishAt: at });
    onChange({ id: update.id, did: 'published' });
  }

  async function revise(kept: KeptUpdate, update: ContentUpdate): Promise<void> {
    if (kept.state !== 'published') return;
    const base = { id: kept.id, community: kept.community, base: kept.revision, author: undefined, at: now() };
    if (update.retracted !== undefined) {
      const { writing } = kept;
      await store.updates.revise({ ...base, intent: 'retract', writing, reason: update.retracted, isSilent: false });
      onChange({ id: update.id, did: 'retracted' });
      return;
    }
    const isCorrected = update.revision > followed(kept);
    const isTranslated = Object.keys(update.writing.text).some((one) => !(one in kept.writing.text));
    if (!isCorrected && !isTranslated) return;
    const reason = isCorrected ? update.corrected : '';
    await store.updates.revise({ ...base, intent: 'edit', writing: update.writing, reason, isSilent: !isCorrected });
    onChange({ id: update.id, did: 'corrected' });
  }

  /** Brings what is kept up to date with the folder; what another process does at the same time is not done twice. */
  return async (): Promise<void> => {
    const known = new Map((await store.updates.ofContent()).map((one) => [one.contentId, one]));
    const isFirst = await store.updates.mark(seen, now());
    for (const update of written()) {
      // It may lie ahead: then its day has to come.
      if (Date.parse(`${update.date}T00:00:00Z`) > now()) continue;
      const kept = known.get(update.id);
      await (kept ? revise(kept, update) : publish(update, isFirst)).catch((error: unknown) => {
        if (!(error instanceof Stale)) throw error;
      });
    }
  };
}

/** The revision of the file that was last taken over. */
const followed = ({ writing }: KeptUpdate): number => writing.text[writing.original]?.follows ?? 1;
