import type { PlanText, PositionText, Sourced } from '../../core/knowledge.ts';
import { languages } from '../../core/language.ts';
import { errorAt, type Problem, warningAt } from '../problem.ts';
import { follows } from '../sound.ts';
import { positionId, type Translated, type Writing } from '../written.ts';
import type { Rule } from './rule.ts';

/** Everything is translated; translations follow an original, its present revision, and its parts. */
export const translationsFollow: Rule = ({ entries, positions, plans, updates, unread }) => [
  ...untranslated(entries, ({ id }) => id),
  ...untranslated(positions, positionId),
  ...untranslated(plans, ({ id }) => id),
  ...untranslated(updates, ({ id }) => id),
  ...unfaithful(
    entries,
    unread.entries,
    ({ id }) => id,
    () => [],
  ),
  ...unfaithful(positions, unread.positions, positionId, positionParts),
  ...unfaithful(plans, unread.plans, ({ id }) => id, planParts),
  ...unfaithful(
    updates,
    unread.updates,
    ({ id }) => id,
    () => [],
  ),
];

function untranslated<R, T>({ originals, translations }: Translated<R, T>, idOf: (record: R) => string): Problem[] {
  return originals.flatMap(({ says, at }) => {
    const done = translations.filter(({ of }) => of === idOf(says)).map(({ language }) => language);
    const missing = languages.filter((language) => language !== 'en' && !done.some((one) => one === language));
    return missing.map((language) => {
      const { file } = at();
      const mend = `Add ${file.replace(/\.md$/u, `.${language}.md`)}; until then readers get the English text.`;
      return warningAt({ file, line: 1 }, `There is no translation into ${language}.`, mend);
    });
  });
}

function unfaithful<R extends Pick<Sourced, 'revision'> & { text: { en: T } }, T>(
  { originals, translations }: Translated<R, T>,
  unread: Writing['unread']['entries'],
  idOf: (record: R) => string,
  partsOf: (text: T) => string[],
): Problem[] {
  return translations.flatMap((translation): Problem[] => {
    const { at, of, says, translates } = translation;
    const original = originals.find((one) => idOf(one.says) === of)?.says;
    if (!original) {
      if (unread === 'all' || unread.has(of)) return [];
      const file = at().file.replace(/\.\w+\.md$/u, '.md');
      return [errorAt(at('translates'), `There is no original ${file}.`, 'Add it, or take the translation away.')];
    }
    if (translates > original.revision) {
      const message = `The original is at revision ${original.revision}, not ${translates}.`;
      return [errorAt(at('translates'), message, 'Give the number of the revision that was translated.')];
    }
    if (!follows(translation, original)) {
      const message = `The original has changed: it is at revision ${original.revision}. Readers see it instead of this.`;
      return [
        warningAt(
          at('translates'),
          message,
          `Bring the text up to date, then write “translates: ${original.revision}”.`,
        ),
      ];
    }
    const wanted = partsOf(original.text.en);
    const given = partsOf(says);
    const missing = wanted.filter((part) => !given.includes(part));
    const added = given.filter((part) => !wanted.includes(part));
    return [
      ...missing.map((part) => errorAt(at('text'), `The original has “${part}”, this has not.`, 'Translate it.')),
      ...added.map((part) => {
        return errorAt(at(...part.split(' ')), `“${part}” is not in the original.`, 'Take it away, or add it there.');
      }),
    ];
  });
}

function positionParts({ wants, reasons, redLines }: PositionText): string[] {
  const sections = { wants, reasons, 'red-lines': redLines };
  return Object.entries(sections).flatMap(([title, document]) => (document.length > 0 ? [`## ${title}`] : []));
}

const planParts = ({ terms, backedBy, rejectedBy }: PlanText): string[] => [
  ...backedBy.map(({ party }) => `backed-by ${party}`),
  ...rejectedBy.map(({ party }) => `rejected-by ${party}`),
  ...[...terms.keys()].map((topic) => `## ${topic}`),
];
