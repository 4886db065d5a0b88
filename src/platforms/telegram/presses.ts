import type { CallbackQuery, Message } from 'grammy/types';
import type { Answer, Call } from '../../core/answer.ts';
import type { Caller } from '../../core/command.ts';
import type { Dispatcher } from '../../core/dispatch.ts';
import { documentText } from '../../core/document.ts';
import type { Reception } from '../../core/reception.ts';
import type { Texts } from '../../core/texts.ts';
import { type Asked, outcomeOf } from '../../core/watch.ts';
import { aboutText } from './asked.ts';
import type { Compose } from './compose.ts';
import { isDialogueData } from './dialogue/actions.ts';
import { type Press, readPress, startPayload } from './keyboard.ts';
import { occasionOfPress } from './occasions.ts';
import type { Origins } from './origins.ts';
import type { PrivateWay } from './private-way.ts';
import type { Respond } from './responder.ts';
import type { Sender } from './send.ts';
import { alert, type Toast } from './toast.ts';

export interface PressParts {
  dispatcher: Dispatcher;
  reception: Reception;
  origins: Origins;
  texts: Texts;
  compose: Compose;
  sender: Sender;
  privateWay: PrivateWay;
  respond: Respond;
  /** A button of a form's question. */
  pressInForm(query: CallbackQuery): Promise<Toast>;
}

/**
 * Carries out a pressed button. Page buttons turn the page in place, in the language of the message rather than of
 * whoever pressed; other buttons answer the presser without troubling the others, where the chat can do that.
 */
export function createPressHandler(parts: PressParts) {
  const { dispatcher, reception, origins, texts, compose, sender, privateWay, respond, pressInForm } = parts;

  return async (query: CallbackQuery, asked: Asked): Promise<Toast> => {
    const isInForm = isDialogueData(query.data ?? '');
    asked.command = isInForm ? 'form' : 'press';
    if (isInForm) return await pressInForm(query);
    const { message, inline_message_id: inlineId } = query;
    const press = readPress(dispatcher.commands, query.data ?? '');
    const presser = await reception(origins.ofPress(query));
    const caller = press?.turns ? { ...presser, language: press.turns, t: texts.in(press.turns) } : presser;
    if (!press || (!message && inlineId === undefined)) return refused(asked, caller);
    // A message too old for Telegram to show us has no more than its id and chat, all that is needed here.
    if (inlineId === undefined) return await pressUnderMessage(query, message as Message, press, caller, asked);
    const answer = await dispatcher.answer(press.call, caller);
    asked.outcome = outcomeOf(answer);
    return await pressInline(inlineId, press.call, answer, caller);
  };

  function refused(asked: Asked, { t }: Caller): Toast {
    asked.outcome = 'refused';
    return alert(t('error-old-button'));
  }

  async function pressUnderMessage(
    query: CallbackQuery,
    message: Message,
    press: Press,
    caller: Caller,
    asked: Asked,
  ): Promise<Toast> {
    const isTurn = press.turns !== undefined;
    if (message.chat.type === 'channel' && !isTurn && !press.goesPrivate) {
      // A channel's readers are answered in private: a post there would be for all of them.
      const payload = startPayload(press.call, dispatcher.commands);
      if (payload !== undefined) return { url: privateWay.linkWith(payload) };
    }
    if (isTurn && !turnsThat(message, press)) return refused(asked, caller);
    const call = press.goesPrivate ? aboutText(press.call, message.reply_to_message, dispatcher.commands) : press.call;
    const replaces = isTurn ? 'any' : press.isConfidential ? 'confidential' : undefined;
    const answer = await dispatcher.answer(call, caller);
    asked.outcome = outcomeOf(answer);
    // Who wrote in the chat's name must not be shown to the others by what they do then.
    const shown = press.goesPrivate ? { ...answer, confidential: true } : answer;
    return await respond(shown, occasionOfPress(query, message, caller, call, replaces));
  }

  /**
   * Whether the page is one of that message: a changed client could send any other call to have it replaced for all.
   * Of messages too old for Telegram to show us we can't know.
   */
  function turnsThat({ date, reply_markup: markup }: Message, { call }: Press): boolean {
    if (!date) return true;
    const shown = (markup?.inline_keyboard ?? [])
      .flat()
      .flatMap((one) => ('callback_data' in one ? one.callback_data : []));
    return shown.some((data) => {
      const own = readPress(dispatcher.commands, data);
      return own?.turns !== undefined && isSameAnswer(own.call, call);
    });
  }

  /** A message that came out of inline mode stands in a chat that we don't see: others may read it. */
  async function pressInline(inlineId: string, call: Call, answer: Answer, caller: Caller): Promise<Toast> {
    if (answer.failed) return alert(documentText(answer.document));
    if (answer.confidential || answer.form) return { url: privateWay.linkTo(answer.call ?? call) };
    await sender.edit({ inline_message_id: inlineId }, compose(answer, caller, call.page), false);
    return {};
  }
}

const isSameAnswer = (a: Call, z: Call): boolean =>
  a.command === z.command && JSON.stringify(a.args) === JSON.stringify(z.args);
