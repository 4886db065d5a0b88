import { fold } from '../../core/fold.ts';
import type { Named } from '../../core/knowledge.ts';
import { languages } from '../../core/language.ts';
import { foldLookAlikes } from '../../core/look-alikes.ts';
import { errorAt, type Place, type Problem, warningAt } from '../problem.ts';
import type { Translated, Written } from '../written.ts';
import type { Rule } from './rule.ts';

/** One thing that something is called. */
interface Name {
  /** What is called so: the names of one owner may repeat each other. */
  owner: string;
  what: 'id' | 'code' | 'question' | 'name' | 'alias';
  text: string;
  place: Place;
  /** Where the owner's names in this language are written: there it is pointless to repeat one. */
  scope: string;
}

/** Whatever people type means one thing, in every language together and however it is spelt. */
export const namesAreUnique: Rule = (writing) => [
  ...collisions([...listNames('party', writing.parties), ...listNames('topic', writing.topics)]),
  ...collisions(writing.sources.map(({ says, at }, i) => nameOf(`source ${i}`, 'id', says.id, at('id'), 'id'))),
  ...collisions(textNames(writing.entries, 'question', (text) => text.question)),
  ...collisions(textNames(writing.plans, 'name', (text) => text.name)),
];

function collisions(names: Name[]): Problem[] {
  const problems: Problem[] = [];
  const taken = new Map<string, Name>();
  const written = new Set<string>();
  for (const name of names) {
    const { what, text, place, owner, scope } = name;
    const key = foldLookAlikes(text);
    const other = taken.get(key);
    const repeated = written.has(`${scope} ${fold(text)}`);
    written.add(`${scope} ${fold(text)}`);
    if (key === '') {
      problems.push(errorAt(place, `The ${what} “${text}” has no letters or digits.`, 'Write it in words.'));
    } else if (!other) taken.set(key, name);
    else if (other.owner !== owner) problems.push(collision(name, other));
    else if (repeated && what === 'alias') {
      problems.push(
        warningAt(place, `The alias “${text}” is there already.`, 'Take it away: spelling does not matter.'),
      );
    }
  }
  return problems;
}

function collision({ what, text, place }: Name, other: Name): Problem {
  const elsewhere = `${other.place.file}:${other.place.line}`;
  if (fold(text) === fold(other.text)) {
    const message = `The ${what} “${text}” is taken: ${elsewhere} has the ${other.what} “${other.text}”.`;
    return errorAt(place, message, 'Take one of the two away, or word it differently.');
  }
  const message = `The ${what} “${text}” looks like the ${other.what} “${other.text}” in ${elsewhere}.`;
  return errorAt(place, message, 'One has letters of another alphabet: retype it, or take it away.');
}

const nameOf = (owner: string, what: Name['what'], text: string, place: Place, part: string): Name => ({
  owner,
  what,
  text,
  place,
  scope: `${owner} ${part}`,
});

function listNames(kind: string, list: Written<Named>[]): Name[] {
  return list.flatMap(({ says, at }, i) => {
    const owner = `${kind} ${i}`;
    return [
      nameOf(owner, 'id', says.id, at('id'), 'id'),
      nameOf(owner, 'code', says.code, at('code'), 'code'),
      ...languages.flatMap((language): Name[] => {
        const name = says.name[language];
        const aliases = says.aliases[language] ?? [];
        return [
          ...(name === undefined ? [] : [nameOf(owner, 'name', name, at('name', language), language)]),
          ...aliases.map((alias, j) => nameOf(owner, 'alias', alias, at('aliases', language, j), language)),
        ];
      }),
    ];
  });
}

/** The ids, titles and aliases of entries or plans, translations after all originals. */
function textNames<T extends { aliases: string[] }>(
  { originals, translations }: Translated<{ id: string; text: { en: T } }, T>,
  what: 'question' | 'name',
  titleOf: (text: T) => string,
): Name[] {
  const texts = (owner: string, text: T, at: Written<T>['at'], language: string): Name[] => [
    nameOf(owner, what, titleOf(text), at(what), language),
    ...text.aliases.map((alias, i) => nameOf(owner, 'alias', alias, at('aliases', i), language)),
  ];
  return [
    ...originals.flatMap(({ says, at }) => [
      nameOf(says.id, 'id', says.id, at('id'), 'id'),
      ...texts(says.id, says.text.en, at, 'en'),
    ]),
    ...translations.flatMap(({ says, at, of, language }) => texts(of, says, at, language)),
  ];
}
