import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { hasPostgres, postgresSchema, sqliteFile } from '../store/databases.ts';
import { kill } from './killing.ts';

/** Kills a process many times on each database, and says what was lost: one that writes or, if asked, one that sends. */
if (process.argv[2] === 'delivery')
  process.exit(await (await import('./delivery/run.ts')).runDelivery(process.argv.slice(3)));

const { values } = parseArgs({
  options: {
    runs: { type: 'string', default: '200' },
    seed: { type: 'string', default: `${Math.floor(Math.random() * 2 ** 31)}` },
    database: { type: 'string', default: 'both' },
  },
});
const [runs, seed] = [Number(values.runs), Number(values.seed)];
if (
  !Number.isInteger(runs) ||
  runs < 1 ||
  !Number.isInteger(seed) ||
  !/^(sqlite|postgres|both)$/u.test(values.database)
) {
  process.stderr.write('usage: npm run test:crash -- [--runs 200] [--seed NUMBER] [--database sqlite|postgres|both]\n');
  process.exit(64);
}

process.stdout.write(`seed ${seed}\n`);
for (const [name, makeDatabase] of Object.entries({ sqlite: sqliteFile, postgres: postgresSchema })) {
  if (values.database !== 'both' && values.database !== name) continue;
  if (name === 'postgres' && !(await hasPostgres())) continue;
  const { kills, acknowledged, faults } = await kill({
    worker: join(import.meta.dirname, 'worker.js'),
    makeDatabase,
    runs,
    seed,
    onRun: (run) => process.stderr.write(`\r${name}: ${run + 1} of ${runs}`),
  });
  process.stderr.write('\r\x1b[K');
  for (const fault of faults.slice(0, 20)) process.stdout.write(`${name}: ${fault}\n`);
  process.stdout.write(
    `${name}: killed ${kills} times; ${acknowledged} acts acknowledged; ${faults.length} lost or half-made\n`,
  );
  if (faults.length > 0) process.exitCode = 1;
}
