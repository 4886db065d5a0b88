import type { Catalogue } from '../src/core/catalogue.ts';
import type { Command } from '../src/core/command.ts';
import { about } from './about.ts';
import { compare } from './compare.ts';
import { faq } from './faq.ts';
import { help } from './help.ts';
import { plans } from './plans.ts';
import { position } from './position.ts';
import { sources } from './sources.ts';
import { topics } from './topics.ts';

export interface Services {
  /** What is being served now; ask again for every answer, since a reload swaps it. */
  catalogue: () => Catalogue;
  /** The day in UTC, `YYYY-MM-DD`. */
  today: () => string;
  version: string;
  /** Where the project lives, if the operator says so. */
  homepage: string | undefined;
}

/** The one list of commands: slash JSON, menus, help and docs all derive from it. */
export function createCommands({ catalogue, today, ...product }: Services): readonly Command[] {
  const all: Command[] = [
    faq(catalogue, today),
    position(catalogue, today),
    compare(catalogue, today),
    plans(catalogue, today),
    topics(catalogue, today),
    sources(catalogue),
    help(() => all),
    about(product),
  ];
  return all;
}
