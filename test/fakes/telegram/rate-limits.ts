import { tooManyRequests } from './api-error.ts';
import type { ChatState } from './chat-state.ts';

const secondMs = 1000;
const minuteMs = 60_000;

/** Telegram's pace for messages: 30 a second in all, 1 a second to a person, 20 a minute to a group (core.telegram.org/bots/faq). */
export const pace = { overallPerSecond: 30, privatePerSecond: 1, groupPerMinute: 20 } as const;

/** Refuses a message sent too soon with 429 and the whole seconds to wait; a refused one is not counted. */
export function createRateLimits(now: () => number): (state: ChatState) => void {
  const overall: number[] = [];
  const perChat = new Map<number, number[]>();

  return (state) => {
    const at = now();
    const inChat = perChat.get(state.chat.id) ?? [];
    perChat.set(state.chat.id, inChat);
    const isPrivate = state.chat.type === 'private';
    const waitMs = Math.max(
      waitFor(overall, at, secondMs, pace.overallPerSecond),
      isPrivate
        ? waitFor(inChat, at, secondMs, pace.privatePerSecond)
        : waitFor(inChat, at, minuteMs, pace.groupPerMinute),
    );
    if (waitMs > 0) throw tooManyRequests(Math.max(1, Math.ceil(waitMs / 1000)));
    overall.push(at);
    inChat.push(at);
  };
}

function waitFor(sent: number[], at: number, windowMs: number, most: number): number {
  while (sent[0] !== undefined && sent[0] <= at - windowMs) sent.shift();
  return sent.length < most ? 0 : (sent[sent.length - most] as number) + windowMs - at;
}
