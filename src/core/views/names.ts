import type { Caller, Choice } from '../command.ts';
import type { Named } from '../knowledge.ts';
import { localized } from '../language.ts';

/** A party's or topic's name in the caller's language. */
export const nameOf = (named: Named | undefined, { language }: Pick<Caller, 'language'>): string =>
  named ? localized(named.name, language).value : '';

const choicesOf = new WeakMap<readonly Named[], Choice[]>();

/** Parties or topics as the choices of an option: one list for as long as they are served, so that it is indexed once. */
export function namedChoices(all: readonly Named[]): Choice[] {
  const known = choicesOf.get(all);
  if (known) return known;
  const made = all.map((named) => ({
    value: named.id,
    code: named.code,
    name: named.name,
    aliases: Object.values(named.aliases).flatMap((aliases) => aliases ?? []),
  }));
  choicesOf.set(all, made);
  return made;
}
