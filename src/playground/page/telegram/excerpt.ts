import { plainBlocks } from '../../../loopback/telegram/rich-blocks.ts';
import type { Message } from './message.ts';
import type { ClientWords } from './words.ts';

/** A message in one line, for a reply's header and the list of chats. */
export function excerptOf(message: Message, words: ClientWords): string {
  const text = message.text ?? message.caption ?? (message.rich_message && plainBlocks(message.rich_message.blocks));
  const file = message.document?.file_name ?? (message.photo ? words.photo : '');
  return (text?.trim() || file).replace(/\s+/gu, ' ').slice(0, 120);
}
