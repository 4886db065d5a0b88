import { performance } from 'node:perf_hooks';
import { parseArgs } from 'node:util';
import { openStore, type StoreOptions } from '../../src/store/open.ts';
import { hasPostgres, postgresSchema, sqliteFile } from '../../test/store/databases.ts';
import { quantile } from '../search/measures.ts';
import { load } from './loading.ts';
import { type Operation, operations } from './operations.ts';

/** How long moderators' and readers' queries take, by the number of communities that share a database. */
const usage =
  'usage: npm run bench:store [-- --communities 10,1000,10000] [--database sqlite|postgres] [--calls 300] [--json]';
const warmUpCalls = 20;

const { sizes, chosen, calls, json } = readOptions();
if (!json) row('database', 'communities', 'operation', 'median ms', 'p99 ms', 'heap MB');
for (const [name, makeDatabase] of Object.entries({ sqlite: sqliteFile, postgres: postgresSchema })) {
  if (chosen !== undefined && chosen !== name) continue;
  if (name === 'postgres' && !(await hasPostgres())) continue;
  for (const size of sizes) {
    const { options, drop } = await makeDatabase();
    try {
      await load(options, size);
      await measure(name, options, size);
    } finally {
      await drop();
    }
  }
}

async function measure(database: string, options: StoreOptions, communities: number): Promise<void> {
  const store = await openStore(options);
  for (const [operation, prepare] of Object.entries(operations)) {
    const times = await timesOf(() => prepare(store, communities));
    const [msMedian, msP99] = [rounded(quantile(times, 0.5)), rounded(quantile(times, 0.99))];
    globalThis.gc?.();
    const heapMb = Math.round(process.memoryUsage().heapUsed / 1e5) / 10;
    if (json) {
      const line = { bench: 'store', database, communities, operation, msMedian, msP99, heapMb };
      process.stdout.write(`${JSON.stringify(line)}\n`);
    } else row(database, communities, operation, msMedian, msP99, heapMb);
  }
  await store.close();
}

async function timesOf(prepare: () => ReturnType<Operation>): Promise<number[]> {
  const times: number[] = [];
  for (let i = 0; i < warmUpCalls + calls; i++) {
    const call = await prepare();
    const start = performance.now();
    await call();
    times.push(performance.now() - start);
  }
  return times.slice(warmUpCalls);
}

function rounded(ms: number): number {
  return Math.round(ms * 1000) / 1000;
}

function row(...cells: (string | number)[]): void {
  process.stdout.write(
    `${cells
      .map((cell) => String(cell).padEnd(13))
      .join('')
      .trimEnd()}\n`,
  );
}

function readOptions() {
  try {
    const { values } = parseArgs({
      options: {
        communities: { type: 'string', default: '10,1000,10000' },
        database: { type: 'string' },
        calls: { type: 'string', default: '300' },
        json: { type: 'boolean', default: false },
      },
    });
    const numbers = [values.calls, ...values.communities.split(',')];
    if (!numbers.every((one) => /^[1-9]\d{0,6}$/u.test(one)))
      throw new Error('--calls and --communities take whole numbers');
    if (!/^(sqlite|postgres)?$/u.test(values.database ?? '')) throw new Error('--database takes sqlite or postgres');
    const sizes = values.communities.split(',').map(Number);
    return { sizes, chosen: values.database, calls: Number(values.calls), json: values.json };
  } catch (error) {
    process.stderr.write(`${(error as Error).message}\n${usage}\n`);
    process.exit(64);
  }
}
