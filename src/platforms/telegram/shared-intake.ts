import type { Update } from 'grammy/types';
import type { Logger } from 'pino';
import type { Intake } from './intake.ts';

/** Where updates wait for their turn when several processes receive them. Any call may fail, as the database may be away. */
export interface SharedInbox {
  /** False for one that is there, or was. */
  put(update: { id: number; chat: string; body: string }): Promise<boolean>;
  /** The oldest of a chat, or of every chat, that is in nobody's hands; none of a chat of which one is. */
  take(ask: { chat?: string; most: number }): Promise<{ id: number; chat: string; body: string }[]>;
  /** What is in hand stays so for another while. */
  renew(ids: readonly number[]): Promise<void>;
  done(id: number): Promise<void>;
  /** Forgets what was dealt with long enough ago not to be brought again. */
  sweep(): Promise<void>;
}

export interface SharedIntakeParts {
  inbox: SharedInbox;
  /** Takes what can't be written down: then it is answered here and at once. */
  alone: Intake;
  /** Deals with its own errors. */
  handle: (update: Update) => Promise<void>;
  log: Logger;
  delay: (ms: number, signal: AbortSignal) => Promise<void>;
  signal: AbortSignal;
}

/** How often it is looked for what others have left behind, and what is in hand is kept. */
const roundMs = 5000;
const mostLeftBehind = 20;
/** Ten minutes. */
const roundsBetweenSweeps = 120;

/** Takes updates that wait where every process finds them: each is answered once, and in order within its chat. */
export function createSharedIntake(parts: SharedIntakeParts): Intake & { start(): void } {
  const { inbox, alone, handle, log, delay, signal } = parts;
  const inHand = new Set<number>();
  /** Answered, and not yet written down as such. */
  const answered = new Set<number>();
  const underWay = new Set<Promise<void>>();
  let isFailing = false;

  function failed(error: unknown): void {
    if (!isFailing)
      log.error({ err: error }, 'Updates from Telegram cannot be shared just now; they are answered here');
    isFailing = true;
  }

  /** Resolves when the update is safe; what becomes of it is nobody's to wait for. */
  async function take(update: Update): Promise<void> {
    const chat = chatOf(update);
    try {
      if (await inbox.put({ id: update.update_id, chat, body: JSON.stringify(update) })) track(work(chat));
      isFailing = false;
    } catch (error) {
      failed(error);
      track(alone.take(update));
    }
  }

  /** Answers what waits in a chat until nothing does, or another process has it in hand. */
  async function work(chat: string, first?: { id: number; body: string }): Promise<void> {
    try {
      let next = first ?? (await inbox.take({ chat, most: 1 }))[0];
      while (next) {
        await answer(next);
        // What is left is for the others, or for when this one starts again.
        if (signal.aborted) return;
        [next] = await inbox.take({ chat, most: 1 });
      }
    } catch (error) {
      // It stays where it is, and is found again.
      failed(error);
    }
  }

  async function answer({ id, body }: { id: number; body: string }): Promise<void> {
    inHand.add(id);
    try {
      if (!answered.has(id)) await handle(JSON.parse(body) as Update);
      answered.add(id);
      await inbox.done(id);
      answered.delete(id);
    } finally {
      inHand.delete(id);
    }
  }

  function track(work: Promise<void>): void {
    underWay.add(work);
    void work.finally(() => underWay.delete(work));
  }

  async function round(): Promise<void> {
    try {
      await inbox.renew([...inHand]);
      for (const id of [...answered].filter((one) => !inHand.has(one))) {
        await inbox.done(id);
        answered.delete(id);
      }
      for (const left of await inbox.take({ most: mostLeftBehind })) track(work(left.chat, left));
      isFailing = false;
    } catch (error) {
      failed(error);
    }
  }

  async function goOn(): Promise<void> {
    for (let rounds = 0; !signal.aborted; rounds++) {
      await round();
      if (rounds % roundsBetweenSweeps === 0) await inbox.sweep().catch(failed);
      await delay(roundMs, signal).catch(() => undefined);
    }
  }

  return {
    start: () => track(goOn()),
    take,
    async idle() {
      await alone.idle();
      while (underWay.size > 0) await Promise.allSettled(underWay);
    },
  };
}

/** What updates are in order within: a chat, or a person outside of chats. */
function chatOf(update: Update): string {
  const { callback_query: press, inline_query: asked } = update;
  const message = update.message ?? update.channel_post ?? press?.message;
  const chat = message?.chat ?? update.my_chat_member?.chat ?? update.chat_member?.chat;
  if (chat) return `${chat.id}`;
  return `person ${press?.from.id ?? asked?.from.id ?? 'nobody'}`;
}
