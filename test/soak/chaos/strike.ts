import { setTimeout as delay } from 'node:timers/promises';
import type { Program } from '../program.ts';
import type { Town } from '../town.ts';
import type { Troubles } from '../troubles.ts';

/** What everything that can strike has at hand. */
export interface Ground {
  town: Town;
  troubles: Troubles;
  random(): number;
  now(): number;
  /** The program that runs; undefined while none does. */
  program(): Program | undefined;
  /** Notes that an answer to a person was hit: on Telegram, in that chat. */
  onAnswerHit(platform: 'discord' | 'telegram', chat: string | undefined): void;
}

/** Something that goes wrong; resolves when it is over. */
export interface Strike {
  kind: string;
  /** How often it is chosen, among the others. */
  weight: number;
  run(): Promise<void>;
}

/** In simulated ms, from one to the other. */
export const between = (random: () => number, least: number, most: number): number => least + random() * (most - least);

export const chosen = <T>(random: () => number, all: readonly T[]): T => all[Math.floor(random() * all.length)] as T;

export { delay };

/** By weight. */
export function drawn(random: () => number, strikes: readonly Strike[]): Strike {
  let left = random() * strikes.reduce((sum, { weight }) => sum + weight, 0);
  for (const strike of strikes) {
    left -= strike.weight;
    if (left <= 0) return strike;
  }
  return strikes.at(-1) as Strike;
}
