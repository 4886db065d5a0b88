import type { CallbackQuery, Message } from 'grammy/types';
import type { Call } from '../../core/answer.ts';
import { callerOf, isGroup, placeOf, topicOf } from './callers.ts';
import type { Composed } from './compose.ts';
import { readPress, startPayload } from './keyboard.ts';
import type { AnsweringParts } from './messages.ts';

/** What the person who pressed sees at once: nothing, an alert, or a chat that opens. */
export type Toast = { text: string; show_alert: true } | { url: string } | Record<string, never>;

/** An alert; Telegram takes at most 200 characters. */
export const alert = (text: string): Toast => ({ text: text.slice(0, 200), show_alert: true });

/**
 * Carries out a pressed button. Page buttons turn the page in place, in the language of the message rather than of
 * whoever pressed; other buttons answer the presser without troubling the others, where the chat can do that.
 */
export function createPressHandler({ dispatcher, texts, compose, sender, self }: AnsweringParts) {
  return async (query: CallbackQuery): Promise<Toast> => {
    const { message, inline_message_id: inlineId, from } = query;
    const press = readPress(dispatcher.commands, query.data ?? '');
    const caller = callerOf(from, message ? placeOf(message.chat) : 'shared', texts, press?.turns);
    if (!press || (!message && inlineId === undefined)) return alert(caller.t('error-old-button'));

    const isTurn = press.turns !== undefined;
    const link = message?.chat.type === 'channel' && !isTurn ? privateLink(press.call) : undefined;
    if (link) return { url: link };

    const composed = compose(await dispatcher.answer(press.call, caller), caller, press.call.page);
    if (inlineId !== undefined) await sender.edit({ inline_message_id: inlineId }, composed, false);
    // A message too old for Telegram to show us has no more than its id and chat, all that is needed here.
    else await respond(query, message as Message, composed, isTurn);
    return {};
  };

  async function respond({ id, from }: CallbackQuery, pressed: Message, composed: Composed, isTurn: boolean) {
    const { chat, message_id } = pressed;
    const isEphemeral = pressed.ephemeral_message_id !== undefined;
    if (isTurn && !isEphemeral) {
      const isRich = pressed.rich_message !== undefined;
      if (await sender.edit({ chat_id: chat.id, message_id }, composed, isRich)) return;
    }
    const isForPresser = isGroup(chat) && (isEphemeral || !isTurn);
    await sender.send(
      {
        chatId: chat.id,
        threadId: topicOf(pressed),
        replyTo: isGroup(chat) && !isEphemeral ? { message_id } : undefined,
        only: isForPresser ? { userId: from.id, callbackQueryId: id, replacesPressed: isEphemeral } : undefined,
      },
      composed,
    );
  }

  /** A channel's readers are answered in private: a post there would be for all of them. */
  function privateLink(call: Call): string | undefined {
    const payload = startPayload(call, dispatcher.commands);
    return payload && `https://t.me/${self().username}?start=${payload}`;
  }
}
