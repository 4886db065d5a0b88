import { resolve } from 'node:path';
import { readEnvironment } from './config.ts';
import { main } from './main.ts';

/** The process itself: its streams and signals, handed to the program. */
const root = resolve(import.meta.dirname, '../..');
const stopping = new AbortController();
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => stopping.abort());

process.exitCode = await main({
  argv: process.argv.slice(2),
  environment: readEnvironment(resolve(root, '.env')),
  root,
  prepared: resolve(import.meta.dirname, 'prepared.bin'),
  stdin: process.stdin,
  stdout: process.stdout,
  stderr: process.stderr,
  now: () => new Date(),
  stopping: stopping.signal,
  onReload: (handler) => process.on('SIGHUP', handler),
  onCrash(handler) {
    const crash = (error: unknown) => {
      handler(error);
      process.exit(70);
    };
    process.on('uncaughtException', crash);
    process.on('unhandledRejection', crash);
  },
});
// A platform that did not stop in time must not keep the process alive.
if (stopping.signal.aborted) process.exit();
