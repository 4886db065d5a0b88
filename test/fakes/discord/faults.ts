/** What goes wrong with a request. `before` and `after` say on which side of its effect. */
export type FaultKind =
  | { status: number; body?: unknown }
  | { hang: 'before' | 'after' }
  | { reset: 'before' | 'after' }
  | { badGateway: true }
  | { delayMs: number }
  | { rateLimit: { retryAfterMs: number; global?: boolean; scope?: 'user' | 'global' | 'shared' } };

/** A fault in force; it ends after `times` requests, or when cleared. */
export interface Fault {
  kind: FaultKind;
  /** How many requests it has met. */
  hits(): number;
  /** Lets the requests that hang go on. */
  release(): void;
  clear(): void;
}

interface Entry extends Fault {
  pattern: string;
  left: number;
  count: number;
  waiting: (() => void)[];
}

export type Faults = ReturnType<typeof createFaults>;

/** Faults by route: `POST /channels/:channel/messages`, `* /webhooks/*`, or a path with its real ids. */
export function createFaults(changed: () => void) {
  const entries: Entry[] = [];

  function add(pattern: string, kind: FaultKind, times: number): Fault {
    const entry: Entry = {
      pattern,
      kind,
      left: times,
      count: 0,
      waiting: [],
      hits: () => entry.count,
      release: () => {
        for (const go of entry.waiting.splice(0)) go();
      },
      clear: () => {
        entry.left = 0;
        entry.release();
      },
    };
    entries.push(entry);
    return entry;
  }

  /** The fault a request meets, which counts as one of its times. */
  function meet(method: string, path: string): { kind: FaultKind; held: () => Promise<void> } | undefined {
    const entry = entries.find(({ pattern, left }) => left > 0 && fits(pattern, method, path));
    if (!entry) return undefined;
    entry.left -= 1;
    entry.count += 1;
    changed();
    return { kind: entry.kind, held: () => new Promise((go) => entry.waiting.push(go)) };
  }

  function clear(): void {
    for (const entry of entries.splice(0)) entry.clear();
  }

  return { add, meet, clear };
}

/** Segments that begin with `:` or are `*` fit any one segment; a final `*` fits the rest of the path. */
export function fits(pattern: string, method: string, path: string): boolean {
  const [verb = '*', route = '/*'] = pattern.startsWith('/') ? ['*', pattern] : pattern.split(' ');
  if (verb !== '*' && verb !== method) return false;
  const want = route.split('/');
  const have = path.split('/');
  if (want.length > have.length || (want.length < have.length && want.at(-1) !== '*')) return false;
  return want.every((segment, index) => segment === '*' || segment.startsWith(':') || segment === have[index]);
}
