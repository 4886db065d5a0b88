import { quantile } from '../search/measures.ts';
import type { Kind } from './bots.ts';

/** What is seen of one bot; one value for each start, round or burst. */
export interface Seen {
  readyMs: number[];
  idleMb: number;
  lateMb: number;
  /** CPU time of one command, in ms. */
  cpuMs: number[];
  perSecond: number[];
  p50Ms: number[];
  p99Ms: number[];
  burstP99Ms: number[];
}

export type Figures = ReturnType<typeof figuresOf>;

/** The medians of one bot. */
export function figuresOf(seen: Seen) {
  const middle = (values: readonly number[]) => quantile(values, 0.5);
  return {
    perSecond: middle(seen.perSecond),
    cpuMs: middle(seen.cpuMs),
    p50Ms: middle(seen.p50Ms),
    p99Ms: middle(seen.p99Ms),
    burstP99Ms: middle(seen.burstP99Ms),
    readyMs: middle(seen.readyMs),
    idleMb: seen.idleMb,
    lateMb: seen.lateMb,
  };
}

/** How far the product is above the floor: as medians of what was measured side by side, round by round. */
export function comparisonOf({ floor, product }: Record<Kind, Seen>) {
  const ratios = (of: (seen: Seen) => number[]) => of(product).map((value, i) => value / (of(floor)[i] ?? Number.NaN));
  const [low, high] = [figuresOf(floor), figuresOf(product)];
  return {
    cpuRatio: quantile(
      ratios(({ cpuMs }) => cpuMs),
      0.5,
    ),
    idleOverMb: high.idleMb - low.idleMb,
    readyOverMs: high.readyMs - low.readyMs,
    p99Ratio: quantile(
      ratios(({ burstP99Ms }) => burstP99Ms),
      0.5,
    ),
  };
}
