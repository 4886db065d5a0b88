import { tooManyRequests } from './api-error.ts';
import type { ChatState } from './chat-state.ts';

const secondMs = 1000;
const minuteMs = 60_000;

/** How many messages a bot may send. */
export interface Pace {
  /** To everybody, edits of texts included. */
  overallPerSecond: number;
  privatePerSecond: number;
  /** To a group or channel. */
  groupPerMinute: number;
  /** The same; Telegram advises 1, but lets short bursts pass. */
  groupPerSecond: number;
}

/** Telegram's own pace (core.telegram.org/bots/faq#my-bot-is-hitting-limits-how-do-i-avoid-this). */
const usual: Pace = {
  overallPerSecond: 30,
  privatePerSecond: 1,
  groupPerMinute: 20,
  groupPerSecond: Number.POSITIVE_INFINITY,
};

export interface RateLimits {
  /** Refuses a message sent too soon with 429 and the whole seconds to wait; a refused one is not counted. */
  send(state: ChatState): void;
  /** The same for an edit, which counts in all but not in its chat. */
  edit(): void;
}

export const unlimited: RateLimits = { send() {}, edit() {} };

/** Limits in sliding windows; a refused message or edit is not counted. */
export function createRateLimits(now: () => number, pace: Partial<Pace> = {}): RateLimits {
  const { overallPerSecond, privatePerSecond, groupPerMinute, groupPerSecond } = { ...usual, ...pace };
  const overall: number[] = [];
  const perChat = new Map<number, number[]>();

  function refuseWithin(waitMs: number): void {
    if (waitMs > 0) throw tooManyRequests(Math.max(1, Math.ceil(waitMs / 1000)));
  }

  return {
    send({ chat: { id, type } }) {
      const at = now();
      const inChat = perChat.get(id) ?? [];
      perChat.set(id, inChat);
      const waitsMs =
        type === 'private'
          ? [waitFor(inChat, at, secondMs, privatePerSecond)]
          : [waitFor(inChat, at, minuteMs, groupPerMinute), waitFor(inChat, at, secondMs, groupPerSecond)];
      refuseWithin(Math.max(waitFor(overall, at, secondMs, overallPerSecond), ...waitsMs));
      overall.push(at);
      inChat.push(at);
      forget(overall, at - secondMs);
      forget(inChat, at - minuteMs);
    },
    edit() {
      const at = now();
      refuseWithin(waitFor(overall, at, secondMs, overallPerSecond));
      overall.push(at);
      forget(overall, at - secondMs);
    },
  };
}

/** How long until fewer than `most` lie within the window. */
function waitFor(sent: number[], at: number, windowMs: number, most: number): number {
  const earliest = sent[sent.length - most];
  return earliest === undefined || earliest <= at - windowMs ? 0 : earliest + windowMs - at;
}

function forget(sent: number[], until: number): void {
  while (sent[0] !== undefined && sent[0] <= until) sent.shift();
}
