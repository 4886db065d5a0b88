import type { StoreOptions } from '../../src/store/open.ts';
import { postgresSchema, sqliteFile, type TestDatabase } from '../../test/store/databases.ts';
import type { FanOut } from './broadcast.ts';
import type { Measurement } from './options.ts';
import { clear, rough } from './weather.ts';

const warmUpPlaces = 150;

/** One measurement in a process of its own, so that its memory is its own. */
process.once('message', async (measurement: Measurement) => {
  process.send?.(await measured(measurement));
  process.disconnect();
});

async function measured(measurement: Measurement) {
  if (measurement.bench === 'enqueue') {
    const make = measurement.database === 'postgres' ? postgresSchema : sqliteFile;
    const { measureQueue } = await import('./queue.ts');
    return await inDatabase(make, (options) => measureQueue(options, measurement));
  }
  // Imported where they are used: the platforms' SDKs take most of the memory, and the queue needs none of them.
  const [{ fanOut }, { openGround }, { openRemoteGround }] = await Promise.all([
    import('./broadcast.ts'),
    import('./ground.ts'),
    import('./remote-ground.ts'),
  ]);
  const { platform, destinations: count, mode, seed } = measurement;
  const weather = mode.endsWith('weather') ? rough : clear;
  const isAccelerated = mode.startsWith('accelerated');
  const asked = { platform, count, seed, weather, isAccelerated };
  const send = (given: FanOut) =>
    inDatabase(sqliteFile, (options) => fanOut(given, options, isAccelerated ? openGround : openRemoteGround));
  // Once unmeasured, so that real time is not charged for compiling the code.
  if (!isAccelerated) await send({ ...asked, count: warmUpPlaces, weather: clear });
  return await send(asked);
}

async function inDatabase<T>(make: () => Promise<TestDatabase>, work: (options: StoreOptions) => Promise<T>) {
  const { options, drop } = await make();
  try {
    return await work(options);
  } finally {
    await drop();
  }
}
