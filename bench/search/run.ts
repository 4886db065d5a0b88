import { basename } from 'node:path';
import { performance } from 'node:perf_hooks';
import { parseArgs } from 'node:util';
import { type Collection, readCollection } from './beir.ts';
import type { Setup } from './engines/engine.ts';
import { setups } from './engines/index.ts';
import { quality, quantile } from './measures.ts';
import { collected, memory } from './memory.ts';

/** How well and how fast each engine finds, on collections in the BEIR layout. */
const usage =
  'usage: npm run bench:search -- --data DIR [--data DIR …] [--engine NAME|all] [--limit QUERIES (1 or more)] [--json]';
const found = 10;
/** So long, or so many queries, until the code is as fast as it gets; the same for every engine. */
const warmUp = { ms: 2000, queries: 3000 };

const { folders, chosen, limit, json } = orQuit(readOptions);
const collections = folders.map((folder) => ({ folder, ...orQuit(() => readCollection(folder)) }));
for (const { folder, documents, queries } of collections) {
  const collection = { documents, queries: queries.slice(0, limit) };
  if (!json) printHead(basename(folder), collection);
  for (const setup of chosen) {
    try {
      report(await measure(setup, collection));
    } catch (error) {
      const [why] = String(error instanceof Error ? error.message : error).split('\n');
      process.stderr.write(`${setup.engine} (${setup.config}): ${why}\n`);
      process.exitCode = 1;
    }
  }
}

function readOptions() {
  const values = readArguments();
  if (!values.data) throw new Error(`--data is missing\n${usage}`);
  const names = [...new Set(setups.map(({ engine }) => engine)), 'all'];
  if (!names.includes(values.engine)) throw new Error(`--engine ${values.engine}: choose from ${names.join(', ')}`);
  if (values.limit !== undefined && !/^0*[1-9]\d*$/u.test(values.limit)) {
    throw new Error(`--limit ${values.limit}: give a whole number of queries, 1 or more`);
  }
  return {
    folders: values.data,
    chosen: setups.filter(({ engine }) => values.engine === 'all' || engine === values.engine),
    limit: values.limit === undefined ? undefined : Number(values.limit),
    json: values.json,
  };
}

function readArguments() {
  try {
    return parseArgs({
      options: {
        data: { type: 'string', multiple: true },
        engine: { type: 'string', default: 'all' },
        limit: { type: 'string' },
        json: { type: 'boolean', default: false },
      },
    }).values;
  } catch (error) {
    const [why] = (error as Error).message.split('\n');
    throw new Error(`${why}\n${usage}`);
  }
}

/** Whatever is wrong with how it was called is said in one message, without a stack. */
function orQuit<Value>(read: () => Value): Value {
  try {
    return read();
  } catch (error) {
    process.stderr.write(`${(error as Error).message}\n`);
    process.exit(2);
  }
}

async function measure({ engine, config, build }: Setup, { documents, queries }: Collection) {
  const language = /\p{Script=Cyrillic}/u.test(documents[0]?.text ?? '') ? 'ru' : 'en';
  // Once unmeasured, so that loading a library is charged to none of its configurations.
  await build(documents.slice(0, 1), language);
  await collected();
  const memoryBefore = memory();
  const buildingSince = performance.now();
  const search = await build(documents, language);
  const buildMs = performance.now() - buildingSince;
  globalThis.gc?.();
  const heapMb = (memory() - memoryBefore) / 1e6;

  const warmUntil = performance.now() + warmUp.ms;
  for (let at = 0; at < warmUp.queries && performance.now() < warmUntil; at++)
    search((queries[at % queries.length] as (typeof queries)[number]).text, found);
  const times: number[] = [];
  const results = queries.map(({ text, relevant }) => {
    const since = performance.now();
    const ids = search(text, found);
    times.push((performance.now() - since) * 1000);
    return { found: ids, relevant };
  });
  const usMedian = quantile(times, 0.5);
  const usP95 = quantile(times, 0.95);
  return { bench: 'search', engine, config, ...quality(results), buildMs, usMedian, usP95, heapMb };
}

function printHead(name: string, { documents, queries }: Collection): void {
  print(`\n${name}: ${documents.length} documents, ${queries.length} queries`);
  print('engine      config    P@1   P@5   MRR@10 nDCG@10 empty  build ms  µs median   µs p95  heap MB');
}

function report(row: Awaited<ReturnType<typeof measure>>): void {
  const rounded = (value: string | number) => (typeof value === 'number' ? Math.round(value * 1e4) / 1e4 : value);
  if (json) {
    print(JSON.stringify(Object.fromEntries(Object.entries(row).map(([name, value]) => [name, rounded(value)]))));
    return;
  }
  const shares = [row.p1, row.p5, row.mrr10, row.ndcg10, row.empty].map((one) => one.toFixed(3).padEnd(6)).join(' ');
  const rest = [row.buildMs, row.usMedian, row.usP95, row.heapMb].map((one) => one.toFixed(0).padStart(9)).join(' ');
  print(`${row.engine.padEnd(11)} ${row.config.padEnd(8)} ${shares} ${rest}`);
}

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}
