import { basename } from 'node:path';
import { performance } from 'node:perf_hooks';
import { parseArgs } from 'node:util';
import { type Collection, readCollection } from './beir.ts';
import type { Setup } from './engines/engine.ts';
import { setups } from './engines/index.ts';
import { quality, quantile } from './measures.ts';

const { values } = parseArgs({
  options: {
    data: { type: 'string', multiple: true },
    engine: { type: 'string', default: 'all' },
    limit: { type: 'string' },
    json: { type: 'boolean', default: false },
  },
});

const usage = 'npm run bench:search -- --data DIR [--data DIR …] [--engine NAME|all] [--limit QUERIES] [--json]\n';
const found = 10;

async function measure({ engine, config, build }: Setup, { documents, queries }: Collection) {
  const language = /\p{Script=Cyrillic}/u.test(documents[0]?.text ?? '') ? 'ru' : 'en';
  globalThis.gc?.();
  const heapBefore = process.memoryUsage().heapUsed;
  const buildingSince = performance.now();
  const search = await build(documents, language);
  const buildMs = performance.now() - buildingSince;
  globalThis.gc?.();
  const heapMb = (process.memoryUsage().heapUsed - heapBefore) / 1e6;

  for (const { text } of queries.slice(0, 100)) search(text, found);
  const times: number[] = [];
  const results = queries.map(({ text, relevant }) => {
    const since = performance.now();
    const ids = search(text, found);
    times.push((performance.now() - since) * 1000);
    return { found: ids, relevant };
  });
  const usMedian = quantile(times, 0.5);
  return {
    bench: 'search',
    engine,
    config,
    ...quality(results),
    buildMs,
    usMedian,
    usP95: quantile(times, 0.95),
    heapMb,
  };
}

const print = (line: string) => process.stdout.write(`${line}\n`);
const rounded = (value: string | number) => (typeof value === 'number' ? Math.round(value * 1e4) / 1e4 : value);

if (!values.data) {
  process.stderr.write(usage);
  process.exit(2);
}
for (const folder of values.data) {
  const collection = readCollection(folder);
  if (values.limit) collection.queries.length = Math.min(collection.queries.length, Number(values.limit));
  if (!values.json) {
    print(`\n${basename(folder)}: ${collection.documents.length} documents, ${collection.queries.length} queries`);
    print('engine      config    P@1   P@5   MRR@10 nDCG@10 empty  build ms  µs median   µs p95  heap MB');
  }
  for (const setup of setups.filter(({ engine }) => values.engine === 'all' || engine === values.engine)) {
    const row = await measure(setup, collection).catch((error: Error) => ({
      engine: setup.engine,
      config: setup.config,
      error,
    }));
    if ('error' in row) {
      process.stderr.write(`${row.engine} (${row.config}): ${row.error.message}\n`);
    } else if (values.json) {
      print(JSON.stringify(Object.fromEntries(Object.entries(row).map(([name, value]) => [name, rounded(value)]))));
    } else {
      const shares = [row.p1, row.p5, row.mrr10, row.ndcg10, row.empty]
        .map((one) => one.toFixed(3).padEnd(6))
        .join(' ');
      const rest = [row.buildMs, row.usMedian, row.usP95, row.heapMb]
        .map((one) => one.toFixed(0).padStart(9))
        .join(' ');
      print(`${row.engine.padEnd(11)} ${row.config.padEnd(8)} ${shares} ${rest}`);
    }
  }
}
