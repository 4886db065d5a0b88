/** The heap after so many commands. */
export interface Sample {
  commands: number;
  heapBytes: number;
}

export interface Slope {
  samples: number;
  /** Between the first of these and the last. */
  commands: number;
  /** Whether the process had lived long enough for it to mean anything. */
  isSettled: boolean;
  /** In kB per 1 000 commands, and how much it may be off (95 %). */
  perThousandKb: number;
  uncertaintyKb: number;
}

/** A process that has begun fills its caches, discord.js’ and V8’s among them: what it tells before so many commands counts for nothing. */
const settlingCommands = 500;
const fewest = 5;
const fewestCommands = 300;
/** What is kept for an hour, as discord.js keeps a queue for each interaction, is no leak and looks like one; answers are larger. */
export const allowedKbPerThousand = 4000;

/**
 * A straight line through the samples of one process, without the first ones; where it has not lived long enough, through the
 * later half. Undefined where there are too few.
 */
export function slopeOf(samples: readonly Sample[]): Slope | undefined {
  const begun = samples[0]?.commands ?? 0;
  const settled = samples.filter(({ commands }) => commands - begun >= settlingCommands);
  const isSettled = settled.length >= fewest && spanOf(settled) >= fewestCommands;
  const late = isSettled ? settled : samples.slice(Math.floor(samples.length / 2));
  if (late.length < fewest) return undefined;
  const mean = (of: (sample: Sample) => number) => late.reduce((sum, one) => sum + of(one), 0) / late.length;
  const [x, y] = [mean(({ commands }) => commands), mean(({ heapBytes }) => heapBytes)];
  const spread = late.reduce((sum, { commands }) => sum + (commands - x) ** 2, 0);
  if (spread === 0) return undefined;
  const slope = late.reduce((sum, { commands, heapBytes }) => sum + (commands - x) * (heapBytes - y), 0) / spread;
  const freedom = late.length - 2;
  const residue = late.reduce((sum, one) => sum + (one.heapBytes - y - slope * (one.commands - x)) ** 2, 0);
  const error = Math.sqrt(residue / freedom / spread);
  return {
    samples: late.length,
    commands: spanOf(late),
    isSettled,
    perThousandKb: slope,
    uncertaintyKb: quantile(freedom) * error,
  };
}

/** Whether it surely grows by more than is allowed; of one that has only begun nothing can be said. */
export const isLeak = ({ isSettled, perThousandKb, uncertaintyKb }: Slope): boolean =>
  isSettled && perThousandKb - uncertaintyKb > allowedKbPerThousand;

const spanOf = (samples: readonly Sample[]): number => (samples.at(-1)?.commands ?? 0) - (samples[0]?.commands ?? 0);

/** Student's t, two-sided 95 %, to about a hundredth from three degrees of freedom on. */
const quantile = (freedom: number): number =>
  1.96 + 2.372 / freedom + 2.82 / freedom ** 2 + 2.55 / freedom ** 3 + 1.6 / freedom ** 4;
