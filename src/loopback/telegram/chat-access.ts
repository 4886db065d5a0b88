import { badRequest, forbidden } from './api-error.ts';
import { type ChatState, kindOf } from './chat-state.ts';
import type { Payload } from './payload.ts';
import type { World } from './world.ts';

/** The chat that `chat_id` names, by number or @username; refuses an unknown one as Telegram does. */
export function chatOf(world: World, payload: Payload, name = 'chat_id'): ChatState {
  const given = payload[name];
  if (given === undefined || given === null || given === '') throw badRequest('chat_id is empty');
  const found =
    typeof given === 'string' && given.startsWith('@')
      ? [...world.chats.values()].find(
          ({ chat }) => 'username' in chat && chat.username?.toLowerCase() === given.slice(1).toLowerCase(),
        )
      : world.chats.get(Number(given));
  if (found) return found;
  if (world.users.has(Number(given))) throw forbidden("bot can't initiate conversation with a user");
  throw badRequest('chat not found');
}

/** Refuses where the bot is not, was thrown out of, or was blocked, and where a group has moved. */
export function checkPresence(state: ChatState): void {
  if (state.migratedTo !== undefined) {
    throw badRequest('group chat was upgraded to a supergroup chat', { migrate_to_chat_id: state.migratedTo });
  }
  if (state.botBlocked) throw forbidden('bot was blocked by the user');
  if (state.botStatus === 'kicked') throw forbidden(`bot was kicked from the ${kindOf(state)}`);
  if (state.botStatus === 'left') throw forbidden(`bot is not a member of the ${kindOf(state)}`);
}

/** Refuses a message to a chat where the bot may not write. */
export function checkMayWrite(state: ChatState): void {
  checkPresence(state);
  if (state.chat.type === 'channel' && state.botStatus !== 'administrator') {
    throw badRequest('need administrator rights in the channel chat');
  }
  if (!state.botMayWrite) throw badRequest('not enough rights to send text messages to the chat');
}

/** Whether the bot may act on other people's messages there. */
export function isBotAdmin(state: ChatState): boolean {
  return state.botStatus === 'administrator' || state.botStatus === 'creator';
}
