import type { Catalogue } from './core/catalogue.ts';
import { type Community, isShared, sharedCommunity } from './core/community.ts';
import { overlay } from './core/overlay.ts';
import type { Served } from './served-content.ts';
import type { Item, Store } from './store/store.ts';

/** What each community sees, from memory: its own entries laid over the operators', laid over the content folder. */
export interface Catalogues {
  of(community: Pick<Community, 'id' | 'version'>): Promise<Catalogue>;
  /** What all communities share, as last read. */
  shared(): Catalogue;
  /** Reads a community's entries again; resolves when they are what is served. */
  refresh(community: string): Promise<void>;
  /** The same where another process has changed them; does nothing for a community that nobody has asked for. */
  heard(community: string): Promise<void>;
  /** Reads again what has another version in the database than in memory. */
  catchUp(): Promise<void>;
  /** Of how many communities something is kept. */
  readonly size: number;
}

export interface CataloguesParts {
  /** What the content folder says now; a reload makes another one. */
  base: () => Served;
  store: Pick<Store, 'entries'>;
  /** Called when a community's entries cannot be read; it is shown what is shared until they can. */
  onFault(error: unknown, community: string): void;
  /** How many communities' entries are kept in memory: a few hundred kilobytes each. */
  most?: number;
}

export function createCatalogues({ base, store, onFault, most = 1000 }: CataloguesParts): Catalogues {
  /** The items of each community, the latest asked for last. */
  const items = new Map<string, Promise<readonly Item[]>>();
  /** Of what is remembered, as the database counts. */
  const versions = new WeakMap<readonly Item[], number>();
  /** What was made of which, so that a reload or a change of what is shared is seen at once. */
  const made = new Map<string, { under: Served; from: readonly Item[]; catalogue: Served }>();
  /** The latest refresh of each community: they wait for each other, so that none brings back what an older one read. */
  const refreshing = new Map<string, Promise<void>>();
  let ofOperators: readonly Item[] = [];

  async function read(id: string, known: readonly Item[]): Promise<readonly Item[]> {
    const { items: found, version } = await store.entries.all(id);
    const before = new Map(known.map((item) => [keyOf(item), item]));
    // The same object for what is the same: its Markdown is parsed once.
    const fresh = found.map((item) => {
      const old = before.get(keyOf(item));
      return old?.revision === item.revision ? old : item;
    });
    versions.set(fresh, version);
    return fresh;
  }

  function itemsOf(id: string): Promise<readonly Item[]> {
    const known = items.get(id) ?? firstRead(id);
    items.delete(id);
    items.set(id, known);
    const oldest = items.keys().next().value;
    if (items.size > most && oldest !== undefined) {
      items.delete(oldest);
      made.delete(oldest);
    }
    return known;
  }

  function firstRead(id: string): Promise<readonly Item[]> {
    const reading = read(id, []).catch((error: unknown) => {
      // Asked for again at the next question, which may find the database back.
      if (items.get(id) === reading) items.delete(id);
      onFault(error, id);
      return [];
    });
    return reading;
  }

  function layered(id: string, under: Served, from: readonly Item[]): Served {
    if (from.length === 0) return under;
    const known = made.get(id);
    if (known?.under === under && known.from === from) return known.catalogue;
    const { knowledge, own, hidden } = overlay(under.knowledge, from);
    const catalogue = { knowledge, finder: under.finder.over(own, hidden) };
    made.set(id, { under, from, catalogue });
    return catalogue;
  }

  async function readAgain(id: string): Promise<void> {
    const before = await items.get(id);
    try {
      const fresh = await read(id, before ?? []);
      items.set(id, Promise.resolve(fresh));
      if (id === sharedCommunity) ofOperators = fresh;
    } catch (error) {
      // What was served stays: a community's own texts must not vanish because the database was away for a moment.
      onFault(error, id);
    }
  }

  function refresh(id: string): Promise<void> {
    const mine = (refreshing.get(id) ?? Promise.resolve()).then(() => readAgain(id));
    refreshing.set(id, mine);
    return mine.finally(() => refreshing.get(id) === mine && refreshing.delete(id));
  }

  async function catchUp(): Promise<void> {
    const known = [...items.keys()];
    const latest = await store.entries.versions(known);
    const isOld = async (id: string) => versions.get((await items.get(id)) ?? []) !== latest.get(id);
    for (const id of known) if (await isOld(id)) await refresh(id);
  }

  const shared = (): Served => layered(sharedCommunity, base(), ofOperators);

  return {
    shared,
    async of(community) {
      ofOperators = await itemsOf(sharedCommunity);
      if (isShared(community)) return shared();
      // Most communities have none of their own: that is known without asking.
      if (community.version === 0 && !items.has(community.id)) return shared();
      return layered(community.id, shared(), await itemsOf(community.id));
    },
    refresh,
    heard: async (id) => {
      if (items.has(id)) await refresh(id);
    },
    catchUp,
    get size() {
      return items.size;
    },
  };
}

const keyOf = ({ kind, key }: Item): string => `${kind} ${key}`;
