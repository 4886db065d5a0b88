import type { Asking } from '../../src/core/asking.ts';
import { createKnowledge, type Knowledge } from '../../src/core/knowledge.ts';
import type { Language } from '../../src/core/language.ts';
import { type Evidence, type Weights, weighed } from '../../src/search/confidence.ts';
import { createFinder, type EntryFinder } from '../../src/search/finder.ts';
import { bareEntry } from './bare-entry.ts';
import { type Question, readProduct, readQuestions } from './product.ts';

/**
 * Fits what `src/search/confidence.ts` holds and prints it. The cases: every question of the file; phrasings that
 * were kept from the finder (a fifth at a time); questions whose entries were taken away, which nothing answers then;
 * questions to entries that came without phrasings, as those that moderators add do; and all questions again where
 * there are no phrasings at all.
 */
interface Case {
  evidence: Evidence;
  right: boolean;
  answerable: boolean;
  weight: number;
}

type Asked = Pick<Question, 'text' | 'lang' | 'expect'>;

const folds = 5;
const [file = 'bench/search/questions.jsonl'] = process.argv.slice(2);
const questions = readQuestions(file);
const unanswered = questions.filter(({ expect }) => expect.length === 0);
const { knowledge, asking } = await readProduct();
const seen: Case[] = [];
const unseen: Case[] = [];
/** Those that show whether any entry answers: where an entry was taken away, another may still come near. */
const whole: Case[] = [];

whole.push(...collect(createFinder(knowledge, asking), questions, 1));
collect(createFinder(knowledge), questions, 0.1);
for (let fold = 0; fold < folds; fold++) {
  const kept = (_: unknown, at: number) => at % folds !== fold;
  const out = (_: unknown, at: number) => at % folds === fold;
  const part = (filter: typeof kept): Asking => ({
    meanings: asking.meanings,
    unanswered: asking.unanswered.filter(filter),
    phrasings: new Map([...asking.phrasings].map(([id, list]) => [id, list.filter(filter)])),
  });
  const held = part(out);
  const heldOut = [
    ...[...held.phrasings].flatMap(([id, list]) => list.map((text) => asked(text, [id]))),
    ...held.unanswered.map((text) => asked(text, [])),
  ];
  whole.push(...collect(createFinder(knowledge, part(kept)), heldOut, 0.5));

  const gone = new Set(knowledge.entries.filter(out).map(({ id }) => id));
  const about = questions.filter(({ expect }) => expect.length > 0 && expect.every((id) => gone.has(id)));
  const others = new Map([...asking.phrasings].filter(([id]) => !gone.has(id)));
  collect(
    createFinder(without(knowledge, gone), { ...asking, phrasings: others }),
    about.map((one) => ({ ...one, expect: [] })),
    0.3,
  );
  whole.push(...collect(createFinder(knowledge, { ...asking, phrasings: others }), [...about, ...unanswered], 1));
}
whole.push(...collect(...withLateEntries(), 1));

print(seen, 'seen', ({ right }) => right);
print(unseen, 'unseen', ({ right }) => right);
print(
  whole.filter(({ evidence }) => evidence.seen),
  'answerable',
  ({ answerable }) => answerable,
);

function collect(finder: EntryFinder, asked: readonly Asked[], weight: number): Case[] {
  return asked.flatMap(({ text, lang, expect }) => {
    const { evidence, matches } = finder.explain(text, lang);
    const [best] = matches;
    if (!best) return [];
    const one = { evidence, right: expect.includes(best.id), answerable: expect.length > 0, weight };
    (evidence.seen ? seen : unseen).push(one);
    return [one];
  });
}

function asked(text: string, expect: string[]): Asked {
  return { text, expect, lang: /[іїєґ]/u.test(text) ? 'uk' : /\p{Script=Cyrillic}/u.test(text) ? 'ru' : 'en' };
}

