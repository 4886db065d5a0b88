import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import type { Town } from './town.ts';
import { patienceMs } from './town.ts';
import type { Trouble, Troubles } from './troubles.ts';

/** Something to ask, and what the answer has to hold. */
export interface Question {
  command: string;
  args: Record<string, string>;
  expected: string;
}

/** What came of the questions of one platform. */
export interface Asked {
  asked: number;
  answered: number;
  /** Those that fell into a trouble that explains it, by its kind. */
  excused: Record<string, number>;
  /** Of these, each. */
  excuses: string[];
  faults: string[];
}

export interface AskingParts {
  town: Town;
  troubles: Troubles;
  /** Whether this answer was lost on its way, between these moments. */
  wasStruck(platform: 'discord' | 'telegram', chat: string | undefined, from: number): boolean;
  random(): number;
  now(): number;
  isOver(): boolean;
}

const askersEach = 6;
/** Between an answer and the next question: a member may ask 20 times a minute. */
const [shortestThoughtMs, longestThoughtMs] = [3_500, 9_000];
/** A connection is not back for everybody the moment that it is back. */
const aftermathMs = 20_000;
/** Discord tells people after so long that there is no answer. */
const discordDeadlineMs = 3_000;

const apology = /Something went wrong/u;

/** Members who ask all the time, each in a chat of their own; `run` resolves when the last ones have their answers. */
export function createAsking(parts: AskingParts) {
  const { town, troubles, random, now, isOver, wasStruck } = parts;
  const questions = questionsIn(join(import.meta.dirname, '../../../content/faq'));
  const counts = { discord: newCount(), telegram: newCount() };

  async function member(platform: 'discord' | 'telegram', number: number): Promise<void> {
    const ask = platform === 'discord' ? onDiscord(number) : onTelegram(number);
    const count = counts[platform];
    for (let i = number * 7; !isOver(); i++) {
      await delay(shortestThoughtMs + random() * (longestThoughtMs - shortestThoughtMs));
      if (platform === 'discord' && !town.discord.gateway.connected()) continue;
      if (isOver()) return;
      const question = questions[i % questions.length] as Question;
      const from = now();
      count.asked++;
      const { problem, chat } = await ask(question);
      if (problem === undefined) count.answered++;
      else note(platform, chat, from, `/${question.command} ${Object.values(question.args).join(' ')}: ${problem}`);
    }
  }

  /** Where there is an excuse, it is counted; where there is none, it is a fault. */
  function note(platform: 'discord' | 'telegram', chat: string | undefined, from: number, problem: string): void {
    const count = counts[platform];
    const excuse = excuseFor(platform, chat, from, problem);
    const words = `${platform}: ${new Date(from).toISOString()} ${problem}`;
    if (excuse === undefined) {
      count.faults.push(words);
      return;
    }
    count.excused[excuse] = (count.excused[excuse] ?? 0) + 1;
    count.excuses.push(`${words} (${excuse})`);
  }

  function excuseFor(
    platform: 'discord' | 'telegram',
    chat: string | undefined,
    from: number,
    problem: string,
  ): string | undefined {
    if (apology.test(problem))
      return troubles.within(from - aftermathMs, now(), ['database']) && 'an apology while the database was away';
    if (wasStruck(platform, chat, from)) return 'answer lost';
    const until = platform === 'discord' ? from + discordDeadlineMs : now();
    const before = platform === 'discord' ? aftermathMs : 0;
    const places: Trouble['where'][] = ['process', ...(platform === 'discord' ? (['gateway'] as const) : [])];
    return troubles.within(from - before, until, places)?.kind;
  }

  function onDiscord(number: number) {
    const who = town.discordUser(`Asker ${number}`);
    return async ({ command, args, expected }: Question) => {
      try {
        const { text } = await who.slash(town.chatter, `/${command}`, args);
        return { chat: undefined, problem: text.includes(expected) ? undefined : `“${text.slice(0, 200)}”` };
      } catch (error) {
        return { chat: undefined, problem: firstLine(error) };
      }
    };
  }

  function onTelegram(number: number) {
    const who = town.telegramUser(`Asker ${number}`);
    const chat = town.telegram.privateChat(who);
    return async ({ command, args, expected }: Question) => {
      const asked = chat.post(who, [`/${command}`, ...Object.values(args)].join(' ')).message.message_id;
      // An answer that comes late, or twice because of a kill, is none to the next question.
      const isNew = (one: { message: { message_id: number } }) => one.message.message_id > asked;
      const said = () => chat.botMessages.filter(isNew).map(({ text }) => text);
      let heard = 0;
      const answer = () => {
        const count = chat.state.posted.filter((one) => one.byBot && isNew(one)).length;
        if (count === heard) return undefined;
        heard = count;
        return said().find((text) => text.includes(expected) || apology.test(text));
      };
      try {
        const text = await town.telegram.until(`an answer to /${command}`, answer, patienceMs);
        return { chat: String(chat.id), problem: apology.test(text) ? `“${text}”` : undefined };
      } catch (error) {
        return { chat: String(chat.id), problem: firstLine(error) };
      }
    };
  }

  return {
    counts,
    commands: () => counts.discord.answered + counts.telegram.answered,
    run: async () => {
      const numbers = Array.from({ length: askersEach }, (_, i) => i);
      await Promise.all(numbers.flatMap((i) => [member('discord', i), member('telegram', i)]));
    },
  };
}

const newCount = (): Asked => ({ asked: 0, answered: 0, excused: {}, excuses: [], faults: [] });

const firstLine = (error: unknown): string =>
  String(error instanceof Error ? error.message : error).split('\n')[0] ?? '';

function questionsIn(folder: string): Question[] {
  const entries = readdirSync(folder).filter((name) => /^[^.]+\.md$/u.test(name));
  const asked = entries.flatMap((name): Question[] => {
    const question = /^question: (.*)$/mu.exec(readFileSync(join(folder, name), 'utf8'))?.[1]?.replace(/^"|"$/gu, '');
    return question ? [{ command: 'faq', args: { question }, expected: question }] : [];
  });
  const others: Question[] = [
    { command: 'position', args: { party: 'russia', topic: 'territory' }, expected: 'Russia' },
    { command: 'help', args: {}, expected: 'Parley' },
    { command: 'topics', args: {}, expected: 'Territory' },
    { command: 'latest', args: {}, expected: '' },
  ];
  return asked.flatMap((one, i) => (i % 4 === 3 ? [one, others[(i >> 2) % others.length] as Question] : [one]));
}
