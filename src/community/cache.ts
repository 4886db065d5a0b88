import { createBoundedMap } from './bounded-map.ts';

interface Kept<V> {
  value: V;
  /** Milliseconds since the epoch. */
  loadedAt: number;
  /** How often everything had been called old by then. */
  generation: number;
  /** It is known to have been changed elsewhere. */
  isOld?: true;
}

export interface CacheParts {
  /** Of values. */
  most: number;
  /** After this long a value is loaded again, while the old one is still served. */
  freshMs: number;
  now: () => number;
  /** Called for a load that failed where nobody waits for it: the old value stays. */
  onFault(error: unknown): void;
}

/** Values by key, loaded when first asked for, each by one load at a time. */
export interface Cache<V> {
  /** What can be served at once; undefined where it has to be loaded first. */
  ready(key: string, load: () => Promise<V>): V | undefined;
  /** Rejects only where there is nothing to serve and the load fails. */
  get(key: string, load: () => Promise<V>): Promise<V>;
  /** What is there, without loading. */
  peek(key: string): V | undefined;
  put(key: string, value: V): void;
  /** Drops a value; a load under way no longer counts. */
  forget(key: string): void;
  /** Has a value, or every one, loaded before it is served again; where that fails, the old one serves for another while. */
  expire(key: string): void;
  expireAll(): void;
  /** How many values there are. */
  readonly size: number;
}

export function createCache<V extends object>({ most, freshMs, now, onFault }: CacheParts): Cache<V> {
  const kept = createBoundedMap<string, Kept<V>>(most);
  const loading = new Map<string, Promise<V>>();
  let generation = 0;

  function loaded(key: string, load: () => Promise<V>): Promise<V> {
    const underWay = loading.get(key);
    if (underWay) return underWay;
    const begun = generation;
    const started: Promise<V> = load().then(
      (value) => {
        // Whoever forgot the key meanwhile knows better than this load.
        if (loading.get(key) === started) {
          loading.delete(key);
          kept.set(key, { value, loadedAt: now(), generation: begun });
        }
        return value;
      },
      (error: unknown) => {
        if (loading.get(key) === started) loading.delete(key);
        throw error;
      },
    );
    loading.set(key, started);
    return started;
  }

  function ready(key: string, load: () => Promise<V>): V | undefined {
    const found = kept.get(key);
    if (!found || found.isOld || found.generation !== generation) return undefined;
    if (now() - found.loadedAt > freshMs) {
      // The old value is served for another while whether or not the load succeeds.
      kept.set(key, { ...found, loadedAt: now() });
      loaded(key, load).catch(onFault);
    }
    return found.value;
  }

  return {
    ready,
    async get(key, load) {
      const served = ready(key, load);
      if (served) return served;
      const found = kept.get(key);
      if (!found) return await loaded(key, load);
      const asOf = generation;
      return await loaded(key, load).catch((error: unknown) => {
        onFault(error);
        kept.set(key, { value: found.value, loadedAt: now(), generation: asOf });
        return found.value;
      });
    },
    peek: (key) => kept.get(key)?.value,
    put(key, value) {
      loading.delete(key);
      kept.set(key, { value, loadedAt: now(), generation });
    },
    forget(key) {
      loading.delete(key);
      kept.delete(key);
    },
    expire(key) {
      // What was begun before it was changed may bring the old value.
      loading.delete(key);
      const found = kept.get(key);
      if (found) kept.set(key, { ...found, isOld: true });
    },
    expireAll() {
      loading.clear();
      generation++;
    },
    get size() {
      return kept.size;
    },
  };
}
