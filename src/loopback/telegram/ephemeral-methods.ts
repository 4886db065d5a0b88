import type { User } from 'grammy/types';
import { badRequest } from './api-error.ts';
import { chatOf, checkPresence } from './chat-access.ts';
import { type ChatState, findEphemeral, type Posted } from './chat-state.ts';
import { applyEdit, editedContent } from './content.ts';
import { flag, integer, object, type Payload, string } from './payload.ts';
import { findQuery } from './query-methods.ts';
import type { Methods, World } from './world.ts';

export interface EphemeralTarget {
  user: User;
  replaces?: number;
}

/** Reads `ephemeral_message_parameters`: only in groups, only to a member who wrote or pressed there (core.telegram.org/bots/api#ephemeralmessageparameters). */
export function ephemeralTarget(world: World, state: ChatState, payload: Payload): EphemeralTarget | undefined {
  const parameters = object(payload, 'ephemeral_message_parameters');
  if (!parameters || world.ignoresEphemeral) return undefined;
  if (!world.ephemeral) throw badRequest('EPHEMERAL_MESSAGES_NOT_SUPPORTED');
  if (state.chat.type !== 'group' && state.chat.type !== 'supergroup') {
    throw badRequest("ephemeral messages can't be sent to the chat");
  }
  const id = integer(parameters, 'receiver_user_id');
  const member = id === undefined ? undefined : state.members.get(id);
  if (!member || member.status === 'left' || member.status === 'kicked') throw badRequest('user not found');
  if (!state.interacted.has(member.user.id)) throw badRequest('EPHEMERAL_RECEIVER_INVALID');
  const queryId = string(parameters, 'callback_query_id');
  const query = queryId === undefined ? undefined : findQuery(world, queryId, 'callback');
  if (query && (query.from.id !== id || query.chat !== state))
    throw badRequest('callback query is from another user or chat');
  if (!flag(parameters, 'replace_callback_query_message')) return { user: member.user };
  if (!query?.post) throw badRequest('callback_query_id is required to replace its message');
  return { user: member.user, replaces: query.post.message.message_id };
}

/** editEphemeralMessageText, editEphemeralMessageReplyMarkup and deleteEphemeralMessage. */
export function ephemeralMethods(world: World): Methods {
  const find = (payload: Payload): { state: ChatState; post: Posted } => {
    if (!world.ephemeral) throw badRequest('EPHEMERAL_MESSAGES_NOT_SUPPORTED');
    const state = chatOf(world, payload);
    checkPresence(state);
    const post = findEphemeral(
      state,
      integer(payload, 'receiver_user_id') ?? 0,
      integer(payload, 'ephemeral_message_id') ?? 0,
    );
    if (!post) throw badRequest('ephemeral message not found');
    return { state, post };
  };
  return {
    editEphemeralMessageText: (payload) => {
      const { state, post } = find(payload);
      applyEdit(world, post, editedContent(world, payload, state), payload);
      return true;
    },
    editEphemeralMessageReplyMarkup: (payload) => {
      applyEdit(world, find(payload).post, undefined, payload);
      return true;
    },
    deleteEphemeralMessage: (payload) => {
      find(payload).post.deleted = true;
      return true;
    },
  };
}
