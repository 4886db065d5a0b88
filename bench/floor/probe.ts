import { setImmediate as turn } from 'node:timers/promises';

/** Loaded into a bot's process before the bot: tells what the process has used, and leaves the bot alone. */
export interface Usage {
  /** Milliseconds of CPU time since the start. */
  cpuMs: number;
  rssMb: number;
  heapMb: number;
}

process.on('message', async () => {
  for (let i = 0; i < 3; i++) {
    globalThis.gc?.();
    await turn();
  }
  const { user, system } = process.cpuUsage();
  const { rss, heapUsed, external } = process.memoryUsage();
  process.send?.({ told: { cpuMs: (user + system) / 1000, rssMb: rss / 1e6, heapMb: (heapUsed + external) / 1e6 } });
});
process.channel?.unref();
process.on('disconnect', () => process.exit());
