/** A set that remembers the latest `most` things, each for `forMs`. */
export interface Recent<T> {
  has(thing: T): boolean;
  /** Remembers it from now on; false if it was there already. */
  add(thing: T): boolean;
}

export function createRecent<T>(most: number, now: () => number, forMs = Number.POSITIVE_INFINITY): Recent<T> {
  const since = new Map<T, number>();

  const has = (thing: T): boolean => now() - (since.get(thing) ?? Number.NEGATIVE_INFINITY) < forMs;

  function add(thing: T): boolean {
    const isNew = !has(thing);
    since.delete(thing);
    since.set(thing, now());
    if (since.size > most) since.delete(since.keys().next().value as T);
    return isNew;
  }

  return { has, add };
}
