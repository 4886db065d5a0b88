import type { Call } from '../../../core/answer.ts';
import type { Chat } from '../../../core/community.ts';
import type { Dialogues } from '../../../core/dialogues.ts';
import type { FormValues } from '../../../core/form.ts';

/** What follows `/start` in links to a form that waits in the private chat. */
export const continuePayload = 'continue';

/** How long a form waits for the next answer. */
export const patienceMs = 24 * 3_600_000;

/**
 * Whether a message can have this number, a signed 32-bit one (core.telegram.org/mtproto/TL: `int`). Any greater one, kept
 * as that of the latest message dealt with, would hide all that come after it.
 */
export const isMessageId = (id: number): boolean => Number.isInteger(id) && id >= 0 && id < 2 ** 31;

/** A call whose form is asked, and the group or channel that it is about where it is asked in private. */
export interface Topic {
  call: Call;
  about?: (Chat & { title: string }) | undefined;
}

/**
 * What is kept of a form under way. Its fields are not: they are asked of the call again at every step, and so is the
 * right to it. Ids of messages are Telegram's.
 */
export interface DialogueState extends Topic {
  /** Tells one dialogue from the next. */
  id: string;
  title: string;
  /** What takes the answers, as it was when the form was opened: it names the revision that they were made from. */
  submit?: Call | undefined;
  /** The community that the form belongs to. */
  community: string;
  /** The names of the fields when last asked for. */
  fields: string[];
  values: FormValues;
  /** Whether anything was answered yet. */
  isTouched: boolean;
  /** The field being asked, from 0; past the last one, everything waits to be sent. */
  step: number;
  /** The message with the open question; none while it could not be sent. */
  prompt?: { messageId: number; hasButtons: boolean } | undefined;
  /** The latest message of the person that was dealt with. */
  answered: number;
  /** Where in a group it is asked. */
  threadId?: number | undefined;
  replyTo?: number | undefined;
  /** Left, or too old; it can be opened again until it is swept away. */
  isClosed?: boolean | undefined;
  /** What the person wanted to begin while this one was open. */
  next?: Topic | undefined;
}

/** Whose dialogue, and where. */
export interface Seat {
  chatId: number;
  personId: number;
}

export interface KeptState {
  state: DialogueState;
  isExpired: boolean;
}

export interface DialogueKeeper {
  get(seat: Seat): Promise<KeptState | undefined>;
  put(seat: Seat, state: DialogueState): Promise<void>;
  remove(seat: Seat): Promise<void>;
}

export function createKeeper(dialogues: Dialogues, now: () => number): DialogueKeeper {
  const chatOf = ({ chatId }: Seat): Chat => ({ platform: 'telegram', id: String(chatId) });

  return {
    async get(seat) {
      const kept = await dialogues.get(chatOf(seat), String(seat.personId));
      return kept && { state: kept.state as DialogueState, isExpired: now() - kept.changedAt > patienceMs };
    },
    put: (seat, state) => dialogues.put({ chat: chatOf(seat), person: String(seat.personId), state, changedAt: now() }),
    remove: (seat) => dialogues.remove(chatOf(seat), String(seat.personId)),
  };
}
