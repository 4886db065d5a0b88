/** What is known about the best match, each between 0 and 1. */
export interface Evidence {
  /** Whether the classifier has learnt this entry; what moderators add later it has not. */
  seen: boolean;
  /** How much of the question's information (rare words count for more) the entry holds. */
  coverage: number;
  /** How near its nearest name or phrasing comes to the question itself, 1 for the same words. */
  nearness: number;
  /** How far it is ahead of the second, as a share of its score. */
  margin: number;
  /** The classifier's share for it. */
  share: number;
  /** The classifier's share for “nothing here answers this”. */
  nothing: number;
  /** The share of letters in words that the index knows. */
  known: number;
  /** 1 if a number, person, place or date is asked for, and nobody asks this entry so. */
  astray: number;
}

/** What the regressions weigh: the evidence, and `odds`, from −1 for “nothing here answers this” to 1 for a learnt entry. */
export function weighed({ seen, coverage, nearness, margin, share, nothing, known, astray }: Evidence) {
  const odds = Math.log((share + leastShare) / (nothing + leastShare)) / Math.log(1 / leastShare);
  return { coverage, nearness, margin, share, nothing, known, astray, odds: seen ? odds : 0 };
}

/** Keeps the odds within what a few hundred examples can tell. */
const leastShare = 0.01;

export type Weights = Record<keyof ReturnType<typeof weighed> | 'bias', number>;

/**
 * Logistic regressions, fitted and printed by `bench/search/calibrate.ts`: whether the best match answers (for entries
 * that the classifier has learnt, and for others), and whether any entry does, which the margin says little about.
 */
export const calibration: Record<'seen' | 'unseen' | 'answerable', Weights> = {
  seen: {
    bias: -3.51,
    coverage: 1.82,
    nearness: 1,
    margin: 1.91,
    share: 1.69,
    nothing: -0.31,
    known: -0.59,
    astray: -0.91,
    odds: 1.38,
  },
  unseen: {
    bias: -1.86,
    coverage: 2.64,
    nearness: 3.01,
    margin: 1.48,
    share: 0,
    nothing: -2.19,
    known: 1.26,
    astray: -2.25,
    odds: 0,
  },
  answerable: {
    bias: -1.3,
    coverage: 1.14,
    nearness: 0.75,
    margin: -0.19,
    share: 1.22,
    nothing: -0.96,
    known: 1,
    astray: -1.61,
    odds: 2.83,
  },
};

/** The probability that the best match answers the question. */
export const confidence = (evidence: Evidence): number => chance(evidence, evidence.seen ? 'seen' : 'unseen');

function chance(evidence: Evidence, which: keyof typeof calibration): number {
  const weights = calibration[which];
  const values = weighed(evidence);
  let sum = weights.bias;
  for (const name in values) sum += weights[name as keyof typeof values] * values[name as keyof typeof values];
  return 1 / (1 + Math.exp(-sum));
}

/**
 * From `answer` on the best is answered, unless it is astray; below, it is offered if something is likely enough to
 * answer. An entry that was never learnt is offered sooner: nothing but its own words speaks for it.
 */
export const thresholds = { answer: 0.75, unsure: { seen: 0.25, unseen: 0.15 } };

export function outcomeOf(evidence: Evidence): 'answer' | 'unsure' | 'none' {
  const best = confidence(evidence);
  if (best >= thresholds.answer && evidence.astray === 0) return 'answer';
  const offered = evidence.seen
    ? chance(evidence, 'answerable') >= thresholds.unsure.seen
    : best >= thresholds.unsure.unseen;
  return offered ? 'unsure' : 'none';
}
