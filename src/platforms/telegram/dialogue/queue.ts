/** Does what is asked for under the same key one after the other. */
export type Queue = <T>(key: number, act: () => Promise<T>) => Promise<T>;

export function createQueue(): Queue {
  const last = new Map<number, Promise<unknown>>();

  return async (key, act) => {
    const before = last.get(key) ?? Promise.resolve();
    const done = before.then(act, act);
    const settled = done.catch(() => {});
    last.set(key, settled);
    try {
      return await done;
    } finally {
      if (last.get(key) === settled) last.delete(key);
    }
  };
}
