import type { Api } from 'grammy';
import type { CallbackQuery, Message } from 'grammy/types';
import type { Logger } from 'pino';
import type { Dialogues } from '../../../core/dialogues.ts';
import type { Dispatcher } from '../../../core/dispatch.ts';
import { Unavailable } from '../../../core/errors.ts';
import { languageOf } from '../../../core/language.ts';
import type { Reception } from '../../../core/reception.ts';
import type { Texts } from '../../../core/texts.ts';
import { bareCommand, type Self } from '../asked.ts';
import type { Compose } from '../compose.ts';
import { occasionOfMessage, occasionOfPress } from '../occasions.ts';
import { authorOf, type Origins } from '../origins.ts';
import type { PrivateWay } from '../private-way.ts';
import type { Respond } from '../responder.ts';
import type { Sender } from '../send.ts';
import { alert, type Toast } from '../toast.ts';
import { type Action, actionOfCommand, actionOfWord, type Pressed, unpackAction } from './actions.ts';
import { createBeginning } from './beginning.ts';
import { type Course, createCourse, type Move, type Turn } from './course.ts';
import { createQueue } from './queue.ts';
import { continuePayload, createKeeper, type DialogueState, isMessageId, type KeptState, type Seat } from './state.ts';
import { createVoice, type Voice } from './voice.ts';

export interface DialogueParts {
  api: Api;
  dispatcher: Dispatcher;
  reception: Reception;
  origins: Origins;
  texts: Texts;
  compose: Compose;
  sender: Sender;
  privateWay: PrivateWay;
  dialogues: Dialogues;
  self: () => Self;
  now: () => number;
  log: Logger;
  respond: Respond;
}

/** What has become of a message that might belong to a form. */
export interface Heard {
  /** It did, and all is said. */
  isTaken: boolean;
  /** Says, after the message was answered otherwise, that a form is still open. */
  remind(): Promise<void>;
}

const notTaken: Heard = { isTaken: false, remind: async () => {} };
const taken: Heard = { ...notTaken, isTaken: true };

