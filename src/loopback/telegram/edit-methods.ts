import { badRequest } from './api-error.ts';
import { chatOf, checkPresence, isBotAdmin } from './chat-access.ts';
import { type ChatState, findPosted, type Posted } from './chat-state.ts';
import { applyEdit, asKept, type Content, editedContent } from './content.ts';
import { integer, type Payload, string } from './payload.ts';
import type { RateLimits } from './rate-limits.ts';
import type { Methods, World } from './world.ts';

/** How long a message may be deleted after it was sent, in seconds (core.telegram.org/bots/api#deletemessage). */
const deletableSeconds = 48 * 3600;

/** editMessageText, as fast as the limits let it, editMessageReplyMarkup, deleteMessage(s), pinChatMessage and its opposite. */
export function editMethods(world: World, limits: RateLimits): Methods {
  const edit = (payload: Payload, read: (state?: ChatState) => Content | undefined) => {
    const inlineId = string(payload, 'inline_message_id');
    if (inlineId !== undefined) {
      const post = world.inlineMessages.get(inlineId);
      if (!post) throw badRequest('MESSAGE_ID_INVALID');
      const content = read();
      if (content) limits.edit();
      applyEdit(world, post, content, payload);
      return true;
    }
    const state = chatOf(world, payload);
    checkPresence(state);
    const post = existing(state, payload, 'message to edit not found');
    const isOld = world.now() / 1000 - post.message.date > world.editableSeconds;
    if (!post.byBot || isOld) throw badRequest("message can't be edited");
    const content = read(state);
    if (content && post.message.photo) throw badRequest('there is no text in the message to edit');
    if (content) limits.edit();
    applyEdit(world, post, content, payload);
    return asKept(world, post);
  };

  const remove = (state: ChatState, post: Posted) => {
    const isOld = world.now() / 1000 - post.message.date > deletableSeconds;
    const mayDelete = post.byBot || isBotAdmin(state) || state.chat.type === 'private';
    if (isOld || !mayDelete) throw badRequest("message can't be deleted");
    post.deleted = true;
  };

  return {
    editMessageText: (payload) => edit(payload, (state) => editedContent(world, payload, state)),
    editMessageReplyMarkup: (payload) => edit(payload, () => undefined),
    deleteMessage: (payload) => {
      const state = chatOf(world, payload);
      checkPresence(state);
      remove(state, existing(state, payload, 'message to delete not found'));
      return true;
    },
    pinChatMessage: (payload) => {
      const state = chatOf(world, payload);
      checkPresence(state);
      if (state.chat.type !== 'private' && !isBotAdmin(state)) {
        throw badRequest('not enough rights to manage pinned messages in the chat');
      }
      state.pinned.push(existing(state, payload, 'message to pin not found').message.message_id);
      return true;
    },
    unpinChatMessage: (payload) => {
      const state = chatOf(world, payload);
      checkPresence(state);
      const id = integer(payload, 'message_id') ?? state.pinned.at(-1);
      state.pinned = state.pinned.filter((pinned) => pinned !== id);
      return true;
    },
  };
}

function existing(state: ChatState, payload: Payload, otherwise: string): Posted {
  const id = integer(payload, 'message_id');
  const post = id === undefined ? undefined : findPosted(state, id);
  if (!post) throw badRequest(otherwise);
  return post;
}
