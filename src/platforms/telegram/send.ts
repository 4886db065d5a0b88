import { type Api, InputFile } from 'grammy';
import type { Message, ReplyParameters } from 'grammy/types';
import type { Logger } from 'pino';
import type { SentFile } from '../../core/answer.ts';
import type { Composed } from './compose.ts';
import type { Photo } from './photo.ts';
import { createRecent } from './recent.ts';
import { reasonOf, refusalOf } from './refusals.ts';

/** Where a message goes. */
export interface Destination {
  chatId: number;
  /** The topic, in chats that have topics. */
  threadId?: number | undefined;
  replyTo?: Pick<ReplyParameters, 'message_id' | 'ephemeral_message_id'> | undefined;
  /** Without a sound. */
  silent?: boolean | undefined;
  /** The one person who is to see it, where the chat can do that; everybody sees it where not. */
  only?: { userId: number; callbackQueryId?: string; replacesPressed?: boolean } | undefined;
}

/** A message of ours that can be changed. */
export type Editable = { chat_id: number; message_id: number } | { inline_message_id: string };

export interface Sender {
  /** Sends in the best form that the server and the chat take; throws what Telegram says where none will do. */
  send(to: Destination, message: Composed): Promise<Message>;
  /** The same, but so that only the one person sees it; false where the chat can't do that. */
  sendAlone(to: Destination, message: Composed): Promise<boolean>;
  sendFiles(to: Destination, files: readonly SentFile[]): Promise<void>;
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

const ephemeralForms = forms.filter(({ isEphemeral }) => isEphemeral);

const hourMs = 3_600_000;
const aboutEphemeral = /ephemeral|receiver|user not found|participant/iu;
/** Why this person, rather than anybody there, can't have a message of their own. */
const aboutReceiver = /receiver|user not found|participant/iu;
/** Administrators may forbid photos alone. */
const aboutPhotos = /photo|media/iu;
const noPreview = { link_preview_options: { is_disabled: true } } as const;

/** What a server or chat refused is not tried again: by the server for good, by a chat for an hour. */
export function createSender(api: Api, log: Logger, now: () => number): Sender {
  let knowsRich = true;
  let ephemeralIsKnown: boolean | undefined;
  const refusesRich = createRecent<number>(5000, now, hourMs);
  const refusesEphemeral = createRecent<number>(5000, now, hourMs);

  function sendAs({ isRich, isEphemeral }: Form, to: Destination, message: Composed): Promise<Message> {
    const common = {
      ...placed(to),
      ...(message.keyboard && { reply_markup: message.keyboard }),
      ...(isEphemeral && to.only && { ephemeral_message_parameters: ephemeral(to.only) }),
    };
    if (message.photo) return sendPhoto(to.chatId, message.photo, common);
    return isRich
      ? api.sendRichMessage(to.chatId, message.rich, common)
      : api.sendMessage(to.chatId, message.html, { ...common, parse_mode: 'HTML', ...noPreview });
  }

  const sendPhoto = (chatId: number, { picture, caption }: Photo, common: object): Promise<Message> =>
    api.sendPhoto(chatId, new InputFile(picture.png, picture.name), { ...common, caption, parse_mode: 'HTML' });

  function remember({ chatId, only }: Destination, sent: Form, reason: string, isPhoto: boolean): void {
    if (!sent.isRich && !isPhoto && knowsRich) refusesRich.add(chatId);
    if (only && !sent.isEphemeral && !aboutReceiver.test(reason)) refusesEphemeral.add(chatId);
  }

  /** The first of the forms that is taken; undefined where there was none to try. */
  async function sendFirst(
    among: readonly Form[],
    to: Destination,
    message: Composed,
  ): Promise<{ sent: Message } | undefined> {
    let refused: unknown;
    let reason = '';
    for (const form of among) {
      if (form.isRich && (message.photo || !knowsRich || refusesRich.has(to.chatId))) continue;
      if (form.isEphemeral && (!to.only || refusesEphemeral.has(to.chatId) || aboutEphemeral.test(reason))) continue;
      try {
        const sent = await sendAs(form, to, message);
        if (refused) remember(to, form, reason, message.photo !== undefined);
        return { sent };
      } catch (error) {
        const refusal = refusalOf(error);
        if (refusal === 'late' && to.only?.callbackQueryId)
          return sendFirst(among, { ...to, only: { userId: to.only.userId } }, message);
        if (refusal === 'unknown-method' && form.isRich) knowsRich = false;
        else if (refusal !== 'content') throw error;
        reason = reasonOf(error);
        log.debug({ chat: to.chatId, ...form, reason }, 'Telegram refused this form of a message.');
        refused = error;
      }
    }
    if (refused) throw refused;
    return undefined;
  }

  async function send(to: Destination, message: Composed): Promise<Message> {
    if (message.photo) return await sendPicture(to, message);
    const done = await sendFirst(forms, to, message);
    if (!done) throw new RangeError('There is no form in which to send a message.');
    return done.sent;
  }

  /** In words where the chat takes no photos, or not this one. */
  async function sendPicture(to: Destination, message: Composed): Promise<Message> {
    try {
      const done = await sendFirst(forms, to, message);
      if (done) return done.sent;
    } catch (error) {
      const refusal = refusalOf(error);
      if (refusal !== 'content' && !(refusal === 'gone' && aboutPhotos.test(reasonOf(error)))) throw error;
    }
    return await send(to, { ...message, photo: undefined });
  }

  /**
   * A server older than ephemeral messages ignores what it does not know and would show the message to everybody, so it
   * is asked first, with a method that does nothing but came with them.
   */
  async function knowsEphemeral(chatId: number, userId: number): Promise<boolean> {
    ephemeralIsKnown ??= await api.raw
      .deleteEphemeralMessage({ chat_id: chatId, receiver_user_id: userId, ephemeral_message_id: 2 ** 31 - 1 })
      .then(
        () => true,
        (error: unknown) => {
          const refusal = refusalOf(error);
          if (refusal === 'unknown-method') return false;
          if (refusal === undefined || refusal === 'revoked') throw error;
          return true;
        },
      );
    return ephemeralIsKnown;
  }

  async function sendAlone(to: Destination, message: Composed): Promise<boolean> {
    if (!to.only || refusesEphemeral.has(to.chatId) || !(await knowsEphemeral(to.chatId, to.only.userId))) return false;
    try {
      return (await sendFirst(ephemeralForms, to, message)) !== undefined;
    } catch (error) {
      const reason = reasonOf(error);
      if (refusalOf(error) !== 'content' || !aboutEphemeral.test(reason)) throw error;
      if (!aboutReceiver.test(reason)) refusesEphemeral.add(to.chatId);
      return false;
    }
  }

  async function sendFiles(to: Destination, files: readonly SentFile[]): Promise<void> {
    for (const { name, bytes } of files) await api.sendDocument(to.chatId, new InputFile(bytes, name), placed(to));
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

  return { send, sendAlone, sendFiles, edit };
}

const placed = ({ threadId, replyTo, silent }: Destination) => ({
  ...(silent && { disable_notification: true }),
  ...(threadId !== undefined && { message_thread_id: threadId }),
  ...(replyTo && { reply_parameters: { ...replyTo, allow_sending_without_reply: true } }),
});

const ephemeral = ({ userId, callbackQueryId, replacesPressed }: NonNullable<Destination['only']>) => ({
  receiver_user_id: userId,
  ...(callbackQueryId !== undefined && { callback_query_id: callbackQueryId }),
  ...(replacesPressed && { replace_callback_query_message: true }),
});
