import type { Loaded } from './load.ts';
import { type Problem, sortProblems } from './problem.ts';
import { namesAreUnique } from './rules/names.ts';
import { referencesHold, sourcesAreUsed } from './rules/references.ts';
import { textsFit } from './rules/rendered.ts';
import { reviewsAreDone } from './rules/reviews.ts';
import type { CheckSettings, Rule } from './rules/rule.ts';
import { listsAreShort, textsAreShort } from './rules/sizes.ts';
import { translationsFollow } from './rules/translations.ts';
import { changesAreExplained, datesAreNear, updatesAreShort, updatesFit } from './rules/updates.ts';

export type { CheckSettings, Measurer } from './rules/rule.ts';

const rules: Rule[] = [
  namesAreUnique,
  referencesHold,
  sourcesAreUsed,
  textsAreShort,
  listsAreShort,
  textsFit,
  reviewsAreDone,
  translationsFollow,
  changesAreExplained,
  datesAreNear,
  updatesAreShort,
  updatesFit,
];

/** Everything that is wrong with the content: in single files, as loaded, and between them. */
export function checkContent(
  { problems, writing }: Pick<Loaded, 'problems' | 'writing'>,
  settings: CheckSettings,
): Problem[] {
  return sortProblems([...problems, ...rules.flatMap((rule) => rule(writing, settings))]);
}
