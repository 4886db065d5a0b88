import type { Catalogue } from '../../src/core/catalogue.ts';
import type { Caller } from '../../src/core/command.ts';
import {
  type Chat,
  type Community,
  defaultSettings,
  type Person,
  type Settings,
  sharedCommunity,
} from '../../src/core/community.ts';
import type { Language } from '../../src/core/language.ts';
import { createReception, type Reception } from '../../src/core/reception.ts';
import { texts } from './dispatcher.ts';
import { smallCatalogue } from './knowledge.ts';

export const shared: Community = { id: sharedCommunity, name: 'Shared', chats: [], settings: defaultSettings };

export const testCommunity = (settings: Partial<Settings> = {}, chats: Chat[] = []): Community => ({
  id: 'community-1',
  name: 'A server',
  chats,
  settings: { ...defaultSettings, ...settings },
});

/** Somebody who asks in a shared chat of a community, without any right unless told. */
export function testCaller({
  language = 'en' as Language,
  role = 'member' as 'member' | 'moderator',
  ...given
}: Partial<Omit<Caller, 'role' | 'roleIn' | 't'>> & { role?: 'member' | 'moderator' } = {}): Caller {
  return {
    person: { platform: 'console', id: 'somebody', name: 'Somebody' } satisfies Person,
    place: 'shared',
    language,
    t: texts.in(language),
    community: shared,
    catalogue: smallCatalogue(),
    pictures: 'never',
    role: async () => role,
    roleIn: async () => role,
    ...given,
  };
}

/** A reception without a store: one community for each chat, everybody's choices empty. */
export function testReception({
  catalogue = smallCatalogue() as Catalogue | (() => Catalogue),
  operators = [] as Pick<Person, 'platform' | 'id'>[],
  settings = {} as Partial<Settings>,
  worksFor = undefined as string | undefined,
} = {}): Reception {
  const communities = new Map<string, Community>();
  return createReception({
    texts,
    operators,
    shared: () => shared,
    async communityOf({ platform, id, title }) {
      const known = communities.get(`${platform}:${id}`);
      if (known) return known;
      const chats = [{ platform, id }];
      const made = {
        id: `community-${communities.size + 1}`,
        name: title,
        chats,
        settings: { ...defaultSettings, ...settings },
      };
      communities.set(`${platform}:${id}`, made);
      return made;
    },
    communityById: async (id) => [...communities.values()].find((one) => one.id === id),
    choicesOf: async () => (worksFor === undefined ? {} : { worksFor }),
    catalogueOf: async () => (typeof catalogue === 'function' ? catalogue() : catalogue),
  });
}
