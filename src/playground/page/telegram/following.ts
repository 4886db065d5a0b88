import type { TelegramMessage } from '../../protocol.ts';
import { keyOf } from './message.ts';

const nearEndPx = 40;
const roomAbovePx = 8;

export interface Following {
  /** Looks after the messages that stand in this log now. */
  follow(log: HTMLElement, messages: readonly TelegramMessage[]): void;
  /** The person has scrolled. */
  scrolled(log: HTMLElement): void;
  /** The person has said or pressed something, and wants to see what comes of it. */
  expectAnswer(): void;
  /** Another chat is open. */
  restart(): void;
  stop(): void;
}

/**
 * Keeps the newest in sight for whoever is at the end or waits for an answer; of an answer taller than the window, its
 * beginning.
 */
export function createFollowing(): Following {
  let log: HTMLElement | undefined;
  let isAtEnd = true;
  let expectsAnswer = false;
  let known: ReadonlySet<string> = new Set();
  /** What opens below, such as a reply, or a picture that has loaded, does not push the newest out of sight. */
  const resizing = new ResizeObserver(() => {
    if (log && isAtEnd) log.scrollTop = log.scrollHeight;
  });

  return {
    follow(current, messages) {
      if (log !== current) {
        resizing.disconnect();
        log = current;
        for (const part of [log, ...log.children]) resizing.observe(part);
      }
      const fresh = messages.filter((one) => !known.has(keyOf(one)));
      const isFirstSight = known.size === 0;
      known = new Set(messages.map(keyOf));
      if (!isAtEnd && !(expectsAnswer && fresh.length > 0)) return;
      log.scrollTop = log.scrollHeight;
      const answer = fresh.find(({ mine }) => !mine);
      if (!answer || isFirstSight) return;
      expectsAnswer = false;
      const element = log.querySelector<HTMLElement>(`#${keyOf(answer)}`);
      if (element) log.scrollTop = Math.min(log.scrollTop, element.offsetTop - roomAbovePx);
      this.scrolled(log);
    },
    scrolled({ scrollTop, clientHeight, scrollHeight }) {
      isAtEnd = scrollTop + clientHeight >= scrollHeight - nearEndPx;
    },
    expectAnswer() {
      expectsAnswer = true;
    },
    restart() {
      isAtEnd = true;
      expectsAnswer = false;
      known = new Set();
    },
    stop() {
      resizing.disconnect();
      log = undefined;
    },
  };
}
