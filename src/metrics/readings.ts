import { Gauge, type Registry } from 'prom-client';

/** How many connections there are to the database, and how many wait for one. */
export interface Connections {
  total: number;
  idle: number;
  waiting: number;
}

/** Where what is read at each scrape comes from; what throws or takes too long is left out of that scrape. */
export interface Readings {
  /** How many entries each cache holds; the names are few and fixed. */
  caches?(): Readonly<Record<string, number>>;
  /** Nothing where the database is a file. */
  connections?(): Connections | undefined;
  isDatabaseUp?(): boolean | Promise<boolean>;
  /** How many updates were taken and wait to be answered. */
  inboxUpdates?(): number | Promise<number>;
}

/** A scrape is given up by Prometheus after 10 s, and the other figures with it. */
const patienceMs = 2000;

/** Gauges that are read when somebody asks. */
export function readingMetrics(registers: Registry[]) {
  const handed: Readings[] = [];

  /** What each part that has been handed in says. */
  async function read<T>(of: (one: Readings) => T | Promise<T>): Promise<NonNullable<Awaited<T>>[]> {
    const said = await Promise.all(handed.map((one) => within(patienceMs, async () => await of(one))));
    return said.filter((one) => one !== undefined && one !== null) as NonNullable<Awaited<T>>[];
  }

  new Gauge({
    name: 'parley_cache_entries',
    help: 'Entries in memory, by cache.',
    labelNames: ['cache'] as const,
    registers,
    async collect() {
      this.reset();
      const sizes = await read((one) => one.caches?.());
      for (const [cache, size] of sizes.flatMap((one) => Object.entries(one))) this.inc({ cache }, size);
    },
  });
  new Gauge({
    name: 'parley_database_connections',
    help: 'Connections to PostgreSQL: all of them, those that are idle, and requests that wait for one.',
    labelNames: ['state'] as const,
    registers,
    async collect() {
      this.reset();
      const pools = await read((one) => one.connections?.());
      for (const [state, count] of pools.flatMap((one) => Object.entries(one))) this.inc({ state }, count);
    },
  });
  new Gauge({
    name: 'parley_database_up',
    help: '1 while the database answers, 0 while it does not.',
    // A gauge without labels would say 0 before anybody has asked.
    labelNames: [],
    registers,
    async collect() {
      const isAsked = handed.some(({ isDatabaseUp }) => isDatabaseUp);
      const said = await read((one) => one.isDatabaseUp?.());
      if (!isAsked) this.remove();
      else this.set(said.length > 0 && said.every(Boolean) ? 1 : 0);
    },
  });
  new Gauge({
    name: 'parley_inbox_updates',
    help: 'Updates from the platforms that were taken and wait to be answered.',
    registers,
    async collect() {
      const said = await read((one) => one.inboxUpdates?.());
      if (said.length === 0) this.remove();
      else this.set(said.reduce((sum, one) => sum + one, 0));
    },
  });

  return (readings: Readings): void => void handed.push(readings);
}

/** Undefined where it rejects or takes too long. */
async function within<T>(ms: number, work: () => Promise<T>): Promise<T | undefined> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<undefined>((resolve) => {
    timer = setTimeout(resolve, ms, undefined);
  });
  try {
    return await Promise.race([work(), late]);
  } catch {
    return undefined;
  } finally {
    clearTimeout(timer);
  }
}
