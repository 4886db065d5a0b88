import { join } from 'node:path';
import { type Logger, pino } from 'pino';
import type { Config } from './config.ts';
import { databaseClocks, examineClock, webClock } from './doctor/clocks.ts';
import { examineConfiguration } from './doctor/configuration.ts';
import { examineContent } from './doctor/content.ts';
import { examineDatabase } from './doctor/database.ts';
import { examineOutbox } from './doctor/deliveries.ts';
import type { Check, Finding } from './doctor/finding.ts';
import { type Access, accessTo } from './doctor/kept.ts';
import { examineDisk, examineVersions, type Versions } from './doctor/machine.ts';
import { examinePlaces, type PlacesParts } from './doctor/places.ts';
import { examinePort } from './doctor/port.ts';
import { runChecks } from './doctor/run.ts';
import { examineDamage } from './doctor/sqlite.ts';
import { examineSubscriptions } from './doctor/subscriptions.ts';
import { loadTexts } from './locales/index.ts';
import { contentMeasurers } from './measurers.ts';
import { createParley } from './parley.ts';
import { checkFolder, openLibrary } from './served-content.ts';
import type { StoreOptions } from './store/open.ts';

export interface ExaminingParts {
  config: Config;
  /** What is wrong with the variables that `config` goes without. */
  configProblems: readonly string[];
  secrets: readonly string[];
  /** The folder that holds src/locales/. */
  root: string;
  contentFolder: string;
  database: StoreOptions;
  versions: Versions;
  /** Milliseconds since the epoch. */
  now: () => number;
  /** For each check that asks somebody; 30 s unless told. */
  limitMs?: number;
}

/** Looks at everything that Parley needs, and changes none of it. */
export async function examine(parts: ExaminingParts): Promise<Finding[]> {
  const access = accessTo(parts.database);
  try {
    const found = await runChecks(checksOf(parts, access), parts.secrets);
    // SQLite keeps the process from everything else while it reads the file through.
    const damage: Check = { name: 'database-damage', limitMs: 60_000, examine: () => examineDamage(access) };
    return inOrder([...found, ...(await runChecks([damage], parts.secrets))]);
  } finally {
    await access.close();
  }
}

function checksOf(parts: ExaminingParts, access: Access): Check[] {
  const { config, root, now, versions, database, limitMs = 30_000 } = parts;
  const { discord, telegram, http, playground } = config;
  const say = loadTexts(join(root, 'src/locales')).in('en');
  const configured = {
    problems: parts.configProblems,
    discord: discord !== undefined,
    telegram: telegram !== undefined,
    ownBotApi: telegram?.apiRoot !== undefined,
    webhookUrl: telegram?.webhook?.url,
    http,
    playground,
  };
  const check = (name: string, carryOut: Check['examine']): Check => ({ name, limitMs, examine: carryOut });
  const onPlaces = (platform: PlacesParts['platform'], inspector: PlacesParts['inspector']) =>
    check(`${platform}-places`, (signal) =>
      examinePlaces({ platform, access, say, inspector, withinMs: 0.8 * limitMs }, signal),
    );
  return [
    check('version', async () => examineVersions(versions)),
    check('configuration', async () => examineConfiguration(configured)),
    check('port', (signal) => examinePort(http, signal)),
    check('clock', async (signal) => {
      const clocks = [...webClocks(config, versions.own), ...(await databaseClocks(access))];
      return await examineClock(clocks, now, signal);
    }),
    check('disk', () => examineDisk('file' in database ? join(database.file, '..') : undefined)),
    check('content', async () =>
      examineContent(await checkFolder(parts.contentFolder, dayOf(now()), await contentMeasurers())),
    ),
    check('database', () => examineDatabase(access)),
    check('outbox', () => examineOutbox(access, now())),
    check('subscriptions', () => examineSubscriptions(access, say)),
    ...(discord
      ? [
          check('discord', async (signal) => {
            const { examineDiscord } = await import('./doctor/discord.ts');
            return await examineDiscord(discord, () => discordCommands(parts), signal);
          }),
          onPlaces('discord', async (signal) =>
            (await import('./doctor/discord.ts')).discordInspector(discord, signal),
          ),
        ]
      : []),
    ...(telegram
      ? [
          check('telegram', async (signal) => {
            const { examineTelegram } = await import('./doctor/telegram.ts');
            return await examineTelegram(telegram, telegram.webhook?.url, now(), signal);
          }),
          onPlaces('telegram', async (signal) =>
            (await import('./doctor/telegram.ts')).telegramInspector(telegram, signal),
          ),
        ]
      : []),
  ];
}

/** Those of the platforms that are connected to: nobody else is asked anything. */
function webClocks({ discord, telegram }: Config, version: string) {
  const agent = `DiscordBot (parley, ${version})`;
  return [
    ...(discord ? [webClock('Discord', `${discord.apiUrl ?? 'https://discord.com/api'}/v10/gateway`, agent)] : []),
    ...(telegram ? [webClock('Telegram', `${telegram.apiRoot ?? 'https://api.telegram.org'}/`, agent)] : []),
  ];
}

/** What this version would register, for the content that there is. */
async function discordCommands({ root, contentFolder, versions, config, now }: ExaminingParts) {
  const texts = loadTexts(join(root, 'src/locales'));
  const log: Logger = pino({ level: 'silent' });
  const library = openLibrary(contentFolder, () => dayOf(now()), log);
  await library.reload();
  const store = await (await import('./store/open.ts')).openStore({ file: ':memory:' });
  try {
    const { homepage } = config;
    const { dispatcher } = createParley({
      store,
      library,
      texts,
      log,
      operators: [],
      now,
      version: versions.own,
      homepage,
    });
    return (await import('./platforms/discord/registration.ts')).commandsJson(dispatcher.commands, texts);
  } finally {
    await store.close();
  }
}

const machine = ['version', 'configuration', 'port', 'clock', 'disk', 'content'];
const order = [...machine, 'database', 'outbox', 'deliveries', 'subscriptions', 'discord', 'telegram'];

/** What belongs together stands together: `database-schema` after `database`. */
function inOrder(findings: readonly Finding[]): Finding[] {
  const rank = ({ check }: Finding) => {
    const found = order.indexOf(check.split('-')[0] as string);
    return found < 0 ? order.length : found;
  };
  return [...findings].sort((a, b) => rank(a) - rank(b));
}

const dayOf = (ms: number): string => new Date(ms).toISOString().slice(0, 10);
