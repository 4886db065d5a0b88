import { parseArgs } from 'node:util';
import { createFinder } from '../../src/search/finder.ts';
import { readProduct, readQuestions } from './product.ts';
import { ask, scoreAnswers } from './scoring.ts';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    json: { type: 'boolean', default: false },
    content: { type: 'string' },
    misses: { type: 'boolean', default: false },
  },
});
const [file] = positionals;
if (!file) {
  process.stderr.write('npm run bench:answers -- FILE.jsonl [--content DIR] [--misses] [--json]\n');
  process.exit(2);
}

const print = (line: string) => process.stdout.write(`${line}\n`);
const questions = readQuestions(file);
const { knowledge, asking } = await readProduct(values.content);
const finder = createFinder(knowledge, asking);
const groups = (key: 'lang' | 'kind') => [...new Set(questions.map((question) => question[key]))];

if (values.json) {
  for (const lang of [...groups('lang'), 'all']) {
    const {
      outright: _,
      offered: __,
      ...score
    } = scoreAnswers(
      finder,
      questions.filter((one) => lang === 'all' || one.lang === lang),
    );
    print(JSON.stringify({ bench: 'answers', lang, ...score }));
  }
} else {
  print('              answerable  first  in three  withheld  outright   unanswerable  answered  offered');
  const row = (name: string, some: typeof questions) => {
    const score = scoreAnswers(finder, some);
    const cell = (value: number, width: number) => value.toFixed(3).padStart(width);
    print(
      `${name.padEnd(13)} ${String(score.answerable).padStart(10)} ${cell(score.rightFirst, 6)} ${cell(score.rightInThree, 9)}` +
        ` ${cell(score.withheld, 9)} ${cell(score.outright, 9)} ${String(score.unanswerable).padStart(14)}` +
        ` ${cell(score.wronglyAnswered, 9)} ${cell(score.offered, 8)}`,
    );
  };
  for (const lang of groups('lang'))
    row(
      lang,
      questions.filter((one) => one.lang === lang),
    );
  for (const kind of groups('kind'))
    row(
      `  ${kind}`,
      questions.filter((one) => one.kind === kind),
    );
  row('all', questions);
}
if (values.misses) {
  for (const question of questions) {
    const { outcome, shown } = ask(finder, question);
    const wrong = question.expect.length > 0 ? !question.expect.includes(shown[0] ?? '') : outcome === 'answer';
    if (wrong)
      print(
        `${question.lang} ${question.kind}: ${question.text} → ${outcome} ${shown.join(', ')} (wanted ${question.expect.join(', ') || 'none'})`,
      );
  }
}
