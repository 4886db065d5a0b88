/** In megabytes; of the whole process, and of JavaScript's objects and buffers. */
export interface Memory {
  rssMb: number;
  heapMb: number;
}

/** What is in use once what is of no more use was freed, where the process may do that (`--expose-gc`). */
export function memoryNow(): Memory {
  globalThis.gc?.();
  const { rss, heapUsed, arrayBuffers } = process.memoryUsage();
  return { rssMb: inMb(rss), heapMb: inMb(heapUsed + arrayBuffers) };
}

/** The most that the whole process has ever used. */
export const mostMemoryMb = (): number => inMb(process.resourceUsage().maxRSS * 1024);

const inMb = (bytes: number): number => Math.round(bytes / 1e5) / 10;
