import type { RichBlock } from '../../../loopback/telegram/rich-blocks.ts';
import type { TelegramMessage } from '../../protocol.ts';

/** A formatted stretch of a text; offset and length in UTF-16 units (core.telegram.org/bots/api#messageentity). */
export interface Entity {
  type: string;
  offset: number;
  length: number;
  url?: string;
  language?: string;
}

export interface InlineButton {
  text: string;
  [action: string]: unknown;
}

interface Sender {
  id: number;
  first_name?: string;
  last_name?: string;
  title?: string;
  username?: string;
}

/** The fields of a Message that the pane shows (core.telegram.org/bots/api#message). */
export interface Message {
  message_id: number;
  date: number;
  edit_date?: number;
  from?: Sender;
  sender_chat?: Sender;
  via_bot?: Sender;
  text?: string;
  entities?: Entity[];
  caption?: string;
  caption_entities?: Entity[];
  rich_message?: { blocks: RichBlock[]; is_rtl?: true };
  reply_markup?: { inline_keyboard?: InlineButton[][] };
  reply_to_message?: Message;
  ephemeral_message_id?: number;
  document?: { file_name?: string; file_size?: number };
  photo?: { file_size?: number }[];
  [field: string]: unknown;
}

export const messageOf = ({ raw }: TelegramMessage): Message => raw as unknown as Message;

/** What tells a message from all others that one person sees in a chat. */
export const keyOf = (shown: TelegramMessage): string => `${shown.ephemeral ? 'ephemeral' : 'message'}-${idOf(shown)}`;

/** The id to press, reply to or scroll to it by. */
export function idOf({ raw, ephemeral }: TelegramMessage): number {
  const { message_id, ephemeral_message_id } = raw as unknown as Message;
  return ephemeral ? (ephemeral_message_id ?? message_id) : message_id;
}

/** Whether it stands in this chat; 0 is the private one. */
export function isIn(chatId: number, { raw }: TelegramMessage): boolean {
  const chat = raw.chat as { id: number; type: string } | undefined;
  return chatId === 0 ? chat?.type === 'private' : chat?.id === chatId;
}

/** Who wrote it, as everybody in the chat sees them. */
export const senderOf = ({ sender_chat, from }: Message): Sender | undefined => sender_chat ?? from;

export const nameOf = (sender: Sender | undefined): string =>
  sender?.title ?? [sender?.first_name, sender?.last_name].filter(Boolean).join(' ');
