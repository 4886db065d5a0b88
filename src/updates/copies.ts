import type { Answer } from '../core/answer.ts';
import type { Broadcaster } from '../core/broadcast.ts';
import type { Knowledge } from '../core/knowledge.ts';
import type { Texts } from '../core/texts.ts';
import type { ShownUpdate } from '../core/update.ts';
import { digestAnswer } from '../core/views/digest.ts';
import { followUp, type UpdateViewing, updateAnswer } from '../core/views/update.ts';
import type { Claimed, KeptUpdate, Store } from '../store/store.ts';
import type { Copy } from './sending.ts';

export interface CopiesParts {
  store: Pick<Store, 'updates' | 'outbox'>;
  texts: Texts;
  /** What a community sees; that of `shared` is what all share. */
  knowledgeOf(community: string): Promise<Pick<Knowledge, 'source' | 'topic'>>;
}

/** Rendered messages that are kept, for all places of a language and time zone together. */
const mostKept = 500;

/**
 * What places are shown, as it reads at its latest revision, whichever revision the delivery is of: what was begun with an
 * older one and comes through late is then right at once.
 */
export function createCopies({ store, texts, knowledgeOf }: CopiesParts) {
  const updates = new Map<string, KeptUpdate>();

  /** Of the revision that a delivery is of, or a later one. */
  async function updateOf(id: string, revision: number): Promise<KeptUpdate | undefined> {
    const known = updates.get(id);
    if (known && known.revision >= revision) return known;
    const found = await store.updates.get(id);
    if (found) keep(updates, id, found);
    return found;
  }

  async function viewing(community: string, { subscription }: Claimed): Promise<UpdateViewing> {
    const { language, timeZone } = subscription;
    return { knowledge: await knowledgeOf(community), reader: { language, t: texts.in(language) }, timeZone };
  }

  async function answerTo(delivery: Claimed, update: ShownUpdate): Promise<Answer> {
    const shown = await viewing(update.community, delivery);
    return delivery.act === 'follow' ? followUp(update, shown) : updateAnswer(update, shown);
  }

  async function digested(delivery: Claimed): Promise<KeptUpdate[]> {
    const ids = await store.outbox.digest(delivery.item);
    const found = new Map((await store.updates.ofIds(ids)).map((one) => [one.id, one]));
    return ids.flatMap((id) => found.get(id) ?? []);
  }

  /** For one platform. */
  return (broadcaster: Broadcaster) => {
    const rendered = new Map<string, Copy>();

    async function copyOf(delivery: Claimed, of: readonly KeptUpdate[], make: () => Promise<Answer>): Promise<Copy> {
      const { act, kind, subscription } = delivery;
      const { language, timeZone, community } = subscription;
      const read = of.map(({ id, revision }) => `${id}/${revision}`).join();
      const key = [kind, act === 'follow', language, timeZone, kind === 'digest' && community, read].join(' ');
      const known = rendered.get(key);
      if (known) return known;
      const copy = {
        rendered: broadcaster.render(await make(), { language, t: texts.in(language) }),
        isBreaking: of.some(({ writing }) => writing.importance === 'breaking'),
        isRetracted: of.every(({ state }) => state === 'retracted'),
      };
      keep(rendered, key, copy);
      return copy;
    }

    return async (delivery: Claimed): Promise<Copy | undefined> => {
      if (delivery.kind === 'update') {
        const update = await updateOf(delivery.item, delivery.revision);
        return update && (await copyOf(delivery, [update], () => answerTo(delivery, update)));
      }
      const all = await digested(delivery);
      if (all.length === 0) return undefined;
      return await copyOf(delivery, all, async () =>
        digestAnswer(all, await viewing(delivery.subscription.community, delivery)),
      );
    };
  };
}

function keep<V>(map: Map<string, V>, key: string, value: V): void {
  map.delete(key);
  map.set(key, value);
  const oldest = map.keys().next().value;
  if (map.size > mostKept && oldest !== undefined) map.delete(oldest);
}
