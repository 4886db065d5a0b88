import { DiscordAPIError } from 'discord.js';
import type { Answer, Call } from '../../core/answer.ts';
import type { Caller } from '../../core/command.ts';
import type { Dispatcher } from '../../core/dispatch.ts';
import type { Reception } from '../../core/reception.ts';
import type { Refreshing } from '../../core/refreshing.ts';
import type { Answerable } from './answering.ts';
import { withoutRequest } from './faults.ts';
import { messageBody, withFormButton } from './message.ts';
import { laterOriginOf } from './origin.ts';
import type { Rights } from './rights.ts';

/** A message with which an interaction was answered. */
export interface Said {
  id: string;
  /** How the interaction's token reaches it; the first one only by a name of its own where it is ephemeral. */
  name: string;
}

export interface LiveMessageParts {
  dispatcher: Dispatcher;
  reception: Reception;
  rights: Rights;
  refreshing: Refreshing;
}

/** Keeps messages up to date, with the interaction that they answer, as long as its token lives. */
export function createLiveMessages({ dispatcher, reception, rights, refreshing }: LiveMessageParts) {
  /** The message shows this answer to a call from now on. */
  return (interaction: Answerable, { page, ...call }: Call, answer: Answer, said: Said, { t }: Caller): void => {
    const again: Call = { ...(answer.call ?? call), ...(page !== undefined && { page }) };
    const body = (newer: Answer) =>
      messageBody(withFormButton(newer, again, dispatcher.commands, t), page ?? 1, dispatcher.commands, t);
    refreshing.shown(answer, {
      key: said.id,
      ask: async () => dispatcher.answer(again, await reception(laterOriginOf(interaction, rights))),
      put: (newer) => change(interaction, said, body(newer)),
    });
  };
}

async function change(interaction: Answerable, { name }: Said, body: ReturnType<typeof messageBody>): Promise<boolean> {
  try {
    await interaction.editReply({ ...body, message: name, attachments: [] });
    return true;
  } catch (error) {
    if (error instanceof DiscordAPIError && error.status < 500) return false;
    throw withoutRequest(error);
  }
}
