import { availableParallelism, loadavg } from 'node:os';
import { parseArgs } from 'node:util';
import { hurry, realNow } from './hurry.ts';

/** What an idle machine can bear, and one that is busy: people wait three seconds for an answer on Discord. */
const [fastest, slowest] = [6, 2];

function suggestedSpeed(): number {
  const busy = (loadavg()[0] ?? 0) / availableParallelism();
  return Math.max(slowest, Math.min(fastest, Math.round(fastest / Math.max(1, busy))));
}

const { values } = parseArgs({
  options: {
    minutes: { type: 'string', default: '60' },
    seed: { type: 'string', default: `${Math.floor(Math.random() * 2 ** 31)}` },
    database: { type: 'string', default: 'both' },
    speed: { type: 'string', default: `${suggestedSpeed()}` },
    verbose: { type: 'boolean', default: false },
  },
});
const [minutes, seed, speed] = [Number(values.minutes), Number(values.seed), Number(values.speed)];
if (!(minutes > 0 && speed > 0) || !Number.isInteger(seed) || !/^(sqlite|postgres|both)$/u.test(values.database)) {
  process.stderr.write(
    'usage: npm run test:soak -- [--minutes 60] [--seed NUMBER] [--database sqlite|postgres|both] [--speed NUMBER] [--verbose]\n',
  );
  process.exit(64);
}

const time = { speed, realMs: realNow(), simulatedMs: Date.UTC(2026, 10, 23, 12) };
hurry(time);
// Whatever is imported from here on lives in the faster time.
const { hasPostgres, postgresSchema, sqliteFile } = await import('../store/databases.ts');
const { furnish } = await import('./program.ts');
const { soak } = await import('./soak.ts');
const { summary, table } = await import('./report.ts');

furnish();
process.stdout.write(`seed ${seed}, ${minutes} simulated minutes, ${speed} times as fast as real time\n`);
const outcomes = [];
for (const [name, makeDatabase] of Object.entries({ sqlite: sqliteFile, postgres: postgresSchema })) {
  if (values.database !== 'both' && values.database !== name) continue;
  if (name === 'postgres' && !(await hasPostgres())) continue;
  const database = await makeDatabase();
  try {
    const onMinute = (words: string) =>
      void process.stderr.write(`\r\x1b[K${name}: ${words}${values.verbose ? '\n' : ''}`);
    const outcome = await soak({ database, minutes, seed, time, onMinute });
    process.stderr.write('\r\x1b[K');
    outcomes.push({ name, outcome });
    process.stdout.write(`${summary(name, outcome)}\n`);
    for (const fault of outcome.faults.slice(0, 30)) process.stdout.write(`${name}: FAULT (seed ${seed}): ${fault}\n`);
    if (outcome.faults.length > 0) process.exitCode = 1;
  } finally {
    await database.drop();
  }
}
process.stdout.write(table(outcomes, values.verbose));
process.exit();
