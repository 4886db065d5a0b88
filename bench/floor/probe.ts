import { setImmediate as turn } from 'node:timers/promises';

export interface Memory {
  rssMb: number;
  heapMb: number;
}

export type AskedOfProbe = 'cpu' | 'memory';

// Loaded into a bot's process before the bot: tells what the process has used, and leaves the bot alone.
process.on('message', async (asked: AskedOfProbe) => {
  process.send?.({ told: asked === 'cpu' ? cpuMs() : await memory() });
});

/** Milliseconds of CPU time since the start. Nothing is collected for it, as that would slow the commands that follow. */
function cpuMs(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

/** After what is garbage is collected. */
async function memory(): Promise<Memory> {
  for (let i = 0; i < 3; i++) {
    globalThis.gc?.();
    await turn();
  }
  const { rss, heapUsed, external } = process.memoryUsage();
  return { rssMb: rss / 1e6, heapMb: (heapUsed + external) / 1e6 };
}

process.channel?.unref();
process.on('disconnect', () => process.exit());
