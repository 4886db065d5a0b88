import { badRequest } from './api-error.ts';
import { chatOf, checkMayWrite, isBotAdmin } from './chat-access.ts';
import { type ChatState, findPosted, type Posted, put, type StoredMessage } from './chat-state.ts';
import { asKept, type Content, richContent, textContent } from './content.ts';
import { ephemeralTarget } from './ephemeral-methods.ts';
import { storeFile } from './file-methods.ts';
import { otherMarkup, readKeyboard } from './keyboard.ts';
import { flag, integer, object, type Payload, string, type Upload } from './payload.ts';
import { readPhoto } from './photo.ts';
import type { RateLimits } from './rate-limits.ts';
import { readText } from './text.ts';
import { type Methods, seconds, type World } from './world.ts';

const chatActions = [
  'typing',
  'upload_photo',
  'record_video',
  'upload_video',
  'record_voice',
  'upload_voice',
  'upload_document',
  'choose_sticker',
  'find_location',
  'record_video_note',
  'upload_video_note',
];

/** sendMessage, sendRichMessage, sendPhoto, sendDocument and sendChatAction, as fast as the limits let them. */
export function sendMethods(world: World, limits: RateLimits): Methods {
  const send = (payload: Payload, read: (state: ChatState) => Content, extra: object = {}) => {
    const state = chatOf(world, payload);
    checkMayWrite(state);
    const content = read(state);
    const keyboard = readKeyboard(payload);
    const reply = replyTarget(world, state, payload);
    const thread = threadOf(state, payload, reply);
    const ephemeral = ephemeralTarget(world, state, payload);
    limits.send(state);
    const other = otherMarkup(payload);
    const message: StoredMessage = {
      message_id: ephemeral ? 0 : ++state.lastMessageId,
      ...(state.chat.type !== 'channel' && { from: publicBot(world) }),
      ...(state.chat.type === 'channel' && { sender_chat: state.chat }),
      chat: state.chat,
      date: seconds(world),
      ...content.fields,
      ...extra,
      ...(thread !== undefined && { message_thread_id: thread, is_topic_message: true }),
      ...(reply && { reply_to_message: withoutReply(reply.message) }),
      ...(keyboard && { reply_markup: keyboard }),
      ...(ephemeral && { ephemeral_message_id: ++state.lastEphemeralId, receiver_user: ephemeral.user }),
    };
    const sent = world.touch();
    const post: Posted = {
      message,
      byBot: true,
      sent,
      touched: sent,
      richButtons: content.richButtons,
      deleted: false,
      ...(content.html !== undefined && { html: content.html }),
      ...(other && { otherMarkup: other }),
      ...(flag(payload, 'disable_notification') && { isSilent: true as const }),
      ...(ephemeral && { receiver: ephemeral.user.id }),
      ...(ephemeral?.replaces !== undefined && { replaces: ephemeral.replaces }),
    };
    put(state, post);
    return asKept(world, post);
  };

  return {
    sendMessage: (payload) => send(payload, () => textContent(payload)),
    sendRichMessage: (payload) => send(payload, (state) => richContent(world, payload, state)),
    sendPhoto: (payload) => {
      const photo = readPhoto(world, payload);
      const caption = string(payload, 'caption') ? readText(payload, 'caption', 1024) : undefined;
      const html = caption?.html;
      return send(payload, () => ({ fields: {}, richButtons: [], ...(html !== undefined && { html }) }), {
        photo: [photo],
        ...(caption && { caption: caption.text, caption_entities: caption.entities }),
      });
    },
    sendDocument: (payload) => {
      const attached = /^attach:\/\/(.+)$/.exec(String(payload.document ?? ''))?.[1];
      const document = (attached === undefined ? payload.document : payload[attached]) as Upload | undefined;
      if (document?.upload !== true) throw badRequest('there is no document in the request');
      if (document.bytes === 0) throw badRequest('file must be non-empty');
      const caption = string(payload, 'caption') ? readText(payload, 'caption', 1024) : undefined;
      return send(payload, () => ({ fields: {}, richButtons: [] }), {
        document: storeFile(world, document.name, document.content),
        ...(caption && { caption: caption.text, caption_entities: caption.entities }),
      });
    },
    sendChatAction: (payload) => {
      const state = chatOf(world, payload);
      checkMayWrite(state);
      if (!chatActions.includes(string(payload, 'action') ?? '')) throw badRequest('wrong parameter action in request');
      return true;
    },
  };
}

/** The bot as others see it in a message. */
export function publicBot(world: World) {
  const { id, is_bot, first_name, username } = world.bot;
  return { id, is_bot, first_name, username };
}

function withoutReply({ reply_to_message: _, ...message }: StoredMessage): StoredMessage {
  return message;
}

function replyTarget(world: World, state: ChatState, payload: Payload): Posted | undefined {
  const parameters = object(payload, 'reply_parameters');
  const id = parameters ? integer(parameters, 'message_id') : integer(payload, 'reply_to_message_id');
  if (id === undefined) return undefined;
  const elsewhere = parameters?.chat_id !== undefined;
  const from = elsewhere ? chatOf(world, parameters) : state;
  const found = findPosted(from, id);
  if (found) return found;
  if (!elsewhere && flag(parameters ?? payload, 'allow_sending_without_reply')) return undefined;
  throw badRequest('message to be replied not found');
}

function threadOf(state: ChatState, payload: Payload, reply: Posted | undefined): number | undefined {
  const thread = integer(payload, 'message_thread_id');
  if (thread === undefined) return reply?.message.message_thread_id;
  if (!state.topics.has(thread)) throw badRequest('message thread not found');
  if (state.closedTopics.has(thread) && !isBotAdmin(state)) throw badRequest('TOPIC_CLOSED');
  return thread;
}
