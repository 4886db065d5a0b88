/** Remembers what a pure function gave; forgets all when it has too much, so that no flood of new words fills the memory. */
export function remembered<T>(of: (word: string) => T, most = 50_000): (word: string) => T {
  const given = new Map<string, T>();
  return (word) => {
    const before = given.get(word);
    if (before !== undefined) return before;
    if (given.size >= most) given.clear();
    const made = of(word);
    given.set(word, made);
    return made;
  };
}
