import { execFile } from 'node:child_process';
import { resolve } from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';
import { benchesFor } from '../../bench/benches.ts';
import { comparisonOf, figuresOf, type Seen } from '../../bench/floor/figures.ts';
import { load } from '../../bench/floor/loading.ts';
import { readOptions } from '../../bench/floor/options.ts';
import { realQuestions } from '../../bench/floor/questions.ts';
import { communitiesReport, report } from '../../bench/floor/report.ts';

const root = resolve(import.meta.dirname, '../..');
const run = promisify(execFile);

const seen = (changed: Partial<Seen> = {}): Seen => ({
  readyMs: [100, 300, 200],
  idleMb: 80,
  lateMb: 100,
  cpuMs: [1, 2, 4],
  perSecond: [500, 700, 600],
  p50Ms: [1, 2, 3],
  p99Ms: [4, 5, 6],
  burstP99Ms: [10, 20, 40],
  ...changed,
});
const product = seen({ readyMs: [900, 400, 500], idleMb: 110, cpuMs: [3, 3, 4], burstP99Ms: [20, 50, 60] });

describe('the comparison with the floor', () => {
  it('is of what was measured side by side', () => {
    expect(comparisonOf({ floor: seen(), product })).toEqual({
      cpuRatio: 1.5,
      idleOverMb: 30,
      readyOverMs: 300,
      p99Ratio: 2,
    });
  });

  it('shows medians', () => {
    expect(figuresOf(seen())).toMatchObject({ readyMs: 200, cpuMs: 2, perSecond: 600, burstP99Ms: 20, idleMb: 80 });
  });

  it('is one line of JSON, which begins with what there are goals for', () => {
    const line = report('telegram', { floor: seen(), product }, true);
    expect(line).not.toContain('\n');
    const { floor: _, parley: __, ...first } = JSON.parse(line);
    const goals = { cpuRatio: 1.5, idleOverMb: 30, readyOverMs: 300, p99Ratio: 2 };
    expect(Object.entries(first)).toEqual(Object.entries({ bench: 'floor', platform: 'telegram', ...goals }));
  });

  it('is a table with both bots beside each other', () => {
    expect(report('discord', { floor: seen(), product }, false)).toMatch(/memory idle, MB +80\.0 +110\.0/u);
  });

  it('of idle communities is a line or a table', () => {
    const each = { emptyMb: 100, fullMb: 300, heapKbEach: 2, rssKbEach: 2.5 };
    const both = { floor: each, product: { ...each, rssKbEach: 1.25 } };
    expect(JSON.parse(communitiesReport(1000, both, true))).toMatchObject({ communities: 1000, rssKbEach: 1.25 });
    expect(communitiesReport(1000, both, false)).toMatch(/memory of each, process, kB +2\.50 +1\.25/u);
  });
});

describe('the load', () => {
  const answer = { text: 'x'.repeat(300) };

  it('keeps so many under way and asks each question by turns', async () => {
    const asked: string[] = [];
    let [underWay, most] = [0, 0];
    const result = await load(
      {
        ask(_, question, onAsked, onAnswer) {
          asked.push(question);
          most = Math.max(most, ++underWay);
          onAsked();
          setImmediate(() => {
            underWay--;
            onAnswer(answer);
          });
        },
      },
      ['a', 'b', 'c'],
      { first: 1, count: 5, atOnce: 2 },
    );
    expect(asked).toEqual(['b', 'c', 'a', 'b', 'c']);
    expect([most, result.latencies.length]).toEqual([2, 5]);
  });

  it('takes no apology for an answer', async () => {
    const ground = { ask: (...[, , , onAnswer]: Parameters<Parameters<typeof load>[0]['ask']>) => onAnswer({}) };
    await expect(load(ground, ['why?'], { first: 0, count: 1, atOnce: 1 })).rejects.toThrow('“why?” was answered');
  });

  it('asks what people ask', () => {
    expect(new Set(realQuestions(resolve(root, 'bench/search/questions.jsonl'))).size).toBeGreaterThan(150);
  });
});

describe('the options', () => {
  it('compare on both platforms unless told', () => {
    expect(readOptions([])).toMatchObject({
      bench: 'floor',
      json: false,
      platforms: ['discord', 'telegram'],
      extent: { commands: 100_000, burst: 1000 },
    });
  });

  it('choose', () => {
    expect(readOptions(['--platform', 'telegram', '--commands', '20', '--json'])).toMatchObject({
      json: true,
      platforms: ['telegram'],
      extent: { commands: 20 },
    });
    expect(readOptions(['--communities', '300'])).toEqual({ bench: 'communities', json: false, communities: 300 });
  });

  it.each([
    ['--platform', 'matrix'],
    ['--commands', '0'],
    ['--rounds', 'many'],
    ['--communities', '5', '--rounds', '3'],
    ['more'],
  ])('refuse %s %s %s', (...argv) => {
    expect(() => readOptions(argv)).toThrow();
  });
});

describe('all benches together', () => {
  it('leave out the search where its data is not there', () => {
    const benches = benchesFor(['--json']);
    expect(benches.filter(({ missing }) => missing).map(({ name }) => name)).toEqual(['search']);
    expect(benches.every(({ args }) => args.at(-1) === '--json')).toBe(true);
  });

  it('are those that are chosen', () => {
    expect(benchesFor(['--only', 'search,store', '--data', 'd'])).toEqual([
      { name: 'search', args: ['--data', 'd'] },
      { name: 'store', args: [] },
    ]);
    expect(() => benchesFor(['--only', 'luck'])).toThrow('answers, search');
  });

  it('are scripts of the package', async () => {
    const { scripts } = (await import('../../package.json', { with: { type: 'json' } })).default;
    expect(Object.keys(scripts)).toEqual(expect.arrayContaining(benchesFor([]).map(({ name }) => `bench:${name}`)));
  });
});

it('twenty commands through both bots give the line', { timeout: 240_000 }, async () => {
  await run(process.execPath, ['scripts/build.mjs', 'measured', 'bench/floor/unpaced.ts'], { cwd: root });
  const compiler = resolve(root, 'node_modules/typescript/bin/tsc');
  await run(process.execPath, [compiler, '-p', 'bench/floor/tsconfig.json'], { cwd: root });
  const few = ['--commands', '20', '--rounds', '1', '--batch', '5', '--burst', '5', '--starts', '1'];
  const argv = [...few, '--idle-seconds', '0', '--platform', 'telegram', '--json'];
  const { stdout } = await run(process.execPath, ['dist/bench/floor/run.js', ...argv], { cwd: root });
  expect(JSON.parse(stdout)).toMatchObject({
    bench: 'floor',
    platform: 'telegram',
    cpuRatio: expect.any(Number),
    idleOverMb: expect.any(Number),
    readyOverMs: expect.any(Number),
    p99Ratio: expect.any(Number),
  });
});
