import type { Platform } from './core/community.ts';
import { type Language, languageOf } from './core/language.ts';
import type { Deliverer, Messenger, Reader } from './core/messenger.ts';
import type { Texts } from './core/texts.ts';

export interface MessengerParts {
  texts: Texts;
  /** The platforms that are connected just now. */
  deliverers: ReadonlyMap<Platform, Deliverer>;
  /** What a person is answered in; undefined where they have not chosen. */
  languageOfPerson(person: { platform: Platform; id: string }): Promise<Language | undefined>;
  /** Called for what could not be sent through a fault, ours or the platform's. */
  onFault(error: unknown, platform: Platform): void;
}

/** Finds the platform that reaches a person or chat, and the language they read. */
export function createMessenger(parts: MessengerParts): Messenger {
  async function send(
    platform: Platform,
    to: Parameters<Deliverer['deliver']>[0],
    language: Promise<Language | undefined>,
    say: Parameters<Messenger['tell']>[1],
  ): Promise<boolean> {
    const deliverer = parts.deliverers.get(platform);
    if (!deliverer) return false;
    try {
      const spoken = (await language) ?? languageOf(undefined);
      const reader: Reader = { language: spoken, t: parts.texts.in(spoken) };
      return await deliverer.deliver(to, say(reader), reader);
    } catch (error) {
      parts.onFault(error, platform);
      return false;
    }
  }

  return {
    tell: (person, say) => send(person.platform, { person: person.id }, parts.languageOfPerson(person), say),
    post: (chat, say, language) =>
      send(chat.platform, { chat: chat.id }, Promise.resolve(language === 'own' ? undefined : language), say),
  };
}
