import type { TelegramMessage } from '../../protocol.ts';
import { idOf, messageOf, senderOf } from './message.ts';
import { serviceText } from './service.ts';

/** Where a message stands among its neighbours. */
export interface Standing {
  isFirst: boolean;
  isLast: boolean;
  /** The day, where a new one begins. */
  day?: string;
}

/** Two messages of the same sender stand together where no more time lies between them. */
const togetherSeconds = 600;

export function standingOf(all: readonly TelegramMessage[], index: number, language: string): Standing {
  const [before, shown, after] = [all[index - 1], all[index], all[index + 1]];
  const dayAt = (one: TelegramMessage | undefined) => one && dayOf(messageOf(one).date, language);
  const day = dayAt(shown);
  const isWith = (other: TelegramMessage | undefined) => {
    if (!other || !shown || dayAt(other) !== day) return false;
    const [one, two] = [messageOf(shown), messageOf(other)];
    const isNear = Math.abs(one.date - two.date) < togetherSeconds;
    return senderOf(one)?.id === senderOf(two)?.id && isNear && serviceText(two) === undefined;
  };
  return {
    isFirst: !isWith(before),
    isLast: !isWith(after),
    ...(day !== undefined && dayAt(before) !== day && { day }),
  };
}

/** The message that waits for this person's reply: the last thing that was said by them or asked of them. */
export function askingOf(all: readonly TelegramMessage[]): TelegramMessage | undefined {
  const isAsked = (one: TelegramMessage) => {
    const { reply_to_message: answered } = messageOf(one);
    const isTheirs = (other: TelegramMessage) => other.mine && idOf(other) === answered?.message_id;
    return one.asksReply !== undefined && (one.ephemeral || !answered || all.some(isTheirs));
  };
  const last = all.findLast((one) => one.mine || isAsked(one));
  return last && !last.mine ? last : undefined;
}

const dayOf = (seconds: number, language: string): string =>
  new Date(seconds * 1000).toLocaleDateString(language, { day: 'numeric', month: 'long' });
