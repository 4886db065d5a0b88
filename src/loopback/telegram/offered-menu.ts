import type { User } from 'grammy/types';
import type { ChatHandle } from './chat-handle.ts';
import type { Payload } from './payload.ts';

export interface MenuCommand {
  command: string;
  description: string;
}

/**
 * The first menu that is set, from the narrowest scope to the widest, each in the person's language and then in none
 * (core.telegram.org/bots/api#determining-list-of-commands).
 */
export function offeredMenu(
  menuOf: (payload: Payload) => MenuCommand[],
  { id, chat, state }: ChatHandle,
  who: User,
): MenuCommand[] {
  if (chat.type === 'channel') return [];
  const status = state.members.get(who.id)?.status;
  const isAdmin = status === 'creator' || status === 'administrator';
  const inGroup = [
    { type: 'chat_member', chat_id: id, user_id: who.id },
    ...(isAdmin ? [{ type: 'chat_administrators', chat_id: id }] : []),
    { type: 'chat', chat_id: id },
    ...(isAdmin ? [{ type: 'all_chat_administrators' }] : []),
    { type: 'all_group_chats' },
  ];
  const inPrivate = [{ type: 'chat', chat_id: id }, { type: 'all_private_chats' }];
  const scopes = [...(chat.type === 'private' ? inPrivate : inGroup), { type: 'default' }];
  const languages = [who.language_code ?? '', ''].filter((code, index, all) => all.indexOf(code) === index);
  for (const scope of scopes)
    for (const language_code of languages) {
      const menu = menuOf({ scope, language_code });
      if (menu.length > 0) return menu;
    }
  return [];
}
