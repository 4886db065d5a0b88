import { type Chat, type Community, type Person, sharedCommunity } from '../core/community.ts';
import type { Choices } from '../core/reception.ts';
import type { Store } from '../store/store.ts';
import { type Cache, createCache } from './cache.ts';

/** Communities and people's choices from memory, as the reception needs them at every call. Reading never fails. */
export interface Registry {
  /** The chat's community; `unreachable` where nothing is known of it and the database does not answer. */
  communityOf(chat: Chat & { title: string }): Promise<Community>;
  communityById(id: string): Promise<Community | undefined>;
  choicesOf(person: Pick<Person, 'platform' | 'id'>): Promise<Choices>;
  /** What all communities share, with its settings as last read. */
  shared(): Community;
  /** A community that has just been written. */
  keep(community: Community): void;
  /** Drops a community, and which chats are its own: it is read again when next needed. */
  forget(id: string): void;
  forgetChat(chat: Chat): void;
  forgetPerson(person: Pick<Person, 'platform' | 'id'>): void;
  /** Another process has written it: it is read before it is used again. */
  expire(what: RegistryNotice): void;
  /** The same for everything: what others wrote may not have been heard of. */
  expireAll(): void;
  /** How many of each are in memory. */
  sizes(): Record<'communities' | 'owners' | 'people', number>;
}

/** What another process may write. */
export type RegistryNotice = { of: 'community'; id: string } | { of: 'chat' | 'person'; platform: string; id: string };

export interface RegistryParts {
  store: Pick<Store, 'communities' | 'people'>;
  /** What stands for the shared community until it has been read. */
  shared: Community;
  now: () => number;
  /** Called once when the database stops answering, and again only after it has answered. */
  onFault(error: unknown): void;
  mostCommunities?: number;
  mostPeople?: number;
  /** How old a value may become before it is read again behind the answer: another process may have written it. */
  freshMs?: number;
  /** How long an answer waits for the database. */
  patienceMs?: number;
}

/** The id of what stands for a community that can't be read: it has no chats, so nobody has a right in it. */
export const unreachableCommunity = 'unreachable';

export function createRegistry(parts: RegistryParts): Registry {
  const { store, now, mostCommunities = 50_000, mostPeople = 50_000, freshMs = 60_000, patienceMs = 1000 } = parts;
  let isDown = false;
  const failed = (error: unknown): void => {
    if (error instanceof NotThere) return;
    if (!isDown) parts.onFault(error);
    isDown = true;
  };
  const timed = { freshMs, now, onFault: failed };
  const communities = createCache<Community>({ ...timed, most: mostCommunities });
  const owners = createCache<{ id: string; title: string }>({ ...timed, most: mostCommunities });
  const people = createCache<Choices>({ ...timed, most: mostPeople });

  /** Reads from the database; notes whether it answers. */
  async function read<T>(query: () => Promise<T>): Promise<T> {
    const found = await query();
    isDown = false;
    return found;
  }

  const nobodys: Community = { ...parts.shared, id: unreachableCommunity, chats: [] };

  /** What is read, or what is remembered of it, or `otherwise`, where that fails or takes too long. */
  async function readable<V extends object, T>(cache: Cache<V>, key: string, load: () => Promise<V>, otherwise: T) {
    const ready = cache.ready(key, load);
    if (ready) return ready;
    try {
      return await within(patienceMs, cache.get(key, load));
    } catch (error) {
      failed(error);
      return cache.peek(key) ?? otherwise;
    }
  }

  async function loadById(id: string): Promise<Community> {
    const found = await read(() => store.communities.byId(id));
    if (found) return found;
    if (id === sharedCommunity) return parts.shared;
    throw new NotThere();
  }

  async function ownerOf(chat: Chat & { title: string }): Promise<{ id: string; title: string }> {
    const community = await read(() => store.communities.of(chat, now()));
    communities.put(community.id, community);
    return { id: community.id, title: chat.title };
  }

  const communityById = (id: string): Promise<Community | undefined> =>
    readable(communities, id, () => loadById(id), undefined);

  async function communityOf(chat: Chat & { title: string }): Promise<Community> {
    const key = keyOf(chat);
    const owner = await readable(owners, key, () => ownerOf(chat), undefined);
    if (!owner) return nobodys;
    // Where the platform does not know the title just now, what it was stays.
    if (chat.title !== '' && owner.title !== chat.title) rename(chat, owner.id);
    return (await communityById(owner.id)) ?? nobodys;
  }

  function rename(chat: Chat & { title: string }, id: string): void {
    owners.put(keyOf(chat), { id, title: chat.title });
    store.communities
      .rename(chat, chat.title)
      .then(() => communities.forget(id))
      .catch(failed);
  }

  const choicesOf = (person: Pick<Person, 'platform' | 'id'>): Promise<Choices> =>
    readable(people, keyOf(person), () => read(() => store.people.choices(person)), {});

  return {
    communityOf,
    communityById,
    choicesOf,
    shared() {
      // Asked for at every call in private: read behind the answer, never before it.
      void communityById(sharedCommunity);
      return communities.peek(sharedCommunity) ?? parts.shared;
    },
    keep: (community) => communities.put(community.id, community),
    forget(id) {
      for (const chat of communities.peek(id)?.chats ?? []) owners.forget(keyOf(chat));
      communities.forget(id);
    },
    forgetChat: (chat) => owners.forget(keyOf(chat)),
    forgetPerson: (person) => people.forget(keyOf(person)),
    expire(what) {
      if (what.of === 'community') communities.expire(what.id);
      else if (what.of === 'chat') owners.expire(`${what.platform}:${what.id}`);
      else people.expire(`${what.platform}:${what.id}`);
    },
    expireAll() {
      for (const cache of [communities, owners, people]) cache.expireAll();
    },
    sizes: () => ({ communities: communities.size, owners: owners.size, people: people.size }),
  };
}

/** The database answers, but there is no such community. */
class NotThere extends Error {}

/** Rejects where `work` takes longer than `ms`; the work goes on. */
async function within<T>(ms: number, work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`The database took longer than ${ms} ms.`)), ms);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}

const keyOf = ({ platform, id }: Pick<Chat, 'platform' | 'id'>): string => `${platform}:${id}`;
