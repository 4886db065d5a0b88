import { setTimeout as delay } from 'node:timers/promises';
import type { Place, Town } from './town.ts';

/** From when to when a place surely wanted updates: from being told so until asking to leave. */
export interface Stay {
  from: number;
  until: number;
}

/** Somebody who subscribes and leaves. */
export interface Joiner {
  place: Place;
  stays: Stay[];
  /** What they were told last: nothing where they asked for a change since and have heard nothing. */
  believes: 'subscribed' | 'left' | undefined;
}

export interface JoiningParts {
  town: Town;
  random(): number;
  now(): number;
  isOver(): boolean;
}

const joinersEach = 3;
/** Between two changes of mind, in simulated ms. */
const [shortestStayMs, longestStayMs] = [60_000, 420_000];
const answerWithinMs = 30_000;

const told = { subscribe: /Subscribed|subscribed already/u, unsubscribe: /No more updates|No updates are sent there/u };

/** Members who have updates sent to them in private, and change their minds. */
export function createJoining({ town, random, now, isOver }: JoiningParts) {
  const joiners: Joiner[] = [];
  const works: (() => Promise<void>)[] = [];

  async function work(joiner: Joiner, say: (command: keyof typeof told) => Promise<string>): Promise<void> {
    for (let wants = true; !isOver(); ) {
      const command = wants ? 'subscribe' : 'unsubscribe';
      const stay = joiner.stays.at(-1);
      if (!wants && stay) stay.until = Math.min(stay.until, now());
      joiner.believes = undefined;
      const answer = await say(command).catch(() => '');
      if (!told[command].test(answer)) {
        await delay(5_000);
        continue;
      }
      joiner.believes = wants ? 'subscribed' : 'left';
      if (wants) joiner.stays.push({ from: now(), until: Number.POSITIVE_INFINITY });
      wants = !wants;
      const until = now() + shortestStayMs + random() * (longestStayMs - shortestStayMs);
      while (now() < until && !isOver()) await delay(2_000);
    }
  }

  for (let i = 0; i < joinersEach; i++) {
    const who = town.discordUser(`Reader ${i}`);
    const onDiscord: Joiner = { place: town.discordPlace(who), stays: [], believes: undefined };
    const dm = town.discord.dm(who);
    works.push(() => work(onDiscord, async (command) => (await who.slash(dm, `/${command}`)).text));

    const user = town.telegramUser(`Reader ${i}`);
    const onTelegram: Joiner = { place: town.telegramPlace(user), stays: [], believes: undefined };
    const chat = town.telegram.privateChat(user);
    works.push(() =>
      work(onTelegram, async (command) => {
        const asked = chat.post(user, `/${command}`).message.message_id;
        const isNew = ({ message, byBot }: (typeof chat.state.posted)[number]) => byBot && message.message_id > asked;
        return await town.telegram.until(
          `an answer to /${command}`,
          () =>
            chat.state.posted.some(isNew)
              ? chat.botMessages.find(({ message, text }) => message.message_id > asked && told[command].test(text))
                  ?.text
              : undefined,
          answerWithinMs,
        );
      }),
    );
    joiners.push(onDiscord, onTelegram);
  }

  return {
    joiners: joiners as readonly Joiner[],
    run: async () => void (await Promise.all(works.map((one) => one()))),
  };
}
