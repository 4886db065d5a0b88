import { fork } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { campaign, casesPerStage, type Failure, replay } from './campaign.ts';
import { openShelf } from './ground.ts';
import { playsOn } from './plays.ts';

/** Plays random and changed updates and interactions against the real adapters, and says which were dealt with wrongly. */
const root = resolve(import.meta.dirname, '../../..');
const { values } = parseArgs({
  options: {
    cases: { type: 'string', default: '1000000' },
    seed: { type: 'string', default: `${Math.floor(Math.random() * 2 ** 31)}` },
    platform: { type: 'string', default: 'both' },
    jobs: { type: 'string', default: '2' },
    replay: { type: 'string' },
    // Of a child: which of the cases are its own.
    from: { type: 'string' },
  },
});
const [cases, seed, jobs] = [values.cases, values.seed, values.jobs].map(Number) as [number, number, number];
const isWhole = (number: number) => Number.isInteger(number) && number > 0;
if (
  !isWhole(cases) ||
  !Number.isInteger(seed) ||
  !isWhole(jobs) ||
  !/^(discord|telegram|both)$/u.test(values.platform)
) {
  process.stderr.write(
    'usage: npm run test:fuzz -- [--cases 1000000] [--seed NUMBER] [--platform discord|telegram|both] [--jobs 2] | --replay FILE\n',
  );
  process.exit(64);
}

interface Report {
  played: number;
  failures: Failure[];
  kinds: Record<string, number>;
  cpuMs: number;
}

type Platform = 'discord' | 'telegram';

function report(failure: Failure): void {
  const file = join(root, 'dist', `fuzz-${failure.platform}-${failure.seed}-${failure.case}.json`);
  writeFileSync(file, JSON.stringify(failure, null, 1));
  process.stdout.write(
    `\n${failure.platform}, seed ${failure.seed}, case ${failure.case}; --replay ${file}\n` +
      `${failure.faults.map((fault) => `  ${fault.slice(0, 2000)}`).join('\n')}\n` +
      `  after ${failure.plans.length - 1} others: ${JSON.stringify(failure.plans.at(-1))}\n` +
      `  sent: ${JSON.stringify(failure.sent)?.slice(0, 3000)}\n`,
  );
}

async function again(file: string): Promise<void> {
  const { platform, plans, draws } = JSON.parse(readFileSync(file, 'utf8')) as Failure;
  const { faults, sent } = await replay(playsOn(await openShelf(root))[platform as Platform], plans, draws);
  process.stdout.write(`${JSON.stringify(sent)}\n${faults.join('\n') || 'nothing is wrong any more'}\n`);
  process.exit(faults.length > 0 ? 1 : 0);
}

/** One child's share, told to the parent after each stage. */
async function share(from: number): Promise<void> {
  const play = playsOn(await openShelf(root))[values.platform as Platform];
  for (let at = from; at < from + cases; at += casesPerStage) {
    const kinds: Record<string, number> = {};
    const before = process.cpuUsage();
    const onCase = (kind: string) => {
      kinds[kind] = (kinds[kind] ?? 0) + 1;
    };
    const onFailure = ({ case: number, faults }: Omit<Failure, 'plans'>) =>
      process.stderr.write(`\ncase ${number}: ${faults[0]?.slice(0, 500)}\n`);
    const own = { from: at, cases: Math.min(casesPerStage, from + cases - at) };
    const part = await campaign({ ...play, ...own, seed, onCase, onFailure });
    const { user, system } = process.cpuUsage(before);
    const told: Report = { ...part, kinds, cpuMs: (user + system) / 1000 };
    await new Promise((resolve) => process.send?.(told, resolve) ?? resolve(undefined));
  }
  process.exit(0);
}

async function run(platform: Platform): Promise<number> {
  const total: Report = { played: 0, failures: [], kinds: {}, cpuMs: 0 };
  const begun = performance.now();
  const each = Math.ceil(cases / jobs / casesPerStage) * casesPerStage;
  const child = (from: number) =>
    new Promise<void>((resolve, reject) => {
      const own = [
        `--platform=${platform}`,
        `--seed=${seed}`,
        `--from=${from}`,
        `--cases=${Math.min(each, cases - from)}`,
      ];
      const started = fork(import.meta.filename, own);
      started.on('message', ({ played, failures, kinds, cpuMs }: Report) => {
        total.played += played;
        total.cpuMs += cpuMs;
        total.failures.push(...failures);
        for (const [kind, count] of Object.entries(kinds)) total.kinds[kind] = (total.kinds[kind] ?? 0) + count;
        failures.forEach(report);
        if (total.failures.length > 20) started.kill();
        const perSecond = Math.round((total.played / (performance.now() - begun)) * 1000);
        process.stderr.write(`\r${platform}: ${total.played} of ${cases}, ${perSecond} a second `);
      });
      started.on('exit', (code, signal) =>
        code === 0 || signal === 'SIGTERM' ? resolve() : reject(new Error(`a process ended with ${code ?? signal}`)),
      );
    });
  const starts = Array.from({ length: jobs }, (_, i) => i * each).filter((from) => from < cases);
  await Promise.all(starts.map(child));
  const seconds = (performance.now() - begun) / 1000;
  const kinds = Object.entries(total.kinds).map(([kind, count]) => `${count} ${kind}`);
  process.stdout.write(
    `\r\x1b[K${platform}: ${total.played} cases on seed ${seed} in ${Math.round(seconds)} s ` +
      `(${(total.cpuMs / total.played).toFixed(1)} ms of CPU each): ${total.failures.length} failed\n  ${kinds.join(', ')}\n`,
  );
  return total.failures.length;
}

if (values.replay !== undefined) await again(values.replay);
else if (values.from !== undefined) await share(Number(values.from));
else {
  process.stdout.write(`seed ${seed}\n`);
  const platforms: Platform[] = values.platform === 'both' ? ['discord', 'telegram'] : [values.platform as Platform];
  for (const platform of platforms) if ((await run(platform)) > 0) process.exitCode = 1;
}
