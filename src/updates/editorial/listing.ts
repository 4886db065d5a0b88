import type { Caller } from '../../core/command.ts';
import { isSamePerson, sharedCommunity } from '../../core/community.ts';
import type { Knowledge } from '../../core/knowledge.ts';
import { localized } from '../../core/language.ts';
import { updateTextIn } from '../../core/update-text.ts';
import type { OutdatedLine, UpdateDraftLine, Updates } from '../../core/updates.ts';
import type { ItemKey, KeptUpdate } from '../../store/store.ts';
import { type EditorialParts, shownOf } from './ground.ts';
import { draftTitle } from './open-drafts.ts';

const mostListed = 100;
/** Older ones have been read. */
const mostShown = 50;

/** What there is: for moderators of their community's own, for everybody what has been published. */
export function createListing({ store }: EditorialParts): Pick<Updates, 'list' | 'queue' | 'latest' | 'shown'> {
  async function draftLines(caller: Caller): Promise<UpdateDraftLine[]> {
    const drafts = await store.updateDrafts.list(caller.community.id);
    const there = await byId(drafts.flatMap(({ key }) => key || []));
    return drafts.map((draft) => ({
      id: draft.id,
      state: draft.state,
      title: draftTitle(draft, there.get(draft.key), caller.language),
      isMine: isSamePerson(draft.author, caller.person),
      changedAt: draft.changedAt,
    }));
  }

  const byId = async (ids: readonly string[]): Promise<Map<string, KeptUpdate>> =>
    new Map((await store.updates.ofIds([...new Set(ids)])).map((one) => [one.id, one]));

  /** What is no longer shown does not have to be mended. */
  async function outdatedLines({ community, catalogue, language }: Caller): Promise<OutdatedLine[]> {
    const outdated = await store.updates.outdated(community.id);
    const updates = await byId(outdated.map(({ update }) => update));
    return outdated.flatMap(({ kind, key, update: id }) => {
      const title = titleOf({ kind, key }, catalogue.knowledge, language);
      const update = updates.get(id);
      if (title === undefined || !update) return [];
      return [{ kind, key, title, update: id, updateTitle: updateTextIn(update.writing, language).text.title }];
    });
  }

  return {
    async list({ community, language }) {
      const states = ['pending', 'published', 'retracted'] as const;
      const found = await store.updates.list([community.id], { states, most: mostListed });
      return found.map(({ id, state, writing, publishedAt, revision }) => {
        const { title } = updateTextIn(writing, language).text;
        return { id, title, state, importance: writing.importance, publishedAt, revision };
      });
    },

    async queue(caller) {
      const [lines, outdated] = await Promise.all([draftLines(caller), outdatedLines(caller)]);
      const own = lines.filter(({ isMine }) => isMine);
      return {
        waiting: lines.filter(({ state }) => state === 'review'),
        returned: own.filter(({ state }) => state === 'returned'),
        drafts: own.filter(({ state }) => state === 'editing'),
        outdated,
      };
    },

    async latest({ community }, topic) {
      const states = ['published', 'retracted'] as const;
      const found = await store.updates.list(seenBy(community.id), { states, topic, most: mostShown });
      return found.map(shownOf);
    },

    async shown({ community }, id) {
      const update = await store.updates.get(id);
      const isSeen = update && update.state !== 'pending' && seenBy(community.id).includes(update.community);
      return isSeen ? shownOf(update) : undefined;
    },
  };
}

const seenBy = (community: string): string[] => [...new Set([sharedCommunity, community])];

/** What readers call a text; nothing for one that they don't see. */
function titleOf({ kind, key }: ItemKey, knowledge: Knowledge, language: Caller['language']): string | undefined {
  if (kind === 'position') {
    const [party = '', topic = ''] = key.split('/');
    return knowledge.position(party, topic) && key;
  }
  const entry = knowledge.entry(key);
  return entry && localized(entry.text, language).value.question;
}
