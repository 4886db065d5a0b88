import type { Message, User } from 'grammy/types';
import type { Caller } from '../../../core/command.ts';
import type { Dispatcher } from '../../../core/dispatch.ts';
import { documentText } from '../../../core/document.ts';
import type { ChoiceField, Field, Form } from '../../../core/form.ts';
import { joiner } from '../entities.ts';
import type { Occasion } from '../occasions.ts';
import type { Respond } from '../responder.ts';
import { alert, type Toast } from '../toast.ts';
import { typedMarkdown } from '../typed-markdown.ts';
import { type Action, choiceNamed } from './actions.ts';
import type { PromptParts } from './prompt.ts';
import { checked, type Taken, takeReply, withChoice } from './replies.ts';
import type { DialogueKeeper, DialogueState, Seat } from './state.ts';
import type { Voice } from './voice.ts';

/** What the person does: an answer in words, or something about the question. */
export type Move = { kind: 'answer'; message: Message } | { kind: 'action'; action: Action };

/** Who makes a move, in which dialogue, and what it is an answer to. */
export interface Turn {
  seat: Seat;
  state: DialogueState;
  user: User;
  caller: Caller;
  occasion: Occasion;
}

export interface CourseParts {
  dispatcher: Dispatcher;
  keeper: DialogueKeeper;
  voice: Voice;
  respond: Respond;
}

/** Carries a dialogue on by one step. What is answered is kept before anything is said, so that a crash loses nothing. */
export function createCourse({ dispatcher, keeper, voice, respond }: CourseParts) {
  /** The form as it is now, asked of its call again, rights and all; or what the person is told instead. */
  async function formOf({ state, caller }: Turn): Promise<{ form: Form } | { instead: string }> {
    if (caller.community.id !== state.community) return { instead: caller.t('dialogue-elsewhere') };
    const answer = await dispatcher.answer(state.call, caller);
    return answer.form ? { form: answer.form } : { instead: documentText(answer.document) };
  }

  const ask = (turn: Turn, form: Form, problem?: string): Promise<void> =>
    voice.ask(turn.seat, prompted(turn, form, problem));

  /** Asks the open question, again or for the first time. */
  async function reopen(turn: Turn, problem?: string): Promise<Toast> {
    const found = await formOf(turn);
    if ('instead' in found) return await refuse(turn, found.instead);
    const state = { ...fitted(turn.state, found.form), isClosed: false };
    await keeper.put(turn.seat, state);
    await ask({ ...turn, state }, found.form, problem);
    return {};
  }

  async function move(turn: Turn, made: Move): Promise<Toast> {
    const action = made.kind === 'action' ? made.action : undefined;
    if (action?.kind === 'cancel') return await leave(turn);
    if (action?.kind === 'open') return await reopen(turn);
    const found = await formOf(turn);
    if ('instead' in found) return await refuse(turn, found.instead);
    const { form } = found;
    const current = { ...turn, state: fitted(turn.state, form) };
    const { state } = current;
    // Other questions than when this one was asked: an answer to it is none to what stands there now.
    if (state !== turn.state) return await reopen(turn);
    const field = form.fields[state.step];
    if (action?.kind === 'back') return await goBack(current, form);
    if (!field) return action?.kind === 'send' ? await submit(current, form) : await reopen(current);
    if (field.kind === 'choices' && (action?.kind === 'add' || action?.kind === 'drop'))
      return await toggle(current, form, field, action);
    const taken = made.kind === 'answer' ? answered(field, made.message, turn) : decided(field, made.action, current);
    return 'problem' in taken
      ? await askAgain(current, form, taken.problem)
      : await goOn(current, form, field, taken.value);
  }

  /** What can't be taken changes nothing; the question is asked again under it, or said at once to who pressed. */
  async function askAgain(turn: Turn, form: Form, problem: string): Promise<Toast> {
    if (turn.occasion.pressed) return alert(problem);
    const state = heard(turn);
    await keeper.put(turn.seat, state);
    await ask({ ...turn, state }, form, problem);
    return {};
  }

  async function goOn(turn: Turn, form: Form, field: Field, value: string): Promise<Toast> {
    const values = { ...turn.state.values, [field.name]: value };
    const next = await stepTo(turn.state.step + 1, turn, { values, isTouched: true });
    if (next.state.step >= form.fields.length) return await submit(next, form);
    await ask(next, form);
    return {};
  }

  /** Keeps where the dialogue stands now. Until its question is sent, no message can be taken for the answer. */
  async function stepTo(step: number, turn: Turn, changes: Partial<DialogueState> = {}): Promise<Turn> {
    const state = { ...heard(turn), ...changes, step };
    await keeper.put(turn.seat, { ...state, prompt: undefined });
    return { ...turn, state };
  }

  async function goBack(turn: Turn, form: Form): Promise<Toast> {
    if (turn.state.step === 0) return await askAgain(turn, form, turn.caller.t('dialogue-nothing-before'));
    await ask(await stepTo(turn.state.step - 1, turn), form);
    return {};
  }

  async function toggle(
    turn: Turn,
    form: Form,
    field: ChoiceField,
    action: Action & { kind: 'add' | 'drop' | 'choose' },
  ): Promise<Toast> {
    const choice = choiceNamed(field.choices, action.choice);
    if (!choice) return alert(turn.caller.t('dialogue-answered'));
    const before = turn.state.values[field.name] ?? '';
    const values = {
      ...turn.state.values,
      [field.name]: withChoice(field, before, choice.value, action.kind === 'add'),
    };
    const state = { ...turn.state, values, isTouched: true };
    await keeper.put(turn.seat, state);
    await voice.mark(turn.seat, prompted({ ...turn, state }, form));
    return {};
  }

  /** Hands everything over. The dialogue ends only when it was taken: a fault or a lost right leaves it to be sent again. */
  async function submit(turn: Turn, form: Form): Promise<Toast> {
    const { seat, state, caller, occasion } = turn;
    const values = Object.fromEntries(form.fields.map(({ name }) => [name, state.values[name] ?? '']));
    const submit = state.submit ?? form.submit;
    const answer = await dispatcher.submit(submit, values, caller);
    if (answer.failed) {
      await ask(turn, form, documentText(answer.document));
      return {};
    }
    await keeper.remove(seat);
    await voice.strip(seat, state);
    return await respond(answer, { ...occasion, call: answer.call ?? submit });
  }

  async function leave({ seat, state, caller: { t } }: Turn): Promise<Toast> {
    await keeper.put(seat, { ...state, isClosed: true });
    await voice.strip(seat, state);
    const again = { text: t('dialogue-reopen'), action: { kind: 'open' } as const };
    await voice.say(seat, state, t('dialogue-left'), { buttons: [again] });
    return {};
  }

  /** The form can't be had now, for want of the right or by a fault: it stays open as it is, and nothing is taken. */
  async function refuse({ seat, state, caller: { t }, occasion }: Turn, reason: string): Promise<Toast> {
    if (occasion.pressed) return alert(reason);
    const buttons = [
      { text: t('dialogue-continue'), action: { kind: 'open' } as const },
      { text: t('dialogue-cancel'), action: { kind: 'cancel' } as const },
    ];
    const text = `${reason.slice(0, longestReason)}\n\n${t('dialogue-not-taken', { title: state.title })}`;
    await voice.say(seat, state, text, { buttons });
    return {};
  }

  return { ask, move, reopen };
}

