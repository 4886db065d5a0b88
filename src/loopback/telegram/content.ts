import { ApiError, badRequest } from './api-error.ts';
import type { ChatState, Posted, StoredMessage } from './chat-state.ts';
import { type InlineKeyboard, readKeyboard } from './keyboard.ts';
import { object, type Payload } from './payload.ts';
import type { RichButton } from './rich-blocks.ts';
import { readRichMessage } from './rich-message.ts';
import { readText } from './text.ts';
import type { World } from './world.ts';

/** What a message says, read from a call: the fields of the stored message and what the fake keeps beside them. */
export interface Content {
  fields: Pick<StoredMessage, 'text' | 'entities' | 'rich_message'>;
  html?: string;
  richButtons: RichButton[];
}

/** Reads the text of a message; `textName` is the argument that holds it. */
export function textContent(payload: Payload, textName = 'text'): Content {
  const { text, entities, html } = readText(payload, textName);
  return {
    fields: { text, ...(entities.length > 0 && { entities }) },
    richButtons: [],
    ...(html !== undefined && { html }),
  };
}

/** Reads `rich_message`, refusing it where the server or the chat does not take rich messages. */
export function richContent(world: World, payload: Payload, chat?: ChatState): Content {
  const input = object(payload, 'rich_message');
  if (!world.rich) throw new ApiError(404, 'Not Found');
  if (chat?.refusesRich) throw badRequest('RICH_MESSAGE_NOT_SUPPORTED');
  if (!input) throw badRequest('rich_message is empty');
  const { blocks, buttons, isRtl, html } = readRichMessage(input);
  return {
    fields: { rich_message: { blocks, ...(isRtl && { is_rtl: true as const }) } },
    richButtons: buttons,
    ...(html !== undefined && { html }),
  };
}

/** Reads the new content of an edit: `text` or `rich_message`, not both; an old server sees only the text. */
export function editedContent(world: World, payload: Payload, chat?: ChatState): Content {
  const hasRich = world.rich && payload.rich_message !== undefined && payload.rich_message !== null;
  if (hasRich && payload.text !== undefined) throw badRequest('exactly one of text and rich_message must be specified');
  return hasRich ? richContent(world, payload, chat) : textContent(payload);
}

/** Puts new content and a keyboard on a message; refuses an edit that changes nothing. */
export function applyEdit(world: World, post: Posted, content: Content | undefined, payload: Payload): void {
  const keyboard: InlineKeyboard | undefined = readKeyboard(payload);
  const { message } = post;
  const fields = content?.fields ?? pickContent(message);
  const before = JSON.stringify([pickContent(message), message.reply_markup ?? null]);
  if (before === JSON.stringify([pickContent(fields), keyboard ?? null])) {
    throw badRequest(
      'message is not modified: specified new message content and reply markup are exactly the same as a current content and reply markup of the message',
    );
  }
  delete message.text;
  delete message.entities;
  delete message.rich_message;
  delete message.reply_markup;
  Object.assign(message, fields, keyboard && { reply_markup: keyboard }, { edit_date: Math.floor(world.now() / 1000) });
  if (content) {
    post.richButtons = content.richButtons;
    delete post.html;
    if (content.html !== undefined) post.html = content.html;
  }
  post.touched = world.touch();
}

/** The message as the bot is answered with it; a lean fake then keeps only that it is there. */
export function asKept(world: World, post: Posted): StoredMessage {
  if (!world.lean) return post.message;
  const { text: _text, entities: _entities, rich_message: _rich, reply_markup: _markup, ...kept } = post.message;
  const whole = post.message;
  post.message = kept;
  post.richButtons = [];
  delete post.html;
  delete post.otherMarkup;
  return whole;
}

function pickContent(message: Pick<StoredMessage, 'text' | 'entities' | 'rich_message'>) {
  return {
    ...(message.text !== undefined && { text: message.text }),
    ...(message.entities && { entities: message.entities }),
    ...(message.rich_message && { rich_message: message.rich_message }),
  };
}
