import type { TelegramMessage } from '../../protocol.ts';
import { excerptOf } from './excerpt.ts';
import { idOf, keyOf, messageOf, nameOf, senderOf } from './message.ts';
import { askingOf } from './standing.ts';
import type { ClientWords } from './words.ts';

/** The message that is replied to, and what the field shows while it is empty. */
export interface Reply {
  id: number;
  name: string;
  text: string;
  placeholder?: string;
}

/** Which message the next one replies to; `changed` asks for a new rendering. */
export function createReplying(changed: () => void) {
  let reply: Reply | undefined;
  /** The last message that asked for a reply; it asks once. */
  let asked = '';

  function set(next: Reply | undefined): void {
    reply = next;
    changed();
  }

  function to(shown: TelegramMessage, words: ClientWords): void {
    const message = messageOf(shown);
    set({
      id: idOf(shown),
      name: shown.mine ? words.you : nameOf(senderOf(message)),
      text: excerptOf(message, words),
      ...(shown.asksReply && { placeholder: shown.asksReply }),
    });
  }

  return {
    get reply() {
      return reply;
    },
    to,
    /** Replies to the one of these messages that asks for it now. */
    heed(messages: readonly TelegramMessage[], words: ClientWords): void {
      const asking = askingOf(messages);
      if (!asking || keyOf(asking) === asked) return;
      asked = keyOf(asking);
      to(asking, words);
    },
    drop: () => set(undefined),
    /** Another chat is open. */
    restart(): void {
      asked = '';
      set(undefined);
    },
  };
}
