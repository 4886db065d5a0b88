/** The same as `make`, but what was made of a thing is remembered for as long as there is the thing, which nobody may change. */
export function onceEach<K extends object, V extends NonNullable<unknown>>(make: (of: K) => V): (of: K) => V {
  const known = new WeakMap<K, V>();
  return (of) => kept(known, of, () => make(of));
}

/** What is known of a thing, or else is made of it now and known from then on. */
export function kept<K extends object, V extends NonNullable<unknown>>(known: WeakMap<K, V>, of: K, make: () => V): V {
  const before = known.get(of);
  if (before !== undefined) return before;
  const made = make();
  known.set(of, made);
  return made;
}
