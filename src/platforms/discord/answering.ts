import {
  type ChatInputCommandInteraction,
  type InteractionReplyOptions,
  type MessageComponentInteraction,
  type MessageContextMenuCommandInteraction,
  MessageFlags,
  type ModalMessageModalSubmitInteraction,
  type ModalSubmitInteraction,
} from 'discord.js';
import type { Answer, Call } from '../../core/answer.ts';
import type { Caller } from '../../core/command.ts';
import type { Dispatcher } from '../../core/dispatch.ts';
import type { Reception } from '../../core/reception.ts';
import { isLive, type Refreshing } from '../../core/refreshing.ts';
import { type Outcome, outcomeOf } from '../../core/watch.ts';
import { createLiveMessages, type Said } from './live-messages.ts';
import { messageBody, withFormButton } from './message.ts';
import { modalOf } from './modal.ts';
import { originOf } from './origin.ts';
import type { Rights } from './rights.ts';

export type Answerable =
  | ChatInputCommandInteraction
  | MessageContextMenuCommandInteraction
  | MessageComponentInteraction
  | ModalSubmitInteraction;

/** One interaction and what is to be done about it. */
export interface Question {
  interaction: Answerable;
  call: Call;
  /** Carries the call out. */
  act(caller: Caller): Promise<Answer>;
  /** Whether only the asker sees the answer, whatever it is. */
  alone: boolean;
  /** Where it was asked on a message that may take the answer itself: that interaction. */
  on?: MessageComponentInteraction | ModalMessageModalSubmitInteraction | undefined;
}

export interface AnsweringParts {
  dispatcher: Dispatcher;
  reception: Reception;
  rights: Rights;
  /** Keeps answers up to date that change by themselves. */
  refreshing: Refreshing;
  /** After this long without an answer the interaction is deferred; Discord gives 3000 ms. */
  deferAfterMs: number;
  /** The same for commands with a form, which can't open any more once deferred. */
  deferFormsAfterMs: number;
}

/** How an interaction names the message that answers it first. */
const original = '@original';

/** What Discord was told before there was an answer. */
type Deferral = 'none' | 'shared' | 'alone' | 'on message';

/** Answers an interaction: with a message, in the message it was asked on, or with a form. */
export function createAnswering(parts: AnsweringParts) {
  const { dispatcher, reception, rights, refreshing, deferAfterMs, deferFormsAfterMs } = parts;
  const keepLive = createLiveMessages(parts);

  async function answer(question: Question): Promise<Outcome> {
    const { interaction, call } = question;
    const command = dispatcher.commands.find(({ name }) => name === call.command);
    const alone = question.alone || command?.audience === 'moderators';
    let caller: Caller | undefined;
    const working = (async () => {
      caller = await reception(originOf(interaction, rights));
      return question.act(caller);
    })();
    const inTime = await settlesWithin(working, command?.submit ? deferFormsAfterMs : deferAfterMs);
    const deferral = inTime ? 'none' : await defer(question, alone || (caller !== undefined && keepsPrivate(caller)));
    const found = await working;
    if (caller) await show({ ...question, alone: alone || keepsPrivate(caller) }, found, caller, deferral);
    return outcomeOf(found);
  }

  async function defer({ interaction, on }: Question, alone: boolean): Promise<Deferral> {
    if (on) {
      await on.deferUpdate();
      return 'on message';
    }
    await interaction.deferReply(alone ? { flags: MessageFlags.Ephemeral } : {});
    return alone ? 'alone' : 'shared';
  }

  async function show(question: Question, found: Answer, caller: Caller, deferral: Deferral): Promise<void> {
    const { interaction, call } = question;
    if (found.form && deferral === 'none' && !interaction.isModalSubmit()) {
      await interaction.showModal(modalOf(found.form, dispatcher.commands, caller.language));
      return;
    }
    const said = await say(question, withFormButton(found, call, dispatcher.commands, caller.t), caller, deferral);
    if (said) keepLive(interaction, call, found, said, caller);
  }

  /** The message that says it, unless nobody needs to know which one that is. */
  async function say(
    question: Question,
    answer: Answer,
    caller: Caller,
    deferral: Deferral,
  ): Promise<Said | undefined> {
    const { interaction, call, on } = question;
    const body = messageBody(answer, call.page ?? 1, dispatcher.commands, caller.t);
    const forAsker = answer.private || answer.confidential;
    const reply: InteractionReplyOptions =
      question.alone || forAsker ? { ...body, flags: body.flags | MessageFlags.Ephemeral } : body;
    if (on && takes(on, answer, question.alone)) {
      refreshing.leave(on.message.id);
      const whole = { ...body, attachments: [] };
      await (deferral === 'none' ? on.update(whole) : on.editReply(whole));
      return { id: on.message.id, name: original };
    }
    if (deferral === 'none' && !isLive(answer)) {
      await interaction.reply(reply);
      return undefined;
    }
    if (deferral === 'none') {
      const id = (await interaction.reply({ ...reply, withResponse: true })).resource?.message?.id;
      return id === undefined ? undefined : { id, name: original };
    }
    if (deferral === 'alone' || (deferral === 'shared' && !forAsker)) {
      const { id } = await interaction.editReply(body);
      return { id, name: original };
    }
    if (deferral === 'shared') await interaction.deleteReply();
    const { id } = await interaction.followUp(reply);
    return { id, name: id };
  }

  return answer;
}

/** An ephemeral message takes every answer but a mere remark, which would wipe out what the person works on. */
function takes({ message }: NonNullable<Question['on']>, answer: Answer, alone: boolean): boolean {
  if (!message.flags.has(MessageFlags.Ephemeral)) return !alone && !answer.private && !answer.confidential;
  const isRemark = answer.private && !answer.confidential && !answer.call && !answer.buttons?.length;
  return !isRemark;
}

const keepsPrivate = ({ place, community }: Caller): boolean =>
  place === 'shared' && community.settings.answers === 'private';

/** Whether it settles in that time; rejects if it does. */
async function settlesWithin(working: Promise<unknown>, limitMs: number): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<boolean>((resolve) => {
    timer = setTimeout(resolve, limitMs, false);
  });
  try {
    return await Promise.race([working.then(() => true), late]);
  } finally {
    clearTimeout(timer);
  }
}
