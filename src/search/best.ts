/** Puts one among the best, in order, if it comes before any of them or they are not yet `most`; the last goes then. */
export function insert<T>(best: T[], one: T, most: number, isBefore: (one: T, other: T) => boolean): void {
  if (best.length < most) best.push(one);
  else if (most === 0 || !isBefore(one, best[most - 1] as T)) return;
  let at = best.length - 1;
  while (at > 0 && isBefore(one, best[at - 1] as T)) {
    best[at] = best[at - 1] as T;
    at--;
  }
  best[at] = one;
}
