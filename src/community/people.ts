import type { Caller } from '../core/command.ts';
import { type Community, isSamePerson, isShared, type Person } from '../core/community.ts';
import { UserError } from '../core/errors.ts';
import type { People } from '../core/people.ts';
import type { Store } from '../store/store.ts';
import type { Registry } from './registry.ts';

export interface PeopleParts {
  store: Pick<Store, 'people' | 'communities'>;
  registry: Registry;
  operators: readonly Pick<Person, 'platform' | 'id'>[];
}

/** Of the communities that somebody has acted for, so many are looked at: each is a question to the platform. */
const mostWorkplaces = 10;

export function createPeople({ store, registry, operators }: PeopleParts): People {
  async function choose(person: Person, choice: Parameters<Store['people']['choose']>[1]): Promise<void> {
    await store.people.choose(person, choice);
    registry.forgetPerson(person);
  }

  return {
    chooseLanguage: (person, language) => choose(person, { language: language ?? null }),

    async workFor(caller, id) {
      const community = id === undefined ? undefined : await theirs(caller, id);
      await choose(caller.person, { worksFor: community?.id ?? null });
      return community;
    },

    async workplaces(caller) {
      const all = (await store.communities.workedFor(caller.person)).filter((one) => !isShared(one));
      const moderated = await Promise.all(
        all.slice(0, mostWorkplaces).map(async (one) => ((await caller.roleIn(one)) === 'moderator' ? [one] : [])),
      );
      return moderated.flat();
    },

    isOperator: (person) => operators.some((one) => isSamePerson(one, person)),

    kept: (person) => store.people.kept(person),

    async erase(person) {
      await store.people.erase(person);
      registry.forgetPerson(person);
    },
  };

  async function theirs(caller: Caller, id: string): Promise<Community> {
    const found = await store.communities.byId(id);
    if (!found || isShared(found) || (await caller.roleIn(found)) !== 'moderator')
      throw new UserError('error-not-your-community');
    return found;
  }
}
