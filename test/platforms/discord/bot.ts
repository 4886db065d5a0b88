import { pino } from 'pino';
import type { Person, Settings } from '../../../src/core/community.ts';
import { createDispatcher } from '../../../src/core/dispatch.ts';
import type { Reception } from '../../../src/core/reception.ts';
import type { DiscordFake } from '../../../src/loopback/discord/index.ts';
import { createDiscord, type DiscordParts } from '../../../src/platforms/discord/index.ts';
import { testReception } from '../../builders/callers.ts';
import { texts } from '../../builders/dispatcher.ts';
import { createMemos } from './memos.ts';

const own: Record<string, string> = {
  'memo-add.menu': 'Add as memo',
  'memo.description': 'Memos of the moderators',
};

/** The product's texts, and something for whatever the test's own commands are called. */
export const memoTexts: typeof texts = {
  in: (language) => (key, values) =>
    own[key] ??
    (/^(memo|box|wish|scroll|whisper|aloud)/u.test(key) ? `${key} in ${language}` : texts.in(language)(key, values)),
  has: (language, key) => /^(memo|box|wish|scroll|whisper|aloud)/u.test(key) || texts.has(language, key),
};

interface BotParts extends Partial<Omit<DiscordParts, 'reception'>> {
  settings?: Partial<Settings>;
  worksFor?: string;
  operators?: Pick<Person, 'platform' | 'id'>[];
  reception?: (usual: Reception) => Reception;
}

/** A bot with the memos, connected to the fake; `log` is what it wrote. */
export async function startBot(
  discord: DiscordFake,
  { settings = {}, worksFor, operators = [], reception, ...parts }: BotParts = {},
) {
  const memos = createMemos();
  const log: string[] = [];
  const faults: unknown[] = [];
  const dispatcher = createDispatcher({
    commands: memos.commands,
    onFault: (error) => faults.push(error),
    newIncidentId: () => 'incident-1',
  });
  const usual = testReception({ settings, operators, worksFor });
  const bot = createDiscord({
    token: discord.token,
    apiUrl: discord.apiUrl,
    dispatcher,
    reception: reception ? reception(usual) : usual,
    texts: memoTexts,
    log: pino({ level: 'warn' }, { write: (line) => log.push(line) }),
    newIncidentId: () => 'incident-2',
    onStopped: () => {},
    deferAfterMs: 50,
    deferFormsAfterMs: 100,
    ...parts,
  });
  await bot.start();
  return { bot, memos, log, faults };
}

/** Resolves once the gateway has told the bot of everything up to now: an answer to what was asked after all of it. */
export async function heardAll(discord: DiscordFake): Promise<void> {
  const last = discord.user({ username: 'last' });
  await last.slash(discord.dm(last), '/aloud');
}
