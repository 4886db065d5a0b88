import type { Choice } from './command.ts';
import { fold } from './fold.ts';

/** A choice found among words: it takes the `count` words from `start` on. */
interface Taken {
  choice: Choice;
  start: number;
  count: number;
}

const mostWords = 5;
const indexes = new WeakMap<readonly Choice[], Map<string, Choice>>();

/** Every folded spelling with its choice, made once for each list of choices. */
function spellingsOf(choices: readonly Choice[]): Map<string, Choice> {
  const known = indexes.get(choices);
  if (known) return known;
  const index = new Map<string, Choice>();
  for (const one of choices) {
    const names = [one.value, ...Object.values(one.name), ...one.aliases];
    for (const name of names) {
      const spelling = fold(name ?? '');
      if (spelling !== '' && !index.has(spelling)) index.set(spelling, one);
    }
  }
  indexes.set(choices, index);
  return index;
}

/** The choice of which `typed` is the value, name or an alias, however it is written, or just the code. */
export const findChoice = (choices: readonly Choice[], typed: string): Choice | undefined =>
  spellingsOf(choices).get(fold(typed)) ?? choices.find((one) => one.code === typed);

/** The choices that begin with, or else contain, what is typed; all of them for nothing. */
export function matchingChoices(choices: readonly Choice[], typed: string): Choice[] {
  const wanted = fold(typed);
  const spellings = [...spellingsOf(choices)];
  const that = (fits: (name: string) => boolean) => spellings.filter(([name]) => fits(name)).map(([, one]) => one);
  return [...new Set([...that((name) => name.startsWith(wanted)), ...that((name) => name.includes(wanted))])];
}

/** The first choice spelt, by as many words as possible, that begins within the first `starts` words. */
export function takeChoice(
  choices: readonly Choice[],
  words: readonly string[],
  starts = words.length,
): Taken | undefined {
  const index = spellingsOf(choices);
  const folded = words.map(fold);
  for (let start = 0; start < Math.min(starts, words.length); start++) {
    for (let count = Math.min(mostWords, words.length - start); count > 0; count--) {
      const choice = index.get(
        folded
          .slice(start, start + count)
          .filter(Boolean)
          .join(' '),
      );
      if (choice) return { choice, start, count };
    }
  }
  return undefined;
}

const joiners = new Set(['and', 'vs', 'versus', 'with', 'і', 'й', 'та', 'и', 'с', 'против', 'проти']);

/** As many choices as the words spell, between commas, pluses or the word “and”; `rest` starts where they stop. */
export function takeChoices(choices: readonly Choice[], words: readonly string[]): { found: Choice[]; rest: string[] } {
  const found = new Set<Choice>();
  let rest = words.flatMap((word) => word.split(/[,+;]/u)).filter(Boolean);
  while (rest.length > 0) {
    const first = rest[0] as string;
    const taken = takeChoice(choices, rest.slice(0, mostWords), 1);
    const choice = taken?.choice ?? findChoice(choices, first);
    if (choice) found.add(choice);
    else if (!joiners.has(fold(first))) break;
    rest = rest.slice(taken?.count ?? 1);
  }
  return { found: [...found], rest };
}
