import type { Transformer } from 'grammy';
import { unwatched, type Watch } from '../../core/watch.ts';

export interface TrafficParts {
  /** Told of what goes without `beforeSend`, with its chat; that of an inline message is not known. */
  onSent?: ((chat: string | undefined) => void) | undefined;
  /** Resolves when a message may be sent to the chat. */
  beforeSend?: ((chat: string) => Promise<void>) | undefined;
  watch?: Watch | undefined;
}

/** Reports what counts toward the bot's limits, and lets what is sent wait for its turn: each attempt of it. */
export function reportTraffic({ onSent, beforeSend, watch = unwatched }: TrafficParts): Transformer {
  return async (prev, method, payload, signal) => {
    const isSend = /^send(?!ChatAction$)/u.test(method);
    if (isSend || /^editMessage/u.test(method)) {
      const { chat_id: id } = payload as { chat_id?: number | string };
      const chat = id === undefined ? undefined : String(id);
      if (isSend && chat !== undefined && beforeSend) await beforeSend(chat);
      else onSent?.(chat);
    }
    const answer = await watch.request('telegram', () => prev(method, payload, signal));
    const waitSeconds = answer.ok ? undefined : answer.parameters?.retry_after;
    if (waitSeconds !== undefined) watch.limited('telegram', waitSeconds * 1000);
    return answer;
  };
}
