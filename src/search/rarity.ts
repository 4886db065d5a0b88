/** BM25's rarity: what a term says that `found` of `entries` have. */
export const rarity = (found: number, entries: number): number => Math.log(1 + (entries - found + 0.5) / (found + 0.5));

/** Terms that fewer have are most of those asked for, and the same few numbers come again and again. */
const kept = 1024;

/** The same, remembered for as long as there are so many entries. */
export function createRarity(): typeof rarity {
  let size = -1;
  const known = new Float64Array(kept);
  return (found, entries) => {
    if (found >= kept) return rarity(found, entries);
    if (entries !== size) {
      size = entries;
      known.fill(0);
    }
    if (known[found] === 0) known[found] = rarity(found, entries);
    return known[found] as number;
  };
}
