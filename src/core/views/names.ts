import type { Caller, Choice } from '../command.ts';
import type { Named } from '../knowledge.ts';
import { localized } from '../language.ts';

/** A party's or topic's name in the caller's language. */
export const nameOf = (named: Named | undefined, caller: Caller): string =>
  named ? localized(named.name, caller.language).value : '';

/** Parties or topics as the choices of an option. */
export const namedChoices = (all: readonly Named[]): Choice[] =>
  all.map((named) => ({
    value: named.id,
    code: named.code,
    name: named.name,
    aliases: Object.values(named.aliases).flatMap((aliases) => aliases ?? []),
  }));