/** What moderators may add of that which nothing answers so far, and what is asked about it then. */
function withLateEntries(): [EntryFinder, Asked[]] {
  const late: [Partial<Record<Language, string>>, string[]][] = [
    [
      {
        en: 'When does the mobilisation in Ukraine end?',
        uk: 'Коли закінчиться мобілізація в Україні?',
        ru: 'Когда закончится мобилизация в Украине?',
      },
      [
        'when will mobilization be over',
        'end of mobilisation',
        'коли скінчиться мобілізація',
        'конец мобилизации когда',
      ],
    ],
    [
      { en: 'How many prisoners have been exchanged?', uk: 'Скількох полонених обміняли?' },
      [
        'number of prisoners swapped',
        'how many POWs came home',
        'скільки полонених повернули',
        'обмін полоненими скільки',
      ],
    ],
    [
      { en: 'Who is the US special envoy?', ru: 'Кто спецпосланник США?' },
      [
        'name of the american special envoy',
        'who is the envoy of the US',
        'кто спецпосланник америки',
        'спецпосланник сша кто он',
      ],
    ],
    [
      { en: 'What is the state of the Zaporizhzhia nuclear power plant?', uk: 'Що із Запорізькою АЕС?' },
      ['is the nuclear plant safe', 'zaporizhzhia npp status', 'що зараз на аес', 'запорізька атомна станція стан'],
    ],
    [
      { en: 'When are elections held in Ukraine?', uk: 'Коли в Україні вибори?', ru: 'Когда в Украине выборы?' },
      [
        'date of the elections',
        'when do Ukrainians vote',
        'коли будуть вибори в україні',
        'когда выборы в украине пройдут',
      ],
    ],
    [
      { en: 'How many civilians have been killed?', ru: 'Сколько погибло мирных жителей?' },
      [
        'civilian death toll',
        'number of civilians killed in the war',
        'сколько мирных погибло',
        'число погибших гражданских',
      ],
    ],
    [
      { en: 'When and where is the next round of talks?', uk: 'Коли й де наступний раунд переговорів?' },
      ['next meeting date', 'where will the next round of talks be', 'коли наступний раунд', 'де наступна зустріч'],
    ],
    [
      { en: 'What does the bot do and how do I use it?', ru: 'Что умеет бот и как им пользоваться?' },
      ['what can this bot do', 'how to use the bot', 'что ты умеешь бот', 'как пользоваться ботом'],
    ],
  ];
  const finder = createFinder(knowledge, asking);
  const idOf = (at: number) => `late-${at}`;
  for (const [at, [names]] of late.entries()) {
    const texts = Object.entries(names).map(([language, question]) => [
      language,
      { question, aliases: [], lead: [], detail: [] },
    ]);
    finder.add(bareEntry(idOf(at), Object.fromEntries(texts)));
  }
  return [finder, late.flatMap(([, list], at) => list.map((text) => asked(text, [idOf(at)])))];
}

function without(all: Knowledge, gone: ReadonlySet<string>): Knowledge {
  return createKnowledge({ ...all, entries: all.entries.filter(({ id }) => !gone.has(id)) });
}

function print(cases: readonly Case[], name: string, holds: (one: Case) => boolean): void {
  const inputs = cases.map(({ evidence }) => [1, ...Object.values(weighed(evidence))]);
  const names = Object.keys(weighed((cases[0] as Case).evidence));
  /** Every fifth case is left out and judged by what the others say, so that nothing is judged by itself. */
  const fold = (at: number) => at % folds;
  const judged = new Array<number>(cases.length);
  for (let left = 0; left < folds; left++) {
    const weights = regression((at) => fold(at) !== left);
    for (const [at, input] of inputs.entries()) if (fold(at) === left) judged[at] = chance(input, weights);
  }
  const all = regression(() => true);
  const fitted = ['bias', ...names].map((one, at) => [one, Number((all[at] as number).toFixed(2))]);
  process.stdout.write(`${name} (${cases.length} cases): ${JSON.stringify(Object.fromEntries(fitted) as Weights)}\n`);
  for (const least of [0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8]) {
    const above = (held: boolean) => {
      const some = judged.filter((_, at) => holds(cases[at] as Case) === held);
      return (some.filter((one) => one >= least).length / some.length).toFixed(3);
    };
    process.stdout.write(`  at ${least}: right ones kept ${above(true)}, wrong ones let through ${above(false)}\n`);
  }

  function regression(learns: (at: number) => boolean): number[] {
    const weights = [0, ...names.map(() => 0)];
    const used = [...inputs.keys()].filter(learns);
    for (let step = 0; step < 2000; step++) {
      const slope = weights.map((weight, at) => (at === 0 ? 0 : 1e-3 * weight));
      for (const at of used) {
        const input = inputs[at] as number[];
        const one = cases[at] as Case;
        const miss = ((chance(input, weights) - (holds(one) ? 1 : 0)) * one.weight) / used.length;
        for (let k = 0; k < input.length; k++) slope[k] = (slope[k] as number) + miss * (input[k] as number);
      }
      for (const [k, value] of slope.entries()) weights[k] = (weights[k] as number) - 3 * value;
    }
    return weights;
  }
}

function chance(input: readonly number[], weights: readonly number[]): number {
  let sum = 0;
  for (let at = 0; at < input.length; at++) sum += (input[at] as number) * (weights[at] as number);
  return 1 / (1 + Math.exp(-sum));
}
