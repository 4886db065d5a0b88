/** A map that forgets what was used longest ago once it holds more than `most`. */
export interface BoundedMap<K, V> {
  /** Counts as a use. */
  get(key: K): V | undefined;
  set(key: K, value: V): void;
  delete(key: K): void;
  readonly size: number;
}

export function createBoundedMap<K, V>(most: number): BoundedMap<K, V> {
  // A Map keeps the order in which keys were set: what is set anew on every use stands last.
  const map = new Map<K, V>();
  return {
    get(key) {
      const value = map.get(key);
      if (value === undefined) return undefined;
      map.delete(key);
      map.set(key, value);
      return value;
    },
    set(key, value) {
      map.delete(key);
      map.set(key, value);
      if (map.size > most) map.delete(map.keys().next().value as K);
    },
    delete: (key) => void map.delete(key),
    get size() {
      return map.size;
    },
  };
}
