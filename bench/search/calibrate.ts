import type { Asking } from '../../src/core/asking.ts';
import type { Knowledge } from '../../src/core/knowledge.ts';
import { createKnowledge } from '../../src/core/knowledge.ts';
import type { Evidence } from '../../src/search/confidence.ts';
import { createFinder, type EntryFinder } from '../../src/search/finder.ts';
import { type Question, readProduct, readQuestions } from './product.ts';

/**
 * Fits what `src/search/confidence.ts` holds and prints it. The cases: every question of the file; phrasings that
 * were kept from the finder (a fifth at a time); questions whose entries were taken away, which nothing answers then;
 * and questions to entries that came without phrasings, as those that moderators add do.
 */
interface Case {
  evidence: Evidence;
  right: boolean;
  weight: number;
}

const folds = 5;
const [file = 'bench/search/questions.jsonl'] = process.argv.slice(2);
const questions = readQuestions(file);
const { knowledge, asking } = await readProduct();
const seen: Case[] = [];
const unseen: Case[] = [];

collect(createFinder(knowledge, asking), questions, 1);
for (let fold = 0; fold < folds; fold++) {
  const kept = (_: unknown, at: number) => at % folds !== fold;
  const out = (_: unknown, at: number) => at % folds === fold;
  const part = (filter: typeof kept): Asking => ({
    meanings: asking.meanings,
    unanswered: asking.unanswered.filter(filter),
    phrasings: new Map([...asking.phrasings].map(([id, list]) => [id, list.filter(filter)])),
  });
  const held = part(out);
  collect(
    createFinder(knowledge, part(kept)),
    [
      ...[...held.phrasings].flatMap(([id, list]) => list.map((text) => asked(text, [id]))),
      ...held.unanswered.map((text) => asked(text, [])),
    ],
    0.5,
  );

  const gone = new Set(knowledge.entries.filter(out).map(({ id }) => id));
  const about = questions.filter(({ expect }) => expect.length > 0 && expect.every((id) => gone.has(id)));
  const others = new Map([...asking.phrasings].filter(([id]) => !gone.has(id)));
  collect(
    createFinder(without(knowledge, gone), { ...asking, phrasings: others }),
    about.map((one) => ({ ...one, expect: [] })),
    0.3,
  );
  const unbanked = createFinder(knowledge, { ...asking, phrasings: others });
  collect(unbanked, [...about, ...questions.filter(({ expect }) => expect.length === 0)], 1);
}

print(seen, 'seen');
print(unseen, 'unseen');

function collect(
  finder: EntryFinder,
  asked: readonly Pick<Question, 'text' | 'lang' | 'expect'>[],
  weight: number,
): void {
  for (const { text, lang, expect } of asked) {
    const { evidence, matches } = finder.explain(text, lang);
    const [best] = matches;
    if (best) (evidence.seen ? seen : unseen).push({ evidence, right: expect.includes(best.id), weight });
  }
}

function asked(text: string, expect: string[]): Pick<Question, 'text' | 'lang' | 'expect'> {
  return { text, expect, lang: /[іїєґ]/u.test(text) ? 'uk' : /\p{Script=Cyrillic}/u.test(text) ? 'ru' : 'en' };
}

function without(all: Knowledge, gone: ReadonlySet<string>): Knowledge {
  return createKnowledge({ ...all, entries: all.entries.filter(({ id }) => !gone.has(id)) });
}

function print(cases: readonly Case[], name: string): void {
  const names = Object.keys(cases[0]?.evidence ?? {}).filter((one) => one !== 'seen') as (keyof Omit<
    Evidence,
    'seen'
  >)[];
  const weights = [0, ...names.map(() => 0)];
  const inputs = cases.map(({ evidence }) => [1, ...names.map((one) => evidence[one])]);
  const chance = (input: number[]) =>
    1 / (1 + Math.exp(-input.reduce((sum, value, at) => sum + value * (weights[at] as number), 0)));
  for (let step = 0; step < 3000; step++) {
    const slope = weights.map((weight, at) => (at === 0 ? 0 : 1e-3 * weight));
    for (const [at, input] of inputs.entries()) {
      const { right, weight } = cases[at] as Case;
      const miss = ((chance(input) - (right ? 1 : 0)) * weight) / cases.length;
      for (const [k, value] of input.entries()) slope[k] = (slope[k] as number) + miss * value;
    }
    for (const [k, value] of slope.entries()) weights[k] = (weights[k] as number) - 3 * value;
  }
  const fitted = Object.fromEntries(
    ['bias', ...names].map((one, at) => [one, Number((weights[at] as number).toFixed(2))]),
  );
  process.stdout.write(`${name} (${cases.length} cases): ${JSON.stringify(fitted)}\n`);
  for (const least of [0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8]) {
    const above = (right: boolean) => {
      const all = cases.filter((one) => one.right === right);
      return (all.filter((one) => chance(inputs[cases.indexOf(one)] as number[]) >= least).length / all.length).toFixed(
        3,
      );
    };
    process.stdout.write(`  at ${least}: right ones kept ${above(true)}, wrong ones let through ${above(false)}\n`);
  }
}
