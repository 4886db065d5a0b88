import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { type Bench, benchesFor, usage } from './benches.ts';

/** Every table of the README in one go; ends with status 1 where one of the programs failed. */
const json = process.argv.includes('--json');
for (const { name, args, missing } of chosen()) {
  // Lines of JSON stay lines of JSON.
  const title = `bench:${name}${args.length > 0 ? ` -- ${args.join(' ')}` : ''}`;
  if (missing !== undefined) process.stderr.write(`${title} is left out: ${missing}\n`);
  else {
    if (!json) process.stdout.write(`\n${title}\n`);
    const child = spawn('npm', ['run', '--silent', `bench:${name}`, '--', ...args], { stdio: 'inherit' });
    const [status] = await once(child, 'exit');
    if (status !== 0) process.exitCode = 1;
  }
}

function chosen(): Bench[] {
  try {
    return benchesFor(process.argv.slice(2));
  } catch (error) {
    process.stderr.write(`${(error as Error).message}\n${usage}\n`);
    process.exit(64);
  }
}
