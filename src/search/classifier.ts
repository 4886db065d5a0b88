import { type Kind, kinds } from './vocabulary.ts';

/** The features of a text: terms of the vocabulary with their weights. */
export type Features = ReadonlyMap<number, number>;

export interface Example {
  id: string;
  features: Features;
}

/** How sure it is that a question is one of those that were asked about each entry; the shares add up to 1. */
export interface Classifier {
  readonly ids: readonly string[];
  /** `known` is the share of the question that the features stand for: what is half unknown is half as sure. */
  shares(features: Features, known: number): Map<string, number>;
}

/** What a term weighs as a feature, by its kind. */
export const featureWeights: Record<Kind, number> = { stems: 1, grams: 0.4, meanings: 0.8 };

const epochs = 8;
const rate = 4;

/**
 * A linear model (softmax regression) learnt from the phrasings when the index is built, so that an edited
 * phrasing counts at once and no trained file can go stale. On top of the nearest phrasing, right first on
 * bench/search/questions.jsonl: English .855 → .906, Ukrainian .903 → .951, Russian .888 → .918.
 */
export function train(examples: readonly Example[]): Classifier {
  const ids = [...new Set(examples.map(({ id }) => id))].sort();
  const rows = new Map<number, number>();
  for (const { features } of examples)
    for (const term of features.keys()) if (!rows.has(term)) rows.set(term, rows.size);
  const weights = new Float32Array(rows.size * ids.length);
  const output = new Float64Array(ids.length);

  function lessonFrom(features: Features, share: number): Lesson {
    let squares = 0;
    for (const weight of features.values()) squares += weight * weight;
    const scale = share / (Math.sqrt(squares) || 1);
    const known = [...features].filter(([term]) => rows.has(term));
    return {
      at: Int32Array.from(known, ([term]) => (rows.get(term) as number) * ids.length),
      weight: Float32Array.from(known, ([, weight]) => weight * scale),
    };
  }

  function predict({ at, weight }: Lesson): void {
    output.fill(0);
    for (let i = 0; i < at.length; i++) {
      const row = at[i] as number;
      const by = weight[i] as number;
      for (let k = 0; k < output.length; k++) output[k] = (output[k] as number) + by * (weights[row + k] as number);
    }
    let top = Number.NEGATIVE_INFINITY;
    for (const one of output) top = Math.max(top, one);
    let sum = 0;
    for (let k = 0; k < output.length; k++) {
      const power = Math.exp((output[k] as number) - top);
      output[k] = power;
      sum += power;
    }
    for (let k = 0; k < output.length; k++) output[k] = (output[k] as number) / sum;
  }

  const lessons = examples.map(({ id, features }) => ({ right: ids.indexOf(id), lesson: lessonFrom(features, 1) }));
  const draw = sequence();
  for (let epoch = 0; epoch < epochs; epoch++) {
    shuffle(lessons, draw);
    const step = rate / (1 + epoch / 2);
    for (const { right, lesson } of lessons) {
      predict(lesson);
      output[right] = (output[right] as number) - 1;
      const { at, weight } = lesson;
      for (let i = 0; i < at.length; i++) {
        const row = at[i] as number;
        const by = step * (weight[i] as number);
        for (let k = 0; k < output.length; k++)
          weights[row + k] = (weights[row + k] as number) - by * (output[k] as number);
      }
    }
  }

  return {
    ids,
    shares(features, known) {
      if (ids.length === 0) return new Map();
      predict(lessonFrom(features, known));
      return new Map(ids.map((id, k) => [id, output[k] as number]));
    },
  };
}

/** An example as the model reads it: where each feature's weights begin, and what it weighs here. */
interface Lesson {
  at: Int32Array;
  weight: Float32Array;
}

/** The terms of a text or question as features. */
export function featuresOf(terms: Record<Kind, Iterable<number>>): Features {
  const features = new Map<number, number>();
  for (const kind of kinds) for (const term of terms[kind]) features.set(term, featureWeights[kind]);
  return features;
}

/** The same numbers in [0, 1) every time, so that one content makes one model (a linear congruential generator). */
function sequence(): () => number {
  let state = 1;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}

function shuffle<T>(list: T[], draw: () => number): void {
  for (let at = list.length - 1; at > 0; at--) {
    const other = Math.floor(draw() * (at + 1));
    [list[at], list[other]] = [list[other] as T, list[at] as T];
  }
}
