import { withRoom } from './growing.ts';
import type { Query } from './query.ts';
import { type Kind, kinds, type Learnt, type Vocabulary } from './vocabulary.ts';

/** The features of a text: terms of the vocabulary, each once. */
export type Features = Record<Kind, readonly number[]>;

export interface Example {
  id: string;
  features: Features;
}

/** How sure it is that a question is one of those that were asked about each entry. */
export interface Classifier {
  /**
   * Gives each entry's share of 1; none for an entry that it has not learnt. Good until the next question. `known` is
   * the share of the question that its terms stand for: what is half unknown is half as sure.
   */
  shares(query: Query, known: number): (id: string) => number | undefined;
  /** All that it has learnt, to make another like it. */
  state(): ClassifierState;
}

export interface ClassifierState {
  /** Of the entries, in the order of their weights. */
  ids: readonly string[];
  /** By term: where its weights begin, counted from 1; 0 where it has none. */
  rows: Int32Array<ArrayBuffer>;
  /** Of each term, one weight for each entry, filled up to whole fours. */
  weights: Float32Array<ArrayBuffer>;
}

/** What a term weighs as a feature, by its kind. */
const featureWeights: Record<Kind, number> = { stems: 1, grams: 0.4, meanings: 0.8 };

const epochs = 4;
const rate = 8;
/** An error of less is left as it is; most are, and to pass over them spares half of the work. */
const negligible = 0.001;

/** How many weights a term has. */
const widthOf = (ids: readonly string[]): number => Math.ceil(ids.length / 4) * 4;

/** Makes use of what has been learnt: by `train`, here or elsewhere. */
export function classifierOf(state: ClassifierState): Classifier {
  const { ids } = state;
  const model = createModel(state);
  const places = new Map(ids.map((id, k) => [id, k]));
  return {
    shares({ stems, grams, meanings }, known) {
      if (ids.length === 0) return () => undefined;
      model.predict(model.lessonFrom({ stems: stems.terms, grams: grams.terms, meanings: meanings.terms }, known));
      return (id) => {
        const place = places.get(id);
        return place === undefined ? undefined : model.output[place];
      };
    },
    state: () => state,
  };
}

/**
 * A linear model (softmax regression) learnt from the phrasings when the index is built, so that an edited
 * phrasing counts at once and no trained file can go stale. On top of the nearest phrasing, right first on
 * bench/search/questions.jsonl: English .855 → .906, Ukrainian .903 → .951, Russian .888 → .918.
 */
export function train(examples: readonly Example[]): Classifier {
  const ids = [...new Set(examples.map(({ id }) => id))].sort();
  let rows = new Int32Array(1024);
  let size = 1;
  for (const { features } of examples) {
    for (const kind of kinds) {
      for (const term of features[kind]) {
        rows = withRoom(rows, term + 1);
        if (rows[term] !== 0) continue;
        rows[term] = size;
        size += widthOf(ids);
      }
    }
  }
  const weights = new Float32Array(size);
  const { lessonFrom, predict, output } = createModel({ ids, rows, weights });
  const wrong = new Int32Array(ids.length);

  /** Lists in `wrong` the entries for which the prediction is off by more than it is worth to mend; returns how many. */
  function entriesMissed(): number {
    let count = 0;
    for (let k = 0; k < output.length; k++) if (Math.abs(output[k] as number) > negligible) wrong[count++] = k;
    return count;
  }

  const lessons = examples.map(({ id, features }) => ({ right: ids.indexOf(id), lesson: lessonFrom(features, 1) }));
  const draw = sequence();
  for (let epoch = 0; epoch < epochs; epoch++) {
    shuffle(lessons, draw);
    const step = rate / (1 + epoch / 2);
    for (const { right, lesson } of lessons) {
      predict(lesson);
      output[right] = (output[right] as number) - 1;
      const missed = entriesMissed();
      const { at, weight, known } = lesson;
      for (let i = 0; i < known; i++) {
        const row = at[i] as number;
        const by = step * (weight[i] as number);
        for (let m = 0; m < missed; m++) {
          const k = wrong[m] as number;
          weights[row + k] = (weights[row + k] as number) - by * (output[k] as number);
        }
      }
    }
  }
  return classifierOf({ ids, rows, weights });
}

/** What the weights say of a text. */
function createModel({ ids, rows, weights }: ClassifierState) {
  const width = widthOf(ids);
  const sums = new Float64Array(width);
  const output = new Float64Array(ids.length);

  function lessonFrom(features: Features, share: number): Lesson {
    let size = 0;
    let squares = 0;
    for (const kind of kinds) {
      size += features[kind].length;
      for (let left = features[kind].length; left > 0; left--) squares += featureWeights[kind] ** 2;
    }
    const scale = share / (Math.sqrt(squares) || 1);
    const at = new Int32Array(size);
    const weight = new Float32Array(size);
    let known = 0;
    for (const kind of kinds) {
      const scaled = featureWeights[kind] * scale;
      for (const term of features[kind]) {
        const row = rows[term] ?? 0;
        if (row === 0) continue;
        at[known] = row;
        weight[known++] = scaled;
      }
    }
    return { at, weight, known };
  }

  function predict({ at, weight, known }: Lesson): void {
    // Four entries at a time: their sums stay in registers.
    for (let k = 0; k < width; k += 4) {
      let a = 0;
      let b = 0;
      let c = 0;
      let d = 0;
      for (let i = 0; i < known; i++) {
        const from = (at[i] as number) + k;
        const by = weight[i] as number;
        a += by * (weights[from] as number);
        b += by * (weights[from + 1] as number);
        c += by * (weights[from + 2] as number);
        d += by * (weights[from + 3] as number);
      }
      sums[k] = a;
      sums[k + 1] = b;
      sums[k + 2] = c;
      sums[k + 3] = d;
    }
    let top = Number.NEGATIVE_INFINITY;
    for (let k = 0; k < output.length; k++) top = Math.max(top, sums[k] as number);
    let sum = 0;
    for (let k = 0; k < output.length; k++) {
      const power = Math.exp((sums[k] as number) - top);
      output[k] = power;
      sum += power;
    }
    for (let k = 0; k < output.length; k++) output[k] = (output[k] as number) / sum;
  }

  return { lessonFrom, predict, output };
}

/** An example as the model reads it: where each feature's weights begin, and what it weighs here. */
interface Lesson {
  at: Int32Array;
  weight: Float32Array;
  /** How many of the features the model has. */
  known: number;
}

export function featuresOf(text: Learnt, vocabulary: Vocabulary): Features {
  const distinct = (kind: Kind) => {
    const terms: number[] = [];
    vocabulary.count(text, kind, 1);
    vocabulary.counted((term) => terms.push(term));
    return terms;
  };
  return { stems: distinct('stems'), grams: distinct('grams'), meanings: distinct('meanings') };
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
