import { fork } from 'node:child_process';
import { once } from 'node:events';
import { hasPostgres } from '../../test/store/databases.ts';
import { type Measurement, measurementsFor, usage } from './options.ts';
import { type Result, reporter } from './report.ts';

/** How close to the platforms' ceilings one update reaches many places, and how the queue of them grows. */
const { measurements, json } = asked();
const report = reporter(json);
for (const measurement of measurements) {
  if (measurement.bench === 'enqueue' && measurement.database === 'postgres' && !(await hasPostgres())) continue;
  for (const line of report(measurement, await resultOf(measurement))) process.stdout.write(`${line}\n`);
}

async function resultOf(measurement: Measurement): Promise<Result> {
  const worker = fork(new URL('./worker.js', import.meta.url));
  let result: Result | undefined;
  worker.once('message', (told: Result) => {
    result = told;
  });
  worker.send(measurement);
  await once(worker, 'exit');
  if (!result) throw new Error(`Nothing came of ${JSON.stringify(measurement)}.`);
  return result;
}

function asked() {
  try {
    return measurementsFor(process.argv.slice(2));
  } catch (error) {
    process.stderr.write(`${(error as Error).message}\n${usage}\n`);
    process.exit(64);
  }
}
