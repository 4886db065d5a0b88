import { languages } from '../core/language.ts';
import type { Loaded } from './load.ts';
import { type Problem, sortProblems } from './problem.ts';
import type { OtherLanguage } from './written.ts';

/** How much there is. */
export interface Counts {
  entries: number;
  positions: number;
  plans: number;
  updates: number;
  sources: number;
  /** The entries, positions, plans and updates not yet in each language. */
  untranslated: Record<OtherLanguage, number>;
}

export function countContent({ records, updates }: Pick<Loaded, 'records' | 'updates'>): Counts {
  const { entries, positions, plans, sources } = records;
  const texts = [...entries, ...positions, ...plans, ...updates.map(({ writing }) => writing)];
  const missing = (language: OtherLanguage) => texts.filter(({ text }) => text[language] === undefined).length;
  return {
    entries: entries.length,
    positions: positions.length,
    plans: plans.length,
    updates: updates.length,
    sources: sources.length,
    untranslated: { uk: missing('uk'), ru: missing('ru') },
  };
}

/** The problems as a terminal shows them, a line each by file and line, and a line that sums up. */
export function describeProblems(problems: readonly Problem[], counts: Counts): string {
  return [...sortProblems(problems).map(describeProblem), summary(problems, counts)].join('\n');
}

const describeProblem = ({ file, line, severity, message, mend }: Problem): string =>
  `${file}:${line}  ${severity}  ${message} ${mend}`;

function summary(problems: readonly Problem[], counts: Counts): string {
  const there = [
    many(counts.entries, 'entry', 'entries'),
    many(counts.positions, 'position'),
    many(counts.plans, 'plan'),
    many(counts.updates, 'update'),
    many(counts.sources, 'source'),
  ];
  const missing = languages.flatMap((language) => {
    const number = language === 'en' ? 0 : counts.untranslated[language];
    return number > 0 ? [`${number} into ${language}`] : [];
  });
  const errors = problems.filter(({ severity }) => severity === 'error').length;
  const found = [
    ...(errors > 0 ? [many(errors, 'error')] : []),
    ...(problems.length > errors ? [many(problems.length - errors, 'warning')] : []),
  ];
  return [
    `${there.join(', ')}.`,
    ...(missing.length > 0 ? [`To translate: ${missing.join(', ')}.`] : []),
    `${found.join(', ') || 'No problems'}.`,
  ].join(' ');
}

const many = (number: number, one: string, more = `${one}s`): string => `${number} ${number === 1 ? one : more}`;
