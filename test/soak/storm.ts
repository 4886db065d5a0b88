import { between, delay, drawn, type Ground, type Strike } from './chaos/strike.ts';
import type { Keeper } from './keeper.ts';

export interface StormParts extends Pick<Ground, 'random' | 'now'> {
  strikes: readonly Strike[];
  keeper: Keeper;
  /** Until when the process is killed, and until when anything goes wrong. */
  killUntil: number;
  strikeUntil: number;
}

/** In simulated ms, between two of a kind. */
const betweenStrikes = [2_000, 14_000] as const;
const betweenKills = [40_000, 200_000] as const;
const stopShare = 0.3;

/** Has something go wrong time and again, and kills the program meanwhile; resolves when all of it is over. */
export async function storm({ strikes, keeper, killUntil, strikeUntil, random, now }: StormParts): Promise<void> {
  const underWay = new Set<string>();
  const running: Promise<void>[] = [];

  async function strike(): Promise<void> {
    while (now() < strikeUntil) {
      await delay(between(random, ...betweenStrikes));
      const one = drawn(random, strikes);
      // One trouble of a kind at a time, and one with the database.
      const group = one.kind.startsWith('database') ? 'database' : one.kind;
      if (underWay.has(group)) continue;
      underWay.add(group);
      running.push(one.run().finally(() => underWay.delete(group)));
    }
    await Promise.all(running);
  }

  async function kill(): Promise<void> {
    await delay(between(random, betweenKills[0] / 4, betweenKills[0]));
    // However short it is, it is killed.
    for (let isFirst = true; now() < killUntil; isFirst = false) {
      await (random() < stopShare && !isFirst ? keeper.restart() : keeper.kill());
      await delay(between(random, ...betweenKills));
    }
  }

  await Promise.all([strike(), kill()]);
}
