import { setTimeout } from 'node:timers/promises';

/** Frees what was measured before: it is let go of once its call is over and the code being compiled behind it is done. */
export async function collected(): Promise<void> {
  for (let round = 0; round < 3; round++) {
    await setTimeout(100);
    globalThis.gc?.();
  }
}

/** In bytes. Typed arrays live outside the heap. */
export function memory(): number {
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return heapUsed + arrayBuffers;
}
