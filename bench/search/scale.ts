import { performance } from 'node:perf_hooks';
import { parseArgs } from 'node:util';
import { createKnowledge } from '../../src/core/knowledge.ts';
import type { Language } from '../../src/core/language.ts';
import { createFinder, type EntryFinder } from '../../src/search/finder.ts';
import { quantile } from './measures.ts';
import { collected, memory } from './memory.ts';
import { readProduct, readQuestions } from './product.ts';
import { synthetic } from './synthetic.ts';

/** How time and memory grow with the number of entries, and what the product's own content takes. */
const { values } = parseArgs({
  options: {
    json: { type: 'boolean', default: false },
    content: { type: 'string' },
    sizes: { type: 'string', default: '100,1000,10000,100000' },
  },
});

interface Asked {
  text: string;
  language: Language;
}

const questionsPerSize = 1000;
/** The runs after which the code is as fast as it gets. */
const warmUpRuns = 3000;
const typedLength = 4;

if (!values.json) print('entries   build ms  µs median  µs p95  µs completing  heap MB');
// Once unmeasured, so that the first size is not charged for compiling the code.
await ofSize(300);
for (const size of values.sizes.split(',').map(Number)) report(await ofSize(size));
report(await ofProduct());

async function ofSize(size: number) {
  const { entries, questions } = synthetic(size, Math.min(size, questionsPerSize));
  const knowledge = createKnowledge({ parties: [], topics: [], sources: [], positions: [], plans: [], entries });
  return measured('scale', size, () => createFinder(knowledge), questions);
}

async function ofProduct() {
  const { knowledge, asking } = await readProduct(values.content);
  const questions = readQuestions('bench/search/questions.jsonl').map(({ text, lang }) => ({ text, language: lang }));
  return measured('product', knowledge.entries.length, () => createFinder(knowledge, asking), questions);
}

async function measured(bench: string, entries: number, build: () => EntryFinder, questions: readonly Asked[]) {
  await collected();
  const heapBefore = memory();
  const since = performance.now();
  const finder = build();
  const buildMs = performance.now() - since;
  await collected();
  const heapMb = (memory() - heapBefore) / 1e6;

  const find = ({ text, language }: Asked) => finder.find(text, language);
  const complete = ({ text, language }: Asked) => finder.complete(text.slice(0, typedLength), language, 25);
  // The larger the collection, the sooner a run is long enough to be compiled.
  const warmUp = Math.max(questions.length, Math.ceil(warmUpRuns / Math.max(1, entries / 1000)));
  for (let run = 0; run < warmUp; run++) find(questions[run % questions.length] as Asked);
  const times = questions.map((question) => timed(() => find(question)));
  for (const question of questions) complete(question);
  const completing = questions.map((question) => timed(() => complete(question)));
  return {
    bench,
    entries,
    buildMs,
    usMedian: quantile(times, 0.5),
    usP95: quantile(times, 0.95),
    completeUs: quantile(completing, 0.5),
    heapMb,
  };
}

function timed(run: () => unknown): number {
  const since = performance.now();
  run();
  return (performance.now() - since) * 1000;
}

function report(row: Awaited<ReturnType<typeof measured>>): void {
  const rounded = (value: string | number) => (typeof value === 'number' ? Math.round(value * 10) / 10 : value);
  if (values.json) {
    print(JSON.stringify(Object.fromEntries(Object.entries(row).map(([name, value]) => [name, rounded(value)]))));
    return;
  }
  const { bench, entries, buildMs, usMedian, usP95, completeUs, heapMb } = row;
  const cells = [
    [buildMs, 10],
    [usMedian, 10],
    [usP95, 7],
    [completeUs, 14],
    [heapMb, 8],
  ].map(([value = 0, width = 0]) => value.toFixed(0).padStart(width));
  print(`${String(entries).padStart(7)} ${cells.join(' ')}${bench === 'product' ? '   (the product’s own)' : ''}`);
}

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}
