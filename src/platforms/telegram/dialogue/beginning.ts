import { randomBytes } from 'node:crypto';
import type { Answer } from '../../../core/answer.ts';
import type { Caller } from '../../../core/command.ts';
import type { Dispatcher } from '../../../core/dispatch.ts';
import type { Compose } from '../compose.ts';
import type { Occasion } from '../occasions.ts';
import { isGroup } from '../origins.ts';
import type { PrivateWay } from '../private-way.ts';
import type { Respond } from '../responder.ts';
import type { Sender } from '../send.ts';
import type { Toast } from '../toast.ts';
import type { Course, Turn } from './course.ts';
import type { Queue } from './queue.ts';
import { continuePayload, type DialogueKeeper, type DialogueState, isMessageId, type Seat } from './state.ts';
import type { Voice } from './voice.ts';

export interface BeginningParts {
  dispatcher: Dispatcher;
  compose: Compose;
  sender: Sender;
  privateWay: PrivateWay;
  respond: Respond;
  keeper: DialogueKeeper;
  voice: Voice;
  course: Course;
  /** By person: their private chat may be written to from a group while it is being answered itself. */
  inPrivate: Queue;
}

/** Begins dialogues where they belong: what others must not see, and what a chat's name asks, goes to private chats. */
export function createBeginning(parts: BeginningParts) {
  const { dispatcher, compose, sender, privateWay, respond, keeper, voice, course, inPrivate } = parts;

  /** Answers with the first question, here or in private. */
  async function start(answer: Answer, occasion: Occasion): Promise<Toast> {
    const { user, chat } = occasion;
    if (!answer.form) return {};
    if (!user) return await privateWay.offerButton(occasion);
    const isHere = chat.type === 'private' || (isGroup(chat) && !answer.confidential);
    const seat = { chatId: isHere ? chat.id : user.id, personId: user.id };
    if (isHere) {
      await begin(answer, seat, occasion);
      return {};
    }
    await privateWay.takeAlong(occasion);
    const isReached = await inPrivate(user.id, () =>
      privateWay.reaches(() => begin(answer, seat, { ...occasion, messageId: undefined })),
    );
    return isReached
      ? await privateWay.tellSent(occasion)
      : await privateWay.tellWay(occasion, privateWay.linkWith(continuePayload));
  }

  /** A form in which something was answered is not given up for another one unless its person says so. */
  async function begin(answer: Answer, seat: Seat, occasion: Occasion): Promise<void> {
    const { form } = answer;
    const { user, caller } = occasion;
    if (!form || !user) return;
    const fresh = stateOf(answer, seat, occasion);
    const kept = await keeper.get(seat);
    const isInUse = kept && !kept.isExpired && !kept.state.isClosed && kept.state.isTouched;
    if (isInUse && isSame(kept.state, fresh)) {
      await course.reopen({ seat, state: kept.state, user, caller, occasion: { ...occasion, pressed: undefined } });
      return;
    }
    if (isInUse) {
      await keeper.put(seat, { ...kept.state, next: { call: fresh.call, about: fresh.about } });
      await offerChoice(seat, kept.state, caller);
      return;
    }
    await keeper.put(seat, fresh);
    if (kept && !kept.state.isClosed) await voice.strip(seat, kept.state);
    if (answer.document.length > 0) {
      const to = seat.chatId === occasion.chat.id ? occasion.alone : { chatId: seat.chatId };
      await sender.send(to, compose({ document: answer.document }, caller));
    }
    await course.ask({ seat, state: fresh, user, caller, occasion }, form);
  }

  async function offerChoice(seat: Seat, state: DialogueState, { t }: Caller): Promise<void> {
    const buttons = [
      { text: t('dialogue-continue'), action: { kind: 'open' } as const },
      { text: t('dialogue-leave'), action: { kind: 'next' } as const },
    ];
    await voice.say(seat, state, t('dialogue-another-open', { title: state.title }), { buttons });
  }

  /** Leaves the open form for the one that was wanted meanwhile. */
  async function beginNext({ seat, state, caller, occasion }: Turn): Promise<Toast> {
    const { next } = state;
    if (!next) return await course.reopen({ seat, state, caller, occasion, user: occasion.user as Turn['user'] });
    const answer = await dispatcher.answer(next.call, caller);
    if (!answer.form) return await respond(answer, occasion);
    await keeper.put(seat, { ...state, isClosed: true });
    await voice.strip(seat, state);
    await begin(answer, seat, { ...occasion, call: next.call, shared: next.about });
    return {};
  }

  function stateOf(answer: Answer, seat: Seat, { call, caller, shared, messageId, open }: Occasion): DialogueState {
    const fields = answer.form?.fields ?? [];
    const { command, args } = call;
    return {
      id: randomBytes(4).toString('hex'),
      call: { command, args },
      title: answer.form?.title ?? '',
      submit: answer.form?.submit,
      community: caller.community.id,
      about: shared,
      fields: fields.map(({ name }) => name),
      values: Object.fromEntries(fields.map(({ name, value }) => [name, value])),
      isTouched: false,
      step: 0,
      answered: messageId !== undefined && isMessageId(messageId) ? messageId : 0,
      ...(seat.chatId !== seat.personId && { threadId: open.threadId, replyTo: messageId }),
    };
  }

  return { start, beginNext };
}

const isSame = (a: DialogueState, z: DialogueState): boolean =>
  a.community === z.community && JSON.stringify(a.call) === JSON.stringify(z.call);
