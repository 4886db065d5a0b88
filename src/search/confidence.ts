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

type Weights = Record<keyof Omit<Evidence, 'seen'> | 'bias', number>;

/** Logistic regressions, fitted and printed by `bench/search/calibrate.ts`. */
export const calibration: Record<'seen' | 'unseen', Weights> = {
  seen: {
    bias: -2.66,
    coverage: 1.72,
    nearness: 0.75,
    margin: 2.01,
    share: 2.31,
    nothing: -2.28,
    known: -0.54,
    astray: -1.13,
  },
  unseen: {
    bias: -1.22,
    coverage: 3.28,
    nearness: 3.39,
    margin: 2.05,
    share: 0,
    nothing: -3.59,
    known: 0.08,
    astray: -2.53,
  },
};

/** The probability that the best match answers the question. */
export function confidence({ seen, ...evidence }: Evidence): number {
  const weights = calibration[seen ? 'seen' : 'unseen'];
  let sum = weights.bias;
  for (const [name, value] of Object.entries(evidence)) sum += weights[name as keyof Weights] * value;
  return 1 / (1 + Math.exp(-sum));
}

/** From the first on it may be meant, from the second on it is answered, unless it asks for what the entry does not tell. */
export const thresholds = { unsure: 0.06, answer: 0.7 };

export function outcomeOf(evidence: Evidence): 'answer' | 'unsure' | 'none' {
  const probability = confidence(evidence);
  if (probability >= thresholds.answer && evidence.astray === 0) return 'answer';
  return probability >= thresholds.unsure ? 'unsure' : 'none';
}
