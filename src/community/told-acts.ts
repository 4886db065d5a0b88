import type { Community } from '../core/community.ts';
import { paragraph } from '../core/document.ts';
import type { Messenger } from '../core/messenger.ts';
import { deedInWords } from '../core/views/deed.ts';
import type { Act, Store } from '../store/store.ts';

/** Called with each act once it is in the audit log, and its community where it has just been written. Never throws. */
export type TellAct = (act: Act, written?: Community) => void;

/** Tells acts in the log channel that their community has chosen. */
export function actTeller(parts: {
  communityById(id: string): Promise<Community | undefined>;
  messenger: Pick<Messenger, 'post'>;
}): TellAct {
  return (act, written) => {
    void (async () => {
      const settings = (written ?? (await parts.communityById(act.community)))?.settings;
      if (!settings?.logChat) return;
      const { logChat, timeZone, language } = settings;
      await parts.messenger.post(
        logChat,
        (reader) => ({ document: [paragraph(deedInWords(act, timeZone, reader))] }),
        language,
      );
    })();
  };
}

/**
 * The same store, of which every act around communities and members is also told once it is written. What is done to
 * entries is told by whoever edits them, with the way to see it.
 */
export function tellingStore(store: Store, tell: TellAct): Store {
  async function told<T>(written: Promise<T>, act: Act): Promise<T> {
    const result = await written;
    tell(act);
    return result;
  }
  const { communities, reports, gaps, audit } = store;
  return {
    ...store,
    communities: {
      ...communities,
      async change(id, base, settings, act) {
        const changed = await communities.change(id, base, settings, act);
        tell(act, changed);
        return changed;
      },
      makeLink: (id, hash, until, act) => told(communities.makeLink(id, hash, until, act), act),
      async useLink(hash, chat, at, act) {
        const joined = await communities.useLink(hash, chat, at, act);
        if (joined) tell({ ...act, community: joined.id }, joined);
        return joined;
      },
      async unlink(chat, at, act) {
        const own = await communities.unlink(chat, at, act);
        tell({ ...act, community: own.id }, own);
        return own;
      },
    },
    reports: {
      ...reports,
      async settle(community, id, outcome, act) {
        const settled = await reports.settle(community, id, outcome, act);
        if (settled) tell(act);
        return settled;
      },
    },
    gaps: { ...gaps, remove: (community, folded, act) => told(gaps.remove(community, folded, act), act) },
    audit: { ...audit, add: (act) => told(audit.add(act), act) },
  };
}
