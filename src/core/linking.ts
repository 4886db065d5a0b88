import type { Caller } from './command.ts';
import type { Chat, Community } from './community.ts';

/** In minutes: how long a code for linking works. */
export const linkMinutes = 10;

/** Joins chats into one community. The caller's right in their own chat has been checked. */
export interface Linking {
  /** A code that works once, for `linkMinutes`. */
  makeCode(caller: Caller): Promise<string>;
  /**
   * Keeps a code for the caller's chat, without saying whether it is one: in a group it is written where everybody can
   * read it. Throws `UserError` for who has tried too many.
   */
  claim(caller: Caller, code: string): void;
  /**
   * Moves the caller's chat into the community that the code comes from. Throws `UserError` for a code that is not
   * known, used, too old or kept for another chat, and for who has tried too many.
   */
  join(caller: Caller, code: string): Promise<Community>;
  /**
   * Moves a chat out of the caller's community, back to what it had before: their own or, in the chat that the
   * community was made for, any other. Throws `UserError` for one that may not be.
   */
  leave(caller: Caller, chat: Chat): Promise<Community>;
}

/** Whether the caller's chat is the one that their community was made for: it has nothing else to go back to. */
export const isHost = ({ chat, community }: Pick<Caller, 'chat' | 'community'>): boolean =>
  chat !== undefined && community.chats[0] !== undefined && isSameChat(community.chats[0], chat);

export const isSameChat = (a: Chat, z: Chat): boolean => a.platform === z.platform && a.id === z.id;
