import type { Api } from 'grammy';
import type { InlineKeyboardButton, ReplyParameters } from 'grammy/types';
import type { Logger } from 'pino';
import { spans } from '../../../core/document.ts';
import { defuse, noCommands } from '../entities.ts';
import { inlineHtml } from '../inline-html.ts';
import { reasonOf } from '../refusals.ts';
import { type Action, packAction } from './actions.ts';
import { keyboardOf, type PromptParts, promptOf } from './prompt.ts';
import type { DialogueKeeper, DialogueState, Seat } from './state.ts';

const noPreview = { link_preview_options: { is_disabled: true } } as const;

/** What a dialogue says besides its answers. */
export function createVoice(api: Api, keeper: DialogueKeeper, log: Logger) {
  /** Sends the open question; only what is written after it can be its answer. */
  async function ask(seat: Seat, parts: PromptParts): Promise<void> {
    const { state } = parts;
    const { before, html, markup } = promptOf(parts);
    const place = placed(state);
    await strip(seat, state);
    for (const part of before) await api.sendMessage(seat.chatId, part, { ...place, parse_mode: 'HTML', ...noPreview });
    const sent = await api.sendMessage(seat.chatId, html, {
      ...place,
      parse_mode: 'HTML',
      reply_markup: markup,
      ...noPreview,
    });
    const prompt = { messageId: sent.message_id, hasButtons: 'inline_keyboard' in markup };
    await keeper.put(seat, { ...state, prompt });
  }

  /** Shows under the open question which choices are made. */
  async function mark(seat: Seat, parts: PromptParts): Promise<void> {
    const { prompt } = parts.state;
    if (!prompt) return;
    const keyboard = { reply_markup: keyboardOf(parts) };
    await api.editMessageReplyMarkup(seat.chatId, prompt.messageId, keyboard).catch(ignored);
  }

  /** Takes the buttons off a question that is no longer open. */
  async function strip(seat: Seat, { prompt }: Pick<DialogueState, 'prompt'>): Promise<void> {
    if (prompt?.hasButtons) await api.editMessageReplyMarkup(seat.chatId, prompt.messageId).catch(ignored);
  }

  async function say(
    seat: Seat,
    state: DialogueState,
    text: string,
    { buttons = [] as { text: string; action: Action }[], replyTo = state.replyTo } = {},
  ): Promise<void> {
    const own = { owner: seat.personId, dialogue: state.id, step: state.step };
    const row = buttons.map(
      ({ text, action }): InlineKeyboardButton => ({ text, callback_data: packAction({ ...own, action }) }),
    );
    await api.sendMessage(seat.chatId, inlineHtml(spans(text), defuse(noCommands)), {
      ...placed({ threadId: state.threadId, replyTo }),
      parse_mode: 'HTML',
      ...(row.length > 0 && { reply_markup: { inline_keyboard: row.map((one) => [one]) } }),
      ...noPreview,
    });
  }

  /** A question that looks old but isn't does no harm: its buttons are checked when they are pressed. */
  function ignored(error: unknown): void {
    log.debug({ reason: reasonOf(error) }, 'The buttons of a question could not be changed.');
  }

  return { ask, mark, strip, say };
}

export type Voice = ReturnType<typeof createVoice>;

const placed = ({ threadId, replyTo }: Pick<DialogueState, 'threadId' | 'replyTo'>) => ({
  ...(threadId !== undefined && { message_thread_id: threadId }),
  ...(replyTo !== undefined && {
    reply_parameters: { message_id: replyTo, allow_sending_without_reply: true } satisfies ReplyParameters,
  }),
});
