import { setTimeout as sleep } from 'node:timers/promises';
import type { Body, Ground } from './ground.ts';

export interface Load {
  /** The number of the first command: who asks what goes by it. */
  first: number;
  count: number;
  /** How many are under way at a time. */
  atOnce: number;
}

export interface LoadResult {
  seconds: number;
  /** From receipt to request, in ms, of each command. */
  latencies: number[];
}

/** An answer is longer than a remark that one asks too much, or that there is none. */
const leastLength = 250;
const patienceMs = 60_000;

/** Has questions asked and waits for their answers. Throws where an answer is none, or does not come. */
export async function load(
  ground: Pick<Ground, 'ask'>,
  questions: readonly string[],
  { first, count, atOnce }: Load,
  onBody: (body: Body) => void = () => {},
): Promise<LoadResult> {
  const latencies: number[] = [];
  const began = performance.now();
  const answered = new Promise<void>((resolve, reject) => {
    let asked = 0;
    function next(): void {
      if (asked === count) return;
      const i = first + asked++;
      const question = questions[i % questions.length] ?? '';
      let from = Number.NaN;
      ground.ask(
        i,
        question,
        () => {
          from = performance.now();
        },
        (body) => {
          latencies.push(performance.now() - from);
          onBody(body);
          if (JSON.stringify(body).length < leastLength)
            return reject(new Error(`“${question}” was answered with ${JSON.stringify(body)}`));
          if (latencies.length === count) resolve();
          else next();
        },
      );
    }
    for (let i = 0; i < Math.min(atOnce, count); i++) next();
  });
  const ended = new AbortController();
  const late = sleep(patienceMs + count * 100, undefined, { signal: ended.signal }).then(() => {
    throw new Error(`${count - latencies.length} of ${count} commands were not answered.`);
  });
  await Promise.race([answered, late]).finally(() => ended.abort());
  return { seconds: (performance.now() - began) / 1000, latencies };
}
