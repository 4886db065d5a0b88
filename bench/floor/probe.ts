import { setImmediate as turn } from 'node:timers/promises';

/** Loaded into a bot's process before the bot: tells what the process has used, and leaves the bot alone. */
export interface Usage {
  /** Milliseconds of CPU time since the start. */
  cpuMs: number;
  /** The same before its heap was gone through to tell this, which takes seconds where the heap is large. */
  cpuMsBefore: number;
  rssMb: number;
  heapMb: number;
}

const cpuMs = () => {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
};

process.on('message', async () => {
  const cpuMsBefore = cpuMs();
  for (let i = 0; i < 3; i++) {
    globalThis.gc?.();
    await turn();
  }
  const { rss, heapUsed, external } = process.memoryUsage();
  process.send?.({ told: { cpuMs: cpuMs(), cpuMsBefore, rssMb: rss / 1e6, heapMb: (heapUsed + external) / 1e6 } });
});
process.channel?.unref();
process.on('disconnect', () => process.exit());