/** Forms as dialogues: one question after the other, kept between them, in private or in replies within a group. */
export function createDialogues(parts: DialogueParts) {
  const { reception, origins, texts, self } = parts;
  const keeper = createKeeper(parts.dialogues, parts.now);
  const voice: Voice = createVoice(parts.api, keeper, parts.log);
  const inPrivate = createQueue();
  const course: Course = createCourse({ ...parts, keeper, voice });
  const beginning = createBeginning({ ...parts, keeper, voice, course, inPrivate });

  /** The dialogue as its person goes on with it: in private, with the rights in the chat that it is about. */
  async function turnOf(seat: Seat, state: DialogueState, from: Message | CallbackQuery): Promise<Turn> {
    const isPress = !('message_id' in from);
    const user = isPress ? from.from : authorOf(from);
    if (!user) throw new TypeError('Nobody has a dialogue who writes in the name of a chat.');
    const isPrivate = seat.chatId === seat.personId;
    const here = isPress ? origins.ofPress(from) : origins.ofMessage(from);
    const caller = await reception(isPrivate && state.about ? origins.ofUser(user, state.about) : here);
    const pressed = isPress ? (from.message as Message) : undefined;
    const occasion = pressed
      ? occasionOfPress(from as CallbackQuery, pressed, caller, state.call)
      : occasionOfMessage(from as Message, caller, state.call);
    return { seat, state, user, caller, occasion: { ...occasion, shared: state.about } };
  }

  /** None while the database is away: a form can wait, and whoever asks something is answered. */
  async function reachable(seat: Seat): Promise<KeptState | undefined> {
    try {
      return await keeper.get(seat);
    } catch (error) {
      if (error instanceof Unavailable) return undefined;
      throw error;
    }
  }

  async function hear(message: Message): Promise<Heard> {
    const user = authorOf(message);
    if (!user || user.is_bot || message.via_bot || !isMessageId(message.message_id)) return notTaken;
    const seat = { chatId: message.chat.id, personId: user.id };
    if (message.chat.type === 'private') return await inPrivate(user.id, () => hearInPrivate(message, seat));
    if (message.forward_origin || message.reply_to_message?.from?.id !== self().id) return notTaken;
    const kept = await reachable(seat);
    const isReply = kept?.state.prompt?.messageId === message.reply_to_message.message_id;
    if (!kept || !isReply || kept.state.isClosed) return notTaken;
    const command = bareCommand(message.text ?? '', self());
    const action = command && actionOfCommand(command.name);
    if (command && !action) return notTaken;
    if (kept.isExpired) {
      await expire(await turnOf(seat, kept.state, message));
      return taken;
    }
    await takeMessage(await turnOf(seat, kept.state, message), message, action);
    return taken;
  }

  async function hearInPrivate(message: Message, seat: Seat): Promise<Heard> {
    const command = bareCommand(message.text ?? (message.document && message.caption) ?? '', self());
    const isStart = command?.name === 'start' && command.rest === continuePayload;
    const said: Action | undefined = isStart ? { kind: 'open' } : command && actionOfCommand(command.name);
    // What is forwarded, somebody else has written: neither an answer nor a word.
    const action = message.forward_origin ? undefined : said;
    if (!command && !isSaid(message)) return notTaken;
    const kept = await (action ? keeper.get(seat) : reachable(seat));
    if (!kept || (kept.state.isClosed && action?.kind !== 'open')) return action ? await tellNone(message) : notTaken;
    if (message.forward_origin || (command && !action)) return reminding(seat, kept, message);
    const turn = await turnOf(seat, kept.state, message);
    if (action?.kind === 'open') {
      await course.reopen(turn);
      return taken;
    }
    if (kept.isExpired) {
      await expire(turn);
      return action ? taken : notTaken;
    }
    await takeMessage(turn, message, action);
    return taken;
  }

  /** Takes a message for an answer only if it was written after the question was asked. */
  async function takeMessage(turn: Turn, message: Message, action: Action | undefined): Promise<void> {
    const { seat, state, caller } = turn;
    const { t } = caller;
    const isEphemeral = message.ephemeral_message_id !== undefined;
    if (message.message_id <= state.answered && !isEphemeral) {
      if (!state.prompt) await course.reopen(turn);
      return;
    }
    if (!state.prompt) {
      await course.reopen(turn, t('dialogue-too-early'));
      return;
    }
    if (message.message_id < state.prompt.messageId && !isEphemeral) {
      await voice.say(seat, state, t('dialogue-too-early'), { replyTo: message.message_id });
      return;
    }
    const said = action ?? actionOfWord(message.text ?? '', [t, texts.in('en')]);
    if (said) await course.move(turn, { kind: 'action', action: said });
    else if (message.text === undefined)
      await voice.say(seat, state, t('dialogue-text-only'), { replyTo: message.message_id });
    else await course.move(turn, { kind: 'answer', message });
  }

  function reminding(seat: Seat, before: KeptState, message: Message): Heard {
    async function remind(): Promise<void> {
      const { state, isExpired } = (await keeper.get(seat)) ?? before;
      if (isExpired || state.isClosed || state.id !== before.state.id) return;
      if (state.prompt?.messageId !== before.state.prompt?.messageId || state.next !== undefined) return;
      const { caller } = await turnOf(seat, state, message);
      const buttons = [
        { text: caller.t('dialogue-continue'), action: { kind: 'open' } as const },
        { text: caller.t('dialogue-cancel'), action: { kind: 'cancel' } as const },
      ];
      await voice.say(seat, state, caller.t('dialogue-still-open', { title: state.title }), { buttons });
    }
    return { isTaken: false, remind };
  }

  async function tellNone(message: Message): Promise<Heard> {
    const { t } = await reception(origins.ofMessage(message));
    await parts.api.sendMessage(message.chat.id, t('dialogue-none'));
    return taken;
  }

  /** Says that the form has waited too long, and leaves it to be opened again. */
  async function expire({ seat, state, caller: { t } }: Turn): Promise<void> {
    await keeper.put(seat, { ...state, isClosed: true });
    const again = { text: t('dialogue-reopen'), action: { kind: 'open' } as const };
    await voice.say(seat, state, t('dialogue-expired', { title: state.title }), { buttons: [again] });
  }

  async function press(query: CallbackQuery): Promise<Toast> {
    const { from, message } = query;
    const t = texts.in(languageOf(from.language_code));
    const pressed = unpackAction(query.data ?? '');
    if (!pressed || !message) return alert(t('error-old-button'));
    if (pressed.owner !== from.id) return alert(t('dialogue-not-yours'));
    const seat = { chatId: message.chat.id, personId: from.id };
    const kept = await keeper.get(seat);
    const refusal = refusalOfPress(pressed, kept, message.message_id);
    if (!kept || refusal !== undefined) return alert(t(refusal ?? 'dialogue-closed'));
    const isNext = pressed.action.kind === 'next';
    const turn = await turnOf(seat, isNext ? { ...kept.state, about: kept.state.next?.about } : kept.state, query);
    if (kept.isExpired && pressed.action.kind !== 'open') {
      await expire(turn);
      return {};
    }
    if (isNext) return await beginning.beginNext(turn);
    const move: Move = { kind: 'action', action: pressed.action };
    return await course.move(turn, move);
  }

  const pressed = (query: CallbackQuery): Promise<Toast> =>
    query.message?.chat.type === 'private' ? inPrivate(query.from.id, () => press(query)) : press(query);

  return { hear, press: pressed, start: beginning.start };
}

/** Why a button does nothing; what concerns the form as a whole may be pressed under any message of it. */
function refusalOfPress({ dialogue, step, action }: Pressed, kept: KeptState | undefined, messageId: number) {
  if (!kept || kept.state.id !== dialogue) return 'dialogue-closed';
  const { state } = kept;
  if (action.kind === 'open') return undefined;
  if (state.isClosed) return 'dialogue-closed';
  if (action.kind === 'cancel' || action.kind === 'next') return undefined;
  const isOpenQuestion = step === state.step && (!state.prompt || state.prompt.messageId === messageId);
  return isOpenQuestion ? undefined : 'dialogue-answered';
}

const kinds = [
  ...(['text', 'photo', 'document', 'video', 'voice', 'audio', 'animation', 'sticker'] as const),
  ...(['video_note', 'location', 'contact', 'poll'] as const),
] as const;

/** Whether somebody says something with it, in whatever form; service messages say nothing. */
const isSaid = (message: Message): boolean => kinds.some((kind) => message[kind] !== undefined);
