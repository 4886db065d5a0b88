import { performance } from 'node:perf_hooks';
import { setTimeout as sleep } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import pg from 'pg';
import { createCatalogues } from '../../src/catalogues.ts';
import { keepFresh } from '../../src/scaling/freshness.ts';
import { createFinder } from '../../src/search/finder.ts';
import { openStore } from '../../src/store/open.ts';
import { hasPostgres, postgresSchema, server } from '../../test/store/databases.ts';
import { quantile } from '../search/measures.ts';
import { readProduct } from '../search/product.ts';
import { communityId, entriesEach, load } from './loading.ts';
import { publishing } from './operations.ts';

/** How soon one process finds what another has published, on a community with 100 entries; also right after its connection was cut. */
const usage = 'usage: npm run bench:fresh [-- --entries 100] [--json]';
const session = 'parley bench:fresh';
const patienceMs = 30_000;

const { entries, json } = readOptions();
if (!(await hasPostgres())) process.exit(0);
const { options, drop } = await postgresSchema();
await load(options, 1);
const [here, there] = [await openStore(options), await openStore(options)];
const { knowledge } = await readProduct();
const base = { knowledge, finder: createFinder(knowledge) };
const fail = (error: unknown) => void process.stderr.write(`${error}\n`);
const catalogues = createCatalogues({ base: () => base, store: there, onFault: fail });
const community = { id: communityId(0), version: 1 };
await catalogues.of(community);
const stopListening = await keepFresh({
  notices: there.notices,
  session,
  registry: { expire() {}, expireAll() {} },
  catalogues,
  wake() {},
  // The lost connection is what is measured.
  onFault() {},
});
try {
  if (!json) process.stdout.write(`${['connection'.padEnd(12), 'median ms', 'p95 ms', 'most ms'].join('  ')}\n`);
  await measure('kept', async () => {});
  await measure('just cut', cut);
} finally {
  await stopListening();
  await Promise.all([here.close(), there.close()]);
  await drop();
}

async function measure(connection: string, before: () => Promise<void>): Promise<void> {
  const times: number[] = [];
  for (let i = 0; i < entries; i++) {
    await before();
    const { publish, key } = publishing(here, 0);
    await publish();
    const publishedAt = performance.now();
    while (!(await catalogues.of(community)).knowledge.entry(key)) {
      if (performance.now() - publishedAt > patienceMs) throw new Error(`${key} was not found in ${patienceMs} ms`);
      await sleep(1);
    }
    times.push(performance.now() - publishedAt);
  }
  const [msMedian, msP95, msMost] = [quantile(times, 0.5), quantile(times, 0.95), Math.max(...times)].map((ms) =>
    Number(ms.toFixed(1)),
  ) as [number, number, number];
  if (json) process.stdout.write(`${JSON.stringify({ bench: 'fresh', connection, msMedian, msP95, msMost })}\n`);
  else process.stdout.write(`${[connection.padEnd(12), msMedian, msP95, msMost].join('  ')}\n`);
}

/** Ends the connection by which the other process hears. */
async function cut(): Promise<void> {
  const client = new pg.Client({ connectionString: server });
  await client.connect();
  await client.query('select pg_terminate_backend(pid) from pg_stat_activity where application_name = $1', [session]);
  await client.end();
}

function readOptions() {
  try {
    const { values } = parseArgs({
      options: { entries: { type: 'string', default: '100' }, json: { type: 'boolean', default: false } },
    });
    const count = Number(values.entries);
    if (!(Number.isInteger(count) && count > 0 && count <= 10 * entriesEach))
      throw new Error('--entries takes 1 to 1000');
    return { entries: count, json: values.json };
  } catch (error) {
    process.stderr.write(`${(error as Error).message}\n${usage}\n`);
    process.exit(64);
  }
}
