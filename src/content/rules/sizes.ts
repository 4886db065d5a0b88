import { documentText } from '../../core/document.ts';
import type { EntryText, PlanText, PositionText } from '../../core/knowledge.ts';
import { languages } from '../../core/language.ts';
import { errorAt, type Place, type Problem } from '../problem.ts';
import type { Translated, Written } from '../written.ts';
import type { Rule } from './rule.ts';

/** In characters, as readers see them. */
const limits = {
  question: 120,
  lead: 300,
  stance: 40,
  description: 90,
  /** Discord's limit on the name of a choice. */
  name: 100,
};

/** Discord's limit on the choices of an option. */
const mostChoices = 25;

/** Texts are as short as the places in which they are shown. */
export const textsAreShort: Rule = ({ parties, topics, entries, positions, plans }) => [
  ...[...parties, ...topics].flatMap(({ says, at }) =>
    languages.flatMap((language) => tooLong('name', limits.name, says.name[language], at('name', language))),
  ),
  ...topics.flatMap(({ says, at }) =>
    languages.flatMap((language) => {
      return tooLong('description', limits.description, says.description[language], at('description', language));
    }),
  ),
  ...textsOf(entries).flatMap(({ says, at }: Written<EntryText>) => [
    ...tooLong('question', limits.question, says.question, at('question')),
    ...tooLong('first paragraph', limits.lead, documentText(says.lead), at('text')),
  ]),
  ...textsOf(positions).flatMap(({ says, at }: Written<PositionText>) => {
    return tooLong('stance', limits.stance, says.stance, at('stance'));
  }),
  ...textsOf(plans).flatMap(({ says, at }: Written<PlanText>) => [
    ...tooLong('name', limits.name, says.name, at('name')),
    ...tooLong('first paragraph', limits.lead, documentText(says.summary), at('text')),
  ]),
];

/** Discord offers no more than so many of a kind to choose from. */
export const listsAreShort: Rule = ({ parties, topics, plans }) =>
  Object.entries({ parties, topics, plans: plans.originals }).flatMap(([kind, all]) =>
    all.slice(mostChoices, mostChoices + 1).map(({ at }) => {
      const message = `There are ${all.length} ${kind}; Discord offers ${mostChoices} at most.`;
      return errorAt(at('id'), message, `Join or remove some until ${mostChoices} are left.`);
    }),
  );

export function tooLong(what: string, limit: number, text: string | undefined, place: Place): Problem[] {
  const length = [...(text ?? '')].length;
  if (length <= limit) return [];
  const message = `The ${what} has ${length} characters; ${limit} are the most.`;
  return [errorAt(place, message, `Make it ${length - limit} shorter.`)];
}

/** Originals and translations alike. */
export function textsOf<T>({ originals, translations }: Translated<{ text: { en: T } }, T>): Written<T>[] {
  return [...originals.map(({ says, at }) => ({ says: says.text.en, at })), ...translations];
}
