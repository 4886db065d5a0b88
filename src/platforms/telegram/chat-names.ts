import type { Api } from 'grammy';
import type { Logger } from 'pino';
import type { Chat } from '../../core/community.ts';
import { reasonOf, refusalOf } from './refusals.ts';

/** Looks up a group or channel by its public name, `@` included; undefined where there is none, or it can't be asked. */
export function createChatNames(api: Pick<Api, 'getChat'>, log: Logger) {
  return async (name: string): Promise<Chat | undefined> => {
    try {
      const { id, type } = await api.getChat(name);
      return type === 'private' ? undefined : { platform: 'telegram', id: String(id) };
    } catch (error) {
      if (refusalOf(error) === undefined)
        log.warn({ reason: reasonOf(error) }, 'Telegram could not be asked for a chat by its name.');
      return undefined;
    }
  };
}
