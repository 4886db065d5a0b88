const size = 4;
const edge = 95;
const apostrophe = 39;

/** Numbers for runs of characters, given as they are met. */
export interface Grams {
  /** The numbers of a word's runs; those not met before are left out, or get the number that `make` gives. */
  of(word: string, make?: () => number): number[];
  /** All that it knows, to make another like it. */
  state(): GramsState;
}

export interface GramsState {
  used: number;
  firsts: Int32Array<ArrayBuffer>;
  seconds: Int32Array<ArrayBuffer>;
  numbers: Int32Array<ArrayBuffer>;
}

/**
 * The runs of four characters in a word, its ends marked. They meet where stems miss: Ukrainian alternations
 * (безпека, безпеці), typing errors, compounds. On top of stems: P@1 .763 → .799 (stackfaq-threads), .908 → .933 (xquad-ru).
 *
 * A hash table with open addressing: a run is two integers of two characters each, and no string is made of it.
 */
export function createGrams(known?: GramsState): Grams {
  let slots = known?.numbers.length ?? 1 << 10;
  let used = known?.used ?? 0;
  let firsts = known?.firsts ?? new Int32Array(slots);
  let seconds = known?.seconds ?? new Int32Array(slots);
  /** The number given to the run in a slot, plus 1; 0 where the slot is empty. */
  let numbers = known?.numbers ?? new Int32Array(slots);

  function slotOf(first: number, second: number): number {
    let slot = mixed(first, second) & (slots - 1);
    while (numbers[slot] !== 0 && (firsts[slot] !== first || seconds[slot] !== second)) slot = (slot + 1) & (slots - 1);
    return slot;
  }

  function put(slot: number, first: number, second: number, number: number): void {
    firsts[slot] = first;
    seconds[slot] = second;
    numbers[slot] = number;
  }

  function grow(): void {
    const old = { firsts, seconds, numbers };
    slots *= 2;
    firsts = new Int32Array(slots);
    seconds = new Int32Array(slots);
    numbers = new Int32Array(slots);
    for (let at = 0; at < old.numbers.length; at++) {
      const number = old.numbers[at] as number;
      const first = old.firsts[at] as number;
      const second = old.seconds[at] as number;
      if (number !== 0) put(slotOf(first, second), first, second, number);
    }
  }

  function find(first: number, second: number, make: (() => number) | undefined, found: number[]): void {
    const slot = slotOf(first, second);
    const number = numbers[slot] as number;
    if (number !== 0) {
      found.push(number - 1);
    } else if (make) {
      const given = make();
      put(slot, first, second, given + 1);
      found.push(given);
      if (++used > slots / 2) grow();
    }
  }

  return {
    of(word, make) {
      const found: number[] = [];
      let first = 0;
      let second = edge;
      let read = 1;
      for (let at = 0; at <= word.length; at++) {
        const code = at === word.length ? edge : word.charCodeAt(at);
        if (code === apostrophe) continue;
        first = (first << 16) | (second >>> 16);
        second = (second << 16) | code;
        if (++read >= size) find(first, second, make, found);
      }
      if (read < size) find(first, second, make, found);
      return found;
    },
    state: () => ({ used, firsts, seconds, numbers }),
  };
}

function mixed(first: number, second: number): number {
  const hash = Math.imul(first, 0x9e3779b1) ^ Math.imul(second, 0x85ebca6b);
  return Math.imul(hash ^ (hash >>> 15), 0xc2b2ae35) >>> 8;
}
