import { mkdirSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import type { Figure, MatrixFigure } from '../../src/core/figure.ts';
import { createPictures } from '../../src/pictures/index.ts';
import { realFigures } from './figures.ts';

/**
 * How long pictures take, on the content that the product is shipped with: the first, which loads engine and fonts, later
 * ones that were not drawn before, and those that were. `--save DIR` keeps the pictures, `--json` prints numbers.
 */
const { values } = parseArgs({ options: { json: { type: 'boolean' }, save: { type: 'string' } } });
const rounds = 10;
/** What says how a figure is drawn. */
const marks = new Set([
  'matrix',
  'comparison',
  'timeline',
  'chart',
  'columns',
  'bars',
  'routine',
  'breaking',
  'retracted',
]);
const figures = await realFigures();
const onFault = (error: unknown) => {
  throw error;
};

const times = new Map<string, number[]>();
const bytes = new Map<string, number[]>();
const pictures = createPictures({ onFault });
const first = figures[0];
if (!first) throw new Error('There is nothing to draw.');
const firstMs = await timed(() => pictures.draw(first.figure, 'first.png'));
const warmMs = await timed(pictures.warm);

for (let round = 0; round < rounds; round++) {
  for (const [i, { name, language, figure }] of figures.entries()) {
    const fresh = unseen(figure, round);
    const key = `${name} ${language}`;
    const ms = await timed(async () => {
      const { png } = await pictures.draw(fresh, 'later.png');
      push(bytes, key, png.length);
    });
    push(times, key, ms);
    if (fresh.kind === 'matrix') {
      const changed = withOneStance(fresh, `${round}`);
      const changedKey = `${key}, one stance new`;
      const draw = async () => push(bytes, changedKey, (await pictures.draw(changed, 'changed.png')).png.length);
      push(times, changedKey, await timed(draw));
    }
    if (round === 0 && values.save !== undefined) {
      mkdirSync(values.save, { recursive: true });
      const { png } = await pictures.draw(figure, 'saved.png');
      writeFileSync(`${values.save}/${name}-${language}-${i}.png`, png);
    }
  }
}

await pictures.draw(first.figure, 'cached.png');
const cached: number[] = [];
for (let i = 0; i < 200; i++) cached.push(await timed(() => pictures.draw(first.figure, 'cached.png')));

const rows = [...times].map(([figure, ms]) => ({
  figure,
  medianMs: at(ms, 0.5),
  p95Ms: at(ms, 0.95),
  kilobytes: Math.round(at(bytes.get(figure) ?? [0], 0.5) / 1000),
}));
const report = { firstMs: Math.round(firstMs), warmMs: Math.round(warmMs), cachedMs: at(cached, 0.5), rows };
process.stdout.write(
  values.json
    ? `${JSON.stringify(report, undefined, 2)}\n`
    : `first picture, engine and fonts included: ${report.firstMs} ms; warming after it: ${report.warmMs} ms; from the cache: ${report.cachedMs} ms\n${table(rows)}\n`,
);

function table(all: typeof rows): string {
  const line = (cells: unknown[]) => `| ${cells.join(' | ')} |`;
  const head = ['figure', 'median ms', 'p95 ms', 'kB'];
  return [line(head), line(head.map(() => '---')), ...all.map((one) => line(Object.values(one)))].join('\n');
}

/** The same with other words throughout, so that nothing of it was drawn before. */
function unseen<F extends Figure>(figure: F, round: number): F {
  const differently = (_: string, value: unknown) =>
    typeof value === 'string' && !marks.has(value) ? `${value} ${round}` : value;
  return JSON.parse(JSON.stringify(figure, differently)) as F;
}

/** As after an entry was published. */
function withOneStance(figure: MatrixFigure, text: string): MatrixFigure {
  const [first, ...others] = figure.rows;
  const cells = first?.cells.map((cell, i) => (i === 0 ? { ...cell, text: `${cell.text} ${text}` } : cell));
  return { ...figure, rows: [...(first && cells ? [{ ...first, cells }] : []), ...others] };
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

function push(map: Map<string, number[]>, key: string, value: number): void {
  map.set(key, [...(map.get(key) ?? []), value]);
}

/** The quantile of a list, to a hundredth. */
function at(all: readonly number[], quantile: number): number {
  const sorted = [...all].sort((a, b) => a - b);
  return Math.round((sorted[Math.ceil(quantile * sorted.length) - 1] ?? 0) * 100) / 100;
}
