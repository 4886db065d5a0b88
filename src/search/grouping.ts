import { stem } from './stem.ts';
import { words } from './words.ts';

/** A text to be grouped, and how often it was asked. */
export interface Asked {
  text: string;
  count: number;
}

/** From this cosine on two questions are taken for the same; tuned on questions in three languages. */
const alike = 0.45;
const stemWeight = 1;
const gramWeight = 0.35;
const gramSize = 4;

/** Words that a question is asked with, whatever it is about. */
const asking = new Set(
  [
    'a an the is are was were be been will would can could shall should may might must do does did has have had i you he',
    'she it we they me my your his her its our their this that these those what which who whom whose when where why how',
    'of in on at to for from by with about into than then and or but if not no so as there any some please tell explain',
    'і й та а але або чи що хто як де коли чому навіщо який яка яке які скільки це цей ця ці той та ті є був була було',
    'були буде будуть бути не ні так у в на до для з із зі від про за по при під над між я ти він вона воно ми ви вони',
    'мені мене тобі його її їх нам вам їм же ж б би може можна треба скажіть поясніть будь ласка',
    'и а но или ли что кто как где когда почему зачем какой какая какое какие сколько это этот эта эти тот та те есть',
    'был была было были будет будут быть не нет так у в во на до для с со из от о об про за по при под над между я ты он',
    'она оно мы вы они мне меня тебе его ее их нам вам им же ж б бы может можно надо нужно скажите объясните пожалуйста',
  ].flatMap((line) => line.split(' ')),
);

/** A question's features, by number, and how much each counts; at length 1. */
interface Vector {
  features: number[];
  weights: number[];
}

/** A group is the sum of its members' vectors, of which the direction counts. */
interface Group {
  members: number[];
  /** The square of the sum's length. */
  square: number;
}

/**
 * Parts questions into groups that ask the same, by the stems and the runs of four letters that they share; the rarer
 * among all questions, the more a shared one says. Each joins the group that it is nearest to, or begins one. Groups
 * are lists of places in `asked`: the most asked group first, and in each the question nearest to all of it.
 */
export function groupAlike(asked: readonly Asked[]): number[][] {
  const { vectors, size } = vectorsOf(asked.map(({ text }) => featuresOf(text)));
  const countOf = (at: number): number => asked[at]?.count ?? 0;
  const order = asked.map((_, at) => at).sort((a, z) => countOf(z) - countOf(a) || a - z);

  const groups: Group[] = [];
  /** The sums of the groups: by feature, how much of it each group has. */
  const sums = Array.from({ length: size }, () => new Map<number, number>());
  for (const at of order) {
    const vector = vectors[at] as Vector;
    const near = nearest(vector, groups, sums);
    const number = near?.group ?? groups.push({ members: [], square: 0 }) - 1;
    const group = groups[number] as Group;
    group.members.push(at);
    group.square += 2 * (near?.product ?? 0) + 1;
    vector.features.forEach((feature, i) => {
      const sum = sums[feature] as Map<number, number>;
      sum.set(number, (sum.get(number) ?? 0) + (vector.weights[i] as number));
    });
  }
  return groups
    .map(({ members }, number) => ({
      total: members.reduce((sum, at) => sum + countOf(at), 0),
      places: members
        .map((at) => ({ at, near: productWith(number, vectors[at] as Vector, sums) }))
        .sort((a, z) => z.near - a.near)
        .map(({ at }) => at),
    }))
    .sort((a, z) => z.total - a.total)
    .map(({ places }) => places);
}

function featuresOf(text: string): Map<string, number> {
  const all = words(text);
  const telling = all.filter((word) => !asking.has(word));
  const features = new Map<string, number>();
  // A question of nothing but such words is compared by them.
  for (const word of telling.length > 0 ? telling : all) {
    features.set(`s${stem(word)}`, stemWeight);
    const edged = `_${word}_`;
    for (let at = 0; at + gramSize <= edged.length; at++)
      features.set(`g${edged.slice(at, at + gramSize)}`, gramWeight);
  }
  return features;
}

/** Features by how rare they are. What one question alone has says no more than what two share. */
function vectorsOf(all: readonly Map<string, number>[]): { vectors: Vector[]; size: number } {
  const numbers = new Map<string, number>();
  const held: number[] = [];
  for (const features of all) {
    for (const feature of features.keys()) {
      const number = numbers.get(feature) ?? numbers.size;
      numbers.set(feature, number);
      held[number] = (held[number] ?? 0) + 1;
    }
  }
  const vectors = all.map((features): Vector => {
    const known = [...features].map(([feature, weight]) => ({ number: numbers.get(feature) as number, weight }));
    const weights = known.map(
      ({ number, weight }) => weight * Math.log(1.5 + all.length / Math.max(2, held[number] as number)),
    );
    const length = Math.sqrt(weights.reduce((sum, one) => sum + one * one, 0)) || 1;
    return { features: known.map(({ number }) => number), weights: weights.map((one) => one / length) };
  });
  return { vectors, size: numbers.size };
}

function nearest({ features, weights }: Vector, groups: readonly Group[], sums: readonly Map<number, number>[]) {
  const products = new Float64Array(groups.length);
  features.forEach((feature, i) => {
    for (const [group, sum] of sums[feature] as Map<number, number>)
      products[group] = (products[group] as number) + sum * (weights[i] as number);
  });
  let best: { group: number; product: number } | undefined;
  let most = alike;
  products.forEach((product, group) => {
    const cosine = product === 0 ? 0 : product / Math.sqrt(groups[group]?.square ?? 1);
    if (cosine < most) return;
    best = { group, product };
    most = cosine;
  });
  return best as { group: number; product: number } | undefined;
}

const productWith = (group: number, { features, weights }: Vector, sums: readonly Map<number, number>[]): number =>
  features.reduce((sum, feature, i) => sum + (weights[i] as number) * (sums[feature]?.get(group) ?? 0), 0);
