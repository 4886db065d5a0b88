import type { Api } from 'grammy';
import type { ReplyParameters } from 'grammy/types';
import type { Logger } from 'pino';
import type { Composed } from './compose.ts';
import { createRecent } from './recent.ts';
import { reasonOf, refusalOf } from './refusals.ts';

/** Where a message goes. */
export interface Destination {
  chatId: number;
  /** The topic, in chats that have topics. */
  threadId?: number | undefined;
  replyTo?: Pick<ReplyParameters, 'message_id' | 'ephemeral_message_id'> | undefined;
  /** The one person who is to see it, where the chat can do that; everybody sees it where not. */
  only?: { userId: number; callbackQueryId?: string; replacesPressed?: boolean } | undefined;
}

/** A message of ours that can be changed. */
export type Editable = { chat_id: number; message_id: number } | { inline_message_id: string };

export interface Sender {
  /** Sends in the best form that the server and the chat take; throws what Telegram says where none will do. */
  send(to: Destination, message: Composed): Promise<void>;
  /** Changes a message; false where it can't be changed any more. */
  edit(target: Editable, message: Composed, isRich: boolean): Promise<boolean>;
}

interface Form {
  isRich: boolean;
  isEphemeral: boolean;
}

const forms: readonly Form[] = [
  { isRich: true, isEphemeral: true },
  { isRich: false, isEphemeral: true },
  { isRich: true, isEphemeral: false },
  { isRich: false, isEphemeral: false },
];

const hourMs = 3_600_000;
const aboutEphemeral = /ephemeral|receiver|user not found|participant/iu;
/** Why this person, rather than anybody there, can't have a message of their own. */
const aboutReceiver = /receiver|user not found|participant/iu;
const noPreview = { link_preview_options: { is_disabled: true } } as const;

/** What a server or chat refused is not tried again: by the server for good, by a chat for an hour. */
export function createSender(api: Api, log: Logger, now: () => number): Sender {
  let knowsRich = true;
  const refusesRich = createRecent<number>(5000, now, hourMs);
  const refusesEphemeral = createRecent<number>(5000, now, hourMs);

  function sendAs({ isRich, isEphemeral }: Form, to: Destination, message: Composed): Promise<unknown> {
    const common = {
      ...(to.threadId !== undefined && { message_thread_id: to.threadId }),
      ...(to.replyTo && { reply_parameters: { ...to.replyTo, allow_sending_without_reply: true } }),
      ...(message.keyboard && { reply_markup: message.keyboard }),
      ...(isEphemeral && to.only && { ephemeral_message_parameters: ephemeral(to.only) }),
    };
    return isRich
      ? api.sendRichMessage(to.chatId, message.rich, common)
      : api.sendMessage(to.chatId, message.html, { ...common, parse_mode: 'HTML', ...noPreview });
  }

  function remember({ chatId, only }: Destination, sent: Form, reason: string): void {
    if (!sent.isRich && knowsRich) refusesRich.add(chatId);
    if (only && !sent.isEphemeral && !aboutReceiver.test(reason)) refusesEphemeral.add(chatId);
  }

  async function send(to: Destination, message: Composed): Promise<void> {
    let refused: unknown;
    let reason = '';
    for (const form of forms) {
      if (form.isRich && (!knowsRich || refusesRich.has(to.chatId))) continue;
      if (form.isEphemeral && (!to.only || refusesEphemeral.has(to.chatId) || aboutEphemeral.test(reason))) continue;
      try {
        await sendAs(form, to, message);
        if (refused) remember(to, form, reason);
        return;
      } catch (error) {
        const refusal = refusalOf(error);
        if (refusal === 'late' && to.only?.callbackQueryId)
          return send({ ...to, only: { userId: to.only.userId } }, message);
        if (refusal === 'unknown-method' && form.isRich) knowsRich = false;
        else if (refusal !== 'content') throw error;
        reason = reasonOf(error);
        log.debug({ chat: to.chatId, ...form, reason }, 'Telegram refused this form of a message.');
        refused = error;
      }
    }
    throw refused;
  }

  async function edit(target: Editable, message: Composed, isRich: boolean): Promise<boolean> {
    const common = message.keyboard && { reply_markup: message.keyboard };
    try {
      // The raw method takes inline and ordinary messages alike.
      await api.raw.editMessageText(
        isRich && knowsRich
          ? { ...target, ...common, rich_message: message.rich }
          : { ...target, ...common, text: message.html, parse_mode: 'HTML', ...noPreview },
      );
      return true;
    } catch (error) {
      const refusal = refusalOf(error);
      if (refusal === 'unchanged') return true;
      if (refusal === 'not-editable') return false;
      if (isRich && (refusal === 'content' || refusal === 'unknown-method')) return edit(target, message, false);
      throw error;
    }
  }

  return { send, edit };
}

const ephemeral = ({ userId, callbackQueryId, replacesPressed }: NonNullable<Destination['only']>) => ({
  receiver_user_id: userId,
  ...(callbackQueryId !== undefined && { callback_query_id: callbackQueryId }),
  ...(replacesPressed && { replace_callback_query_message: true }),
});
