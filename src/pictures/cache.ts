/** Keeps what was made last, up to so many bytes. */
export function createByteCache<T>(mostBytes: number, sizeOf: (one: T) => number) {
  const kept = new Map<string, T>();
  let bytes = 0;

  function get(key: string): T | undefined {
    const found = kept.get(key);
    if (found === undefined) return undefined;
    kept.delete(key);
    kept.set(key, found);
    return found;
  }

  function put(key: string, one: T): void {
    const size = sizeOf(one);
    if (size > mostBytes || kept.has(key)) return;
    kept.set(key, one);
    bytes += size;
    for (const [oldest, other] of kept) {
      if (bytes <= mostBytes) break;
      kept.delete(oldest);
      bytes -= sizeOf(other);
    }
  }

  return {
    get,
    put,
    get size() {
      return kept.size;
    },
  };
}
