import type { Answer, Call } from '../../core/answer.ts';
import type { Dispatcher } from '../../core/dispatch.ts';
import type { Refreshing } from '../../core/refreshing.ts';
import type { Compose } from './compose.ts';
import type { Occasion } from './occasions.ts';
import { refusalOf } from './refusals.ts';
import type { Editable, Sender } from './send.ts';

/** Keeps messages up to date that show an answer that changes by itself. */
export interface LiveMessages {
  /** The message shows this answer from now on. */
  shown(message: SaidMessage, answer: Answer, occasion: Pick<Occasion, 'caller' | 'call'>): void;
  /** Leaves a message alone that is about to show something else. */
  leave(message: SaidMessage): void;
}

/** A message as Telegram returns it, as far as it can be found again by it. */
export interface SaidMessage {
  chat: { id: number };
  message_id: number;
  ephemeral_message_id?: number;
  rich_message?: unknown;
}

export interface LiveMessageParts {
  dispatcher: Dispatcher;
  refreshing: Refreshing;
  sender: Sender;
  compose: Compose;
}

/** Ephemeral messages can't be changed without a press. */
export function createLiveMessages({ dispatcher, refreshing, sender, compose }: LiveMessageParts): LiveMessages {
  async function change(target: Editable, message: ReturnType<Compose>, isRich: boolean): Promise<boolean> {
    try {
      return await sender.edit(target, message, isRich);
    } catch (error) {
      if (refusalOf(error) !== undefined) return false;
      throw error;
    }
  }

  const keyOf = ({ chat, message_id }: SaidMessage): string => `${chat.id}:${message_id}`;

  function shown(message: SaidMessage, answer: Answer, { caller, call }: Pick<Occasion, 'caller' | 'call'>): void {
    const { chat, message_id, ephemeral_message_id, rich_message } = message;
    if (ephemeral_message_id !== undefined) return;
    const { page, ...first } = call;
    const again: Call = { ...(answer.call ?? first), ...(page !== undefined && { page }) };
    const target = { chat_id: chat.id, message_id };
    refreshing.shown(answer, {
      key: keyOf(message),
      // The caller's rights are asked of Telegram each time.
      ask: () => dispatcher.answer(again, caller),
      put: (newer) => change(target, compose(newer, caller, page), rich_message !== undefined),
    });
  }

  return { shown, leave: (message) => refreshing.leave(keyOf(message)) };
}
