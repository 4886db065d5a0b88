import type { Catalogue } from './catalogue.ts';
import type { Caller, Here } from './command.ts';
import {
  type Chat,
  type Community,
  isSamePerson,
  isShared,
  type Person,
  type Role,
  type Settings,
  sharedCommunity,
} from './community.ts';
import { type Language, languageOf, languages } from './language.ts';
import type { Texts } from './texts.ts';

/** What a platform knows of whoever asks. */
export interface Origin {
  person: Person;
  place: Caller['place'];
  /** The guild, group or channel; absent in private. */
  chat?: (Chat & { title: string }) | undefined;
  /** The channel, thread, topic or private chat that they ask in; absent where the bot could not write there by itself. */
  here?: Here | undefined;
  /** BCP 47, as the person's app says it. */
  languageTag?: string | undefined;
  /** How pictures can be shown there; not at all unless told. */
  pictures?: Caller['pictures'] | undefined;
  /** Whether the person moderates that chat of their platform, as the platform says it now (at most 60 s old). */
  moderates(chat: Chat, settings: Settings): Promise<boolean>;
}

/** What has been chosen by or for a person. */
export interface Choices {
  language?: Language | undefined;
  /** The id of the community that they work for in private. */
  worksFor?: string | undefined;
}

export interface ReceptionParts {
  texts: Texts;
  operators: readonly Pick<Person, 'platform' | 'id'>[];
  /** What all communities share, with its settings as they are now. */
  shared(): Community;
  /** The community of a chat, made when first asked for; from memory after that. */
  communityOf(chat: Chat & { title: string }): Promise<Community>;
  communityById(id: string): Promise<Community | undefined>;
  choicesOf(person: Person): Promise<Choices>;
  catalogueOf(community: Community): Promise<Catalogue>;
}

/** Makes who asks out of what the platform knows: their community, language and rights. */
export type Reception = (origin: Origin) => Promise<Caller>;

export function createReception(parts: ReceptionParts): Reception {
  const { texts, operators } = parts;

  async function mayModerate({ person, moderates }: Origin, community: Community): Promise<boolean> {
    if (isShared(community)) return operators.some((one) => isSamePerson(one, person));
    for (const chat of community.chats) {
      if (chat.platform === person.platform && (await moderates(chat, community.settings))) return true;
    }
    return false;
  }

  /**
   * In private, the community that the person works for, as long as they have the right. Who has lost it, or whose
   * community cannot be read just now, asks what is shared; but not even an operator writes there unawares.
   */
  async function communityFor(
    origin: Origin,
    worksFor: string | undefined,
  ): Promise<{ community: Community; isWanted: boolean }> {
    if (origin.chat) return { community: await parts.communityOf(origin.chat), isWanted: true };
    if (worksFor === undefined || worksFor === sharedCommunity) return { community: parts.shared(), isWanted: true };
    const chosen = await parts.communityById(worksFor);
    return chosen && (await mayModerate(origin, chosen))
      ? { community: chosen, isWanted: true }
      : { community: parts.shared(), isWanted: false };
  }

  return async (origin) => {
    const { language: own, worksFor } = await parts.choicesOf(origin.person);
    const { community, isWanted } = await communityFor(origin, worksFor);
    const language = own ?? spokenIn(community, origin);
    const roleIn = async (one: Community): Promise<Role> => ((await mayModerate(origin, one)) ? 'moderator' : 'member');
    return {
      person: origin.person,
      place: origin.place,
      chat: origin.chat,
      here: origin.here,
      pictures: origin.pictures ?? 'never',
      language,
      t: texts.in(language),
      community,
      catalogue: await parts.catalogueOf(community),
      role: async () => (isWanted ? await roleIn(community) : 'member'),
      roleIn,
    };
  };
}

/** The community's language, or else the language of the person's app. */
function spokenIn({ settings }: Community, { languageTag }: Origin): Language {
  return languages.find((one) => one === settings.language) ?? languageOf(languageTag);
}
