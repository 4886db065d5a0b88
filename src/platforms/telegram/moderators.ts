import type { Api } from 'grammy';
import type { ChatMember } from 'grammy/types';
import type { Logger } from 'pino';
import { reasonOf, refusalOf } from './refusals.ts';

/** Who administers which chat, as Telegram says it: at most a minute old. Ids are Telegram's, as text. */
export interface Moderators {
  include(chat: string, user: string): Promise<boolean>;
  /** Something has changed about the person there. */
  forget(chat: string, user: string): void;
  /** Something has changed about the chat, or about what we may see of it. */
  forgetChat(chat: string): void;
}

const forMs = 60_000;
const mostRemembered = 5000;

interface Known {
  askedAt: number;
  answer: Promise<boolean>;
}

/** What could not be asked counts as no, and is asked again the next time. */
export function createModerators(api: Pick<Api, 'getChatMember'>, log: Logger, now: () => number): Moderators {
  const known = new Map<string, Map<string, Known>>();
  let remembered = 0;

  function forget(chat: string, user: string): void {
    const inChat = known.get(chat);
    if (inChat?.delete(user)) remembered--;
    if (inChat?.size === 0) known.delete(chat);
  }

  function forgetChat(chat: string): void {
    remembered -= known.get(chat)?.size ?? 0;
    known.delete(chat);
  }

  /** Remembers the question while it is under way, so that what changes meanwhile makes it be asked again. */
  function ask(chat: string, user: string): Known {
    const asked: Known = { askedAt: now(), answer: administers(chat, user).catch(failed) };
    function failed(error: unknown): boolean {
      if (known.get(chat)?.get(user) === asked) forget(chat, user);
      const refusal = refusalOf(error);
      const reason = reasonOf(error);
      if (refusal === undefined) log.warn({ chat, reason }, 'Telegram could not be asked who administers a chat.');
      else log.debug({ chat, reason }, 'Telegram does not say who administers a chat.');
      return false;
    }
    const oldest = known.keys().next().value;
    if (remembered >= mostRemembered && oldest !== undefined) forgetChat(oldest);
    const inChat = known.get(chat) ?? new Map<string, Known>();
    // The chat asked about last goes to the end: the one that was not for longest is forgotten first.
    known.delete(chat);
    known.set(chat, inChat.set(user, asked));
    remembered++;
    return asked;
  }

  async function administers(chat: string, user: string): Promise<boolean> {
    return isAdministrator(await api.getChatMember(chat, Number(user)));
  }

  return {
    include(chat, user) {
      const last = known.get(chat)?.get(user);
      if (last && now() - last.askedAt < forMs) return last.answer;
      forget(chat, user);
      return ask(chat, user).answer;
    },
    forget,
    forgetChat,
  };
}

/** An administrator with a title and no rights is none; any right implies `can_manage_chat`. */
const isAdministrator = (member: ChatMember): boolean =>
  member.status === 'creator' || (member.status === 'administrator' && member.can_manage_chat);
