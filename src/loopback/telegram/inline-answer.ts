import type { User } from 'grammy/types';
import type { ChatHandle } from './chat-handle.ts';
import { type Posted, put, type StoredMessage } from './chat-state.ts';
import type { Conversation } from './conversation.ts';
import { readKeyboard } from './keyboard.ts';
import { array, flag, integer, object, type Payload, string } from './payload.ts';
import { inlineContent } from './query-methods.ts';
import { type Seen, seen } from './seen.ts';
import { publicBot } from './send-methods.ts';
import { seconds, type World } from './world.ts';

/** One result of an inline query as a person sees it, with the message it would send. */
export interface InlineChoice {
  id: string;
  title: string;
  description: string;
  /** The message that choosing it sends. */
  preview: Seen;
  raw: Payload;
}

/** What the bot answered to an inline query (core.telegram.org/bots/api#answerinlinequery). */
export interface InlineAnswer {
  results: InlineChoice[];
  /** How long the answer may be kept, in seconds. */
  cacheTime: number;
  isPersonal: boolean;
  nextOffset: string;
  button: { text: string; startParameter?: string } | undefined;
  /** Sends the result into a chat as the person would; the bot is told by `chosen_inline_result`. */
  choose(id: string, into: ChatHandle): Seen;
}

export interface InlineOptions {
  offset?: string;
  chatType?: string;
}

/** Asks the bot inline, as typing `@bot query` does, and resolves with its answer. */
export async function askInline(
  world: World,
  conversation: Conversation,
  who: User,
  text: string,
  { offset = '', chatType = 'sender' }: InlineOptions = {},
): Promise<InlineAnswer> {
  const query = await conversation.ask({ kind: 'inline', from: who }, (id) => ({
    inline_query: { id, from: who, query: text, offset, chat_type: chatType },
  }));
  const answer = query.answer as Payload;
  const raws = (array(answer, 'results') ?? []) as Payload[];
  const button = object(answer, 'button');
  const startParameter = button && string(button, 'start_parameter');

  const compose = (raw: Payload, message: Partial<StoredMessage>): Posted => {
    const content = inlineContent(world, object(raw, 'input_message_content') as Payload);
    const keyboard = readKeyboard(raw);
    const sent = world.touch();
    const whole = {
      message_id: 0,
      date: seconds(world),
      chat: { id: who.id, type: 'private', first_name: who.first_name } as const,
    };
    return {
      message: {
        ...whole,
        ...message,
        ...content.fields,
        via_bot: publicBot(world),
        ...(keyboard && { reply_markup: keyboard }),
      },
      byBot: false,
      sent,
      touched: sent,
      richButtons: content.richButtons,
      deleted: false,
      ...(content.html !== undefined && { html: content.html }),
    };
  };

  return {
    results: raws.map((raw) => ({
      id: string(raw, 'id') ?? '',
      title: string(raw, 'title') ?? '',
      description: string(raw, 'description') ?? '',
      preview: seen(compose(raw, {}), conversation.press),
      raw,
    })),
    cacheTime: integer(answer, 'cache_time') ?? 300,
    isPersonal: flag(answer, 'is_personal'),
    nextOffset: string(answer, 'next_offset') ?? '',
    button: button && { text: string(button, 'text') ?? '', ...(startParameter !== undefined && { startParameter }) },
    choose(id, into) {
      const raw = raws.find((one) => one.id === id);
      if (!raw) throw new Error(`no inline result ${id}`);
      const post = compose(raw, { message_id: ++into.state.lastMessageId, from: who, chat: into.chat });
      put(into.state, post);
      const inlineId = `inline-${world.inlineMessages.size + 1}`;
      world.inlineMessages.set(inlineId, post);
      world.push({ chosen_inline_result: { result_id: id, from: who, query: text, inline_message_id: inlineId } });
      return conversation.show(post);
    },
  };
}