/** In characters, of a message that holds 4096. */
const longestReason = 3000;

export type Course = ReturnType<typeof createCourse>;

const prompted = ({ seat, state, user, caller }: Turn, form: Form, problem?: string): PromptParts => ({
  state,
  form,
  reader: caller,
  person: { id: user.id, name: user.first_name },
  isInGroup: seat.chatId !== seat.personId,
  problem,
});

/** Remembers the message that was dealt with, so that it is not taken twice, and asks on under it. */
function heard({ state, occasion, seat }: Turn): DialogueState {
  const { messageId } = occasion;
  if (messageId === undefined) return state;
  return { ...state, answered: messageId, replyTo: seat.chatId === seat.personId ? undefined : messageId };
}

/** The state for the form as it is now: where its fields have changed, the questions begin again with what was answered. */
function fitted(state: DialogueState, form: Form): DialogueState {
  const fields = form.fields.map(({ name }) => name);
  if (fields.join() === state.fields.join()) return state;
  const values = { ...Object.fromEntries(form.fields.map(({ name, value }) => [name, value])), ...state.values };
  return { ...state, fields, values, step: 0 };
}

/** A text in several lines is Markdown and may be formatted; joiners are ours, copied along with what we showed. */
function answered(field: Field, { text = '', entities }: Message, { caller: { t } }: Turn): Taken {
  const isMarkdown = field.kind === 'text' && field.lines === 'many';
  return takeReply(field, (isMarkdown ? typedMarkdown(text, entities) : text).replaceAll(joiner, ''), t);
}

function decided(field: Field, action: Action, { state, caller: { t } }: Turn): Taken {
  if (action.kind === 'keep') return checked(field, state.values[field.name] ?? '', t);
  if (action.kind === 'clear') return checked(field, '', t);
  if (action.kind === 'choose' && field.kind === 'choice') {
    const choice = choiceNamed(field.choices, action.choice);
    if (choice) return { value: choice.value };
  }
  return { problem: t('dialogue-answered') };
}
