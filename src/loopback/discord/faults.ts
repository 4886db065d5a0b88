/** What goes wrong with a request. `before` and `after` say on which side of its effect. */
export type FaultKind =
  | { status: number; body?: unknown }
  | { hang: 'before' | 'after' }
  | { reset: 'before' | 'after' }
  | { badGateway: true }
  | { delayMs: number }
  | { rateLimit: { retryAfterMs: number; global?: boolean; scope?: 'user' | 'global' | 'shared' } };

/** A request before anything has come of it. */
export interface Attempt {
  method: string;
  /** Without the `/api/v10` prefix and the query. */
  path: string;
  /** The route it matched, such as `/channels/:channel/messages`. */
  route: string;
  /** The channel in its path. */
  channel: string | undefined;
  body: unknown;
}

/** Asked for every request that is authorised and within the limits: what goes wrong with it, if anything does. */
export type Disruption = (attempt: Attempt) => FaultKind | undefined;

/** What goes wrong for a while. */
export interface Trouble {
  /** How many requests it has met. */
  hits(): number;
  /** Lets the requests that hang go on. */
  release(): void;
  clear(): void;
}

/** A fault in force; it ends after `times` requests, or when cleared. */
export interface Fault extends Trouble {
  kind: FaultKind;
}

interface Entry extends Trouble {
  choose: Disruption;
  left: number;
  count: number;
  waiting: (() => void)[];
}

export type Faults = ReturnType<typeof createFaults>;

/** Faults by route: `POST /channels/:channel/messages`, `* /webhooks/*`, or a path with its real ids. */
export function createFaults(changed: () => void) {
  const entries: Entry[] = [];

  function add(pattern: string, kind: FaultKind, times: number): Fault {
    return { ...disrupt(({ method, path }) => (fits(pattern, method, path) ? kind : undefined), times), kind };
  }

  /** Has a function decide, until it has chosen `times` faults. */
  function disrupt(choose: Disruption, times = Number.POSITIVE_INFINITY): Trouble {
    const entry: Entry = {
      choose,
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
  function meet(attempt: Attempt): { kind: FaultKind; held: () => Promise<void> } | undefined {
    for (const entry of entries) {
      const kind = entry.left > 0 ? entry.choose(attempt) : undefined;
      if (!kind) continue;
      entry.left -= 1;
      entry.count += 1;
      changed();
      return { kind, held: () => new Promise((go) => entry.waiting.push(go)) };
    }
    return undefined;
  }

  function clear(): void {
    for (const entry of entries.splice(0)) entry.clear();
  }

  return { add, disrupt, meet, clear };
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
