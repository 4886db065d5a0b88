import { writeSync } from 'node:fs';
import { work } from './deeds.ts';
import { randomFrom } from './random.ts';

/** Works on the database until it is killed; every line that it writes is a promise. */
const [options = '{}', run = '0', seed = '0'] = process.argv.slice(2);
writeSync(1, 'start\n');
await work(JSON.parse(options), {
  run,
  random: randomFrom(Number(seed)),
  acknowledge: (deed) => writeSync(1, `${deed}\n`),
});
