import type { Finder } from '../../src/core/catalogue.ts';
import type { Question } from './product.ts';

export interface AnswerScore {
  answerable: number;
  /** An acceptable entry is answered or leads the “did you mean”. */
  rightFirst: number;
  rightInThree: number;
  /** Met with “none” though there is an answer. */
  withheld: number;
  /** An acceptable entry is answered outright. */
  outright: number;
  unanswerable: number;
  wronglyAnswered: number;
  /** Met with a “did you mean” though nothing answers it. */
  offered: number;
}

/** Shares of the answerable and of the unanswerable questions, 0 to 1. */
export function scoreAnswers(finder: Finder, questions: readonly Question[]): AnswerScore {
  const answerable = questions
    .filter(({ expect }) => expect.length > 0)
    .map((question) => ({ question, ...ask(finder, question) }));
  const others = questions.filter(({ expect }) => expect.length === 0).map((question) => ask(finder, question));
  const share = <T>(all: readonly T[], holds: (one: T) => boolean) =>
    all.length === 0 ? 0 : all.filter(holds).length / all.length;
  const right = ({ question, shown }: (typeof answerable)[number], within: number) =>
    shown.slice(0, within).some((id) => question.expect.includes(id));
  return {
    answerable: answerable.length,
    rightFirst: share(answerable, (one) => right(one, 1)),
    rightInThree: share(answerable, (one) => right(one, 3)),
    withheld: share(answerable, ({ outcome }) => outcome === 'none'),
    outright: share(answerable, (one) => one.outcome === 'answer' && right(one, 1)),
    unanswerable: others.length,
    wronglyAnswered: share(others, ({ outcome }) => outcome === 'answer'),
    offered: share(others, ({ outcome }) => outcome === 'unsure'),
  };
}

/** What the person sees first, second and third; nothing counts as shown under “none”. */
export function ask(finder: Finder, { text, lang }: Pick<Question, 'text' | 'lang'>) {
  const { outcome, answer, alternatives } = finder.find(text, lang);
  const shown =
    outcome === 'none' ? [] : [...(answer ? [answer] : []), ...alternatives].slice(0, 3).map(({ id }) => id);
  return { outcome, shown };
}
