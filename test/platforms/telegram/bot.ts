import { pino } from 'pino';
import { onTestFinished } from 'vitest';
import type { OperatorError } from '../../../src/core/errors.ts';
import type { Entry, EntryText, Records } from '../../../src/core/knowledge.ts';
import { createTelegramFake, type TelegramOptions } from '../../../src/loopback/telegram/index.ts';
import { createTelegram, type TelegramParts } from '../../../src/platforms/telegram/index.ts';
import { testReception } from '../../builders/callers.ts';
import { testDispatcher, texts } from '../../builders/dispatcher.ts';
import { smallCatalogue, smallKnowledge } from '../../builders/knowledge.ts';
import { withoutStore } from './store.ts';

export interface BotOptions {
  server?: TelegramOptions;
  parts?: Partial<TelegramParts>;
}

/** The small knowledge with so many entries that listing them takes three pages. */
function manyEntries(): Records {
  const records = smallKnowledge();
  const first = records.entries[0] as Entry;
  const more = Array.from({ length: 20 }, (_, i): Entry => {
    const en = first.text.en as EntryText;
    return { ...first, id: `more-${i + 1}`, text: { en: { ...en, question: `Filler number ${i + 1}?`, aliases: [] } } };
  });
  return { ...records, entries: [...records.entries, ...more] };
}

/** The bot, not yet started, with the Telegram that it talks to; everything ends with the test. */
export async function createBot({ server = {}, parts = {} }: BotOptions = {}) {
  const telegram = await createTelegramFake(server);
  const catalogue = smallCatalogue(manyEntries());
  const { dispatcher } = testDispatcher({ catalogue });
  const logged: { level: number; msg: string; incident?: string; err?: { stack: string } }[] = [];
  const stopped: OperatorError[] = [];
  let incidents = 0;

  const makeBot = () =>
    createTelegram({
      token: telegram.token,
      apiRoot: telegram.apiRoot,
      dispatcher,
      reception: testReception({ catalogue }),
      ...withoutStore(),
      texts,
      log: pino({ level: 'debug' }, { write: (line: string) => void logged.push(JSON.parse(line)) }),
      nearest: (question, language) => {
        const { answer, alternatives } = catalogue.finder.find(question, language, 10);
        return [answer, ...alternatives].flatMap((hit) => hit?.id ?? []);
      },
      newIncidentId: () => `incident-${++incidents}`,
      onStopped: (reason) => stopped.push(reason),
      delaysMs: [5, 10, 20],
      ...parts,
    });
  const bot = makeBot();
  onTestFinished(async () => {
    await bot.stop();
    await telegram.close();
  });
  /** What the operator is told: messages of level info and above. */
  const told = () => logged.filter(({ level }) => level >= 30).map(({ msg }) => msg);
  return { bot, makeBot, telegram, logged, told, stopped };
}

/** The bot, running, in a chat with people. */
export async function startBot(options: BotOptions = {}) {
  const started = await createBot(options);
  await started.bot.start();
  const { telegram } = started;
  const ann = telegram.user({ first_name: 'Ann', language_code: 'en' });
  const bohdana = telegram.user({ first_name: 'Bohdana', language_code: 'uk' });
  return { ...started, ann, bohdana, group: telegram.supergroup({ title: 'Talks', members: [ann, bohdana] }) };
}
