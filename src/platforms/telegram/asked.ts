import type { Message } from 'grammy/types';
import type { Call } from '../../core/answer.ts';
import { parseWords } from '../../core/arguments.ts';
import { unpackCall } from '../../core/call-codec.ts';
import type { Command } from '../../core/command.ts';

/** Who we are, as far as messages name it. */
export interface Self {
  id: number;
  username: string;
}

const slashCommand = /^\/(\w{1,64})(?:@(\w+))?(?:\s+([\s\S]*))?$/u;

/** What a message asks of us; undefined where it is not for us to answer. */
export function callOf(message: Message, self: Self, commands: readonly Command[]): Call | undefined {
  const text = message.text?.trim();
  if (!text || !isFromSomebody(message)) return undefined;

  const [, name, addressee, rest = ''] = slashCommand.exec(text) ?? [];
  if (name !== undefined) {
    if (addressee !== undefined && !isOurName(addressee, self)) return undefined;
    const isForUs = addressee !== undefined || message.chat.type === 'private';
    return commandCall(name.toLowerCase(), rest, isForUs, commands);
  }
  if (message.chat.type === 'private') return question(withoutOurName(text, self) ?? text, commands);
  if (message.chat.type === 'channel') return undefined;

  const addressed = withoutOurName(text, self);
  if (addressed?.startsWith('/')) return callOf({ ...message, text: addressed } as Message, self, commands);
  if (addressed !== undefined) return question(addressed, commands);
  const isReplyToUs = message.reply_to_message?.from?.id === self.id;
  return isReplyToUs && /[?？]$/u.test(text) ? question(text, commands) : undefined;
}

/**
 * People, and chats in whose name people write (`sender_chat`: anonymous administrators, channels), for which Telegram
 * puts a bot of its own in `from`; but no other bot, and nothing that came out of a bot's inline mode, ours included.
 */
const isFromSomebody = (message: Message): boolean =>
  !message.via_bot && (!message.from?.is_bot || message.sender_chat !== undefined);

function commandCall(name: string, rest: string, isForUs: boolean, commands: readonly Command[]): Call | undefined {
  const command = commands.find((one) => one.name === name);
  if (command) return { command: name, args: parseWords(command, rest) };
  if (!isForUs) return undefined;
  if (name !== 'start') return { command: name, args: {} };
  return unpackCall(commands, rest.trim()) ?? { command: 'help', args: {} };
}

/** The command that takes a whole message's text, with that text. */
function question(text: string, commands: readonly Command[]): Call | undefined {
  for (const { name, messageMenu } of commands) {
    if (messageMenu !== undefined) return { command: name, args: text === '' ? {} : { [messageMenu]: text } };
  }
  return undefined;
}

const isOurName = (name: string, { username }: Self): boolean => name.toLowerCase() === username.toLowerCase();

/** What follows our @name at the start of a text; undefined where the text starts otherwise. */
function withoutOurName(text: string, self: Self): string | undefined {
  const [, name = '', rest = ''] = /^@(\w+)[\s,:—-]*([\s\S]*)$/u.exec(text) ?? [];
  return isOurName(name, self) ? rest.trim() : undefined;
}
