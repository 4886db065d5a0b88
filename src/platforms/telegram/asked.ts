import type { Document, Message } from 'grammy/types';
import type { Call } from '../../core/answer.ts';
import { unpackCall } from '../../core/call-codec.ts';
import type { Command } from '../../core/command.ts';
import { groupOf, readCall } from '../../core/command-line.ts';

/** Who we are, as far as messages name it. */
export interface Self {
  id: number;
  username: string;
}

const slashCommand = /^\/(\w{1,64})(?:@(\w+))?(?:\s+([\s\S]*))?$/u;

/**
 * What a message asks of us; undefined where it is not for us to answer. A command that names a group of actions, with
 * none of them or one that is not known, becomes a call of that group.
 */
export function callOf(message: Message, self: Self, commands: readonly Command[]): Call | undefined {
  const text = (message.text ?? (message.document && message.caption))?.trim();
  if (!text || !isFromSomebody(message)) return undefined;

  const [, name, addressee, rest = ''] = slashCommand.exec(text) ?? [];
  if (name !== undefined) {
    if (message.forward_origin || (addressee !== undefined && !isOurName(addressee, self))) return undefined;
    const isForUs = addressee !== undefined || message.chat.type === 'private';
    const call = commandCall(name.toLowerCase(), rest, isForUs, commands);
    return call && withReply(call, message, self, commands);
  }
  if (message.text === undefined) return undefined;
  if (message.chat.type === 'private') return question(withoutOurName(text, self) ?? text, commands);
  if (message.chat.type === 'channel') return undefined;

  const addressed = withoutOurName(text, self);
  if (addressed?.startsWith('/')) return callOf({ ...message, text: addressed } as Message, self, commands);
  if (addressed !== undefined) return question(addressed, commands);
  const isReplyToUs = message.reply_to_message?.from?.id === self.id;
  return isReplyToUs && /[?？]$/u.test(text) ? question(text, commands) : undefined;
}

/** What operators are told that was asked: a command by its name, or a question in the asker's own words. */
export function nameOf({ command }: Call, message: Message, self: Self): string {
  const text = (message.text ?? message.caption ?? '').trim();
  return (withoutOurName(text, self) ?? text).startsWith('/') ? command : 'question';
}

/** The command with its bare name, in lower case, where it is written as one that is for us or for any bot. */
export function bareCommand(text: string, self: Self): { name: string; rest: string } | undefined {
  const [, name, addressee, rest = ''] = slashCommand.exec(text.trim()) ?? [];
  if (name === undefined || (addressee !== undefined && !isOurName(addressee, self))) return undefined;
  return { name: name.toLowerCase(), rest: rest.trim() };
}

/** The file that comes with a message, or that it replies to. */
export const documentOf = (message: Message): Document | undefined =>
  message.document ?? message.reply_to_message?.document;

/**
 * People, and chats in whose name people write (`sender_chat`: anonymous administrators, channels), for which Telegram
 * puts a bot of its own in `from`; but no other bot, nothing that came out of a bot's inline mode, ours included, and
 * no post that Telegram copies from a channel into its discussion group.
 */
const isFromSomebody = (message: Message): boolean =>
  !message.via_bot && !message.is_automatic_forward && (!message.from?.is_bot || message.sender_chat !== undefined);

function commandCall(name: string, rest: string, isForUs: boolean, commands: readonly Command[]): Call | undefined {
  const call = readCall(commands, name, rest);
  const isKnown = commands.some((one) => one.name === call.command && !one.unlisted);
  if (isKnown || groupOf(commands, name).length > 0) return call;
  if (!isForUs) return undefined;
  if (name !== 'start') return { command: name, args: {} };
  return unpackCall(commands, rest.trim()) ?? { command: 'help', args: {} };
}

/** A command written in reply to a message is about that message's text, unless it says itself what it is about. */
const withReply = (call: Call, message: Message, self: Self, commands: readonly Command[]): Call =>
  withText(call, repliedText(message, self), commands);

function withText(call: Call, said: string, commands: readonly Command[]): Call {
  const command = commands.find((one) => one.name === call.command);
  const name = command?.messageMenu;
  const option = command?.options[name ?? ''];
  if (name === undefined || option?.kind !== 'text' || call.args[name]) return call;
  const text = said.trim();
  return text === ''
    ? call
    : { ...call, args: { ...call.args, [name]: [...text].slice(0, option.maxLength).join('') } };
}

/** The call about the text of a message, where it has none of its own: the message that an answer of ours replies to. */
export function aboutText(call: Call, replied: Message['reply_to_message'], commands: readonly Command[]): Call {
  const text = replied?.text ?? replied?.caption ?? '';
  return text.startsWith('/') ? call : withText(call, text, commands);
}

/** What is replied to, or the part of it that is quoted; nothing for what we said, or for the post under which people comment. */
function repliedText({ reply_to_message: replied, quote }: Message, self: Self): string {
  if (!replied || replied.from?.id === self.id || replied.is_automatic_forward) return '';
  return quote?.text ?? replied.text ?? replied.caption ?? '';
}

/** The command that takes a whole message's text, with that text. */
function question(text: string, commands: readonly Command[]): Call | undefined {
  for (const { name, messageMenu, audience } of commands) {
    if (messageMenu !== undefined && !audience)
      return { command: name, args: text === '' ? {} : { [messageMenu]: text } };
  }
  return undefined;
}

const isOurName = (name: string, { username }: Self): boolean => name.toLowerCase() === username.toLowerCase();

/** What follows our @name at the start of a text; undefined where the text starts otherwise. */
function withoutOurName(text: string, self: Self): string | undefined {
  const [, name = '', rest = ''] = /^@(\w+)[\s,:—-]*([\s\S]*)$/u.exec(text) ?? [];
  return isOurName(name, self) ? rest.trim() : undefined;
}
