import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { setTimeout as delay } from 'node:timers/promises';
import type { Logger } from 'pino';
import { createCommands } from '../commands/index.ts';
import { readTask, type Task, usage } from './cli.ts';
import { type Config, readConfig } from './config.ts';
import type { Library } from './content/library.ts';
import { createDispatcher, type Dispatcher } from './core/dispatch.ts';
import { OperatorError } from './core/errors.ts';
import { findEntry } from './core/find-entry.ts';
import type { Language } from './core/language.ts';
import type { Texts } from './core/texts.ts';
import { loadTexts } from './locales/index.ts';
import { createLog } from './log.ts';
import { ask } from './platforms/console/ask.ts';
import { createConsole } from './platforms/console/session.ts';
import type { Output } from './platforms/console/terminal.ts';
import { checkFolder, openLibrary } from './served-content.ts';

/** The outside world, as far as the program needs it. */
export interface World {
  /** Without node and the program's file. */
  argv: string[];
  environment: Record<string, string | undefined>;
  /** The folder that holds content/, src/locales/ and package.json. */
  root: string;
  stdin: Readable & { isTTY?: boolean };
  stdout: Output;
  stderr: Output;
  now(): Date;
  /** Aborted when the process is asked to stop. */
  stopping: AbortSignal;
  onReload(handler: () => void): void;
  onCrash(handler: (error: unknown) => void): void;
}

/** Exit statuses of sysexits(3). */
const status = { fine: 0, failed: 1, usage: 64, data: 65, config: 78 };

/** How long work in flight may take once the process is asked to stop. */
const stopWithinMs = 10_000;

/** Runs the program to its end; resolves to its exit status. */
export async function main(world: World): Promise<number> {
  const task = readTask(world.argv);
  switch (task.kind) {
    case 'help':
      world.stdout.write(usage);
      return status.fine;
    case 'version':
      world.stdout.write(`${versionOf(world.root)}\n`);
      return status.fine;
    case 'usage':
      world.stderr.write(`${task.message}\n\n${usage}`);
      return status.usage;
    default:
      return await withParley(world, task).catch((error: unknown) => {
        if (!(error instanceof OperatorError)) throw error;
        world.stderr.write(`${error.message}\n`);
        return status.config;
      });
  }
}

type Working = Extract<Task, { kind: 'run' | 'ask' | 'commands' | 'check' }>;

interface Parley {
  config: Config;
  log: Logger;
  texts: Texts;
  library: Library;
  dispatcher: Dispatcher;
}

async function withParley(world: World, task: Working): Promise<number> {
  const config = readConfig(world.environment);
  const parley = assemble(world, config);
  world.onCrash((error) => parley.log.fatal({ err: error }, 'A fault that nothing caught: stopping'));

  if (task.kind === 'check') return await check(world, config);
  await parley.library.reload().catch((error: Error) => {
    throw new OperatorError(error.message);
  });
  switch (task.kind) {
    case 'ask': {
      const question = task.question ?? { from: 'input' as const };
      await ask(
        { ...task, question },
        { ...parley, catalogue: parley.library.current, input: world.stdin, output: world.stdout },
      );
      return status.fine;
    }
    case 'commands': {
      const { commands } = parley.dispatcher;
      const registered =
        task.platform === 'discord'
          ? (await import('./platforms/discord/registration.ts')).commandsJson(commands, parley.texts)
          : (await import('./platforms/telegram/index.ts')).menus(commands, parley.texts);
      world.stdout.write(`${JSON.stringify(registered, null, 2)}\n`);
      return status.fine;
    }
    case 'run':
      world.onReload(() => void readAgain(parley));
      return config.discord || config.telegram ? await serve(world, parley) : await talk(world, parley);
  }
}

function assemble(world: World, config: Config): Parley {
  const secrets = [config.discord?.token, config.telegram?.token, config.telegram?.webhook?.secret];
  const log = createLog(
    config.logLevel,
    world.stderr,
    secrets.filter((secret) => secret !== undefined),
  );
  const texts = loadTexts(join(world.root, 'src/locales'));
  const today = () => dayOf(world);
  const library = openLibrary(contentFolder(world, config), today, log);
  const commands = createCommands({
    catalogue: library.current,
    today,
    version: versionOf(world.root),
    homepage: config.homepage,
  });
  const dispatcher = createDispatcher({
    commands,
    newIncidentId,
    onFault: (error, incident, { command }) => log.error({ err: error, incident, command }, 'A command failed'),
  });
  return { config, log, texts, library, dispatcher };
}

/**
 * Connects the platforms that have a token, until the process is asked to stop or none of them is left.
 * SDKs are imported where they are used: discord.js alone takes most of a second to load.
 */
async function serve(world: World, { config, log, texts, library, dispatcher }: Parley): Promise<number> {
  const { ended, end } = ending(world.stopping);
  const connected = new Set<string>();
  const common = (platform: string) => ({
    dispatcher,
    texts,
    log: log.child({ platform }),
    newIncidentId,
    onStopped(reason: OperatorError) {
      log.fatal({ platform }, reason.message);
      if (connected.delete(platform) && connected.size === 0) end(status.config);
    },
  });
  const discord =
    config.discord &&
    (await import('./platforms/discord/index.ts')).createDiscord({ ...common('discord'), ...config.discord });
  const telegram =
    config.telegram &&
    (await import('./platforms/telegram/index.ts')).createTelegram({
      ...common('telegram'),
      ...config.telegram,
      nearest: (question, language) => nearest(library, question, language),
    });
  const http =
    telegram?.webhook &&
    (await import('./http/server.ts')).createHttpServer({ ...config.http, routes: [telegram.webhook], log });
  const platforms = Object.entries({ discord, telegram }).filter(([, platform]) => platform !== undefined);
  for (const [name] of platforms) connected.add(name);
  try {
    await http?.start();
    await Promise.race([Promise.all(platforms.map(([, platform]) => platform?.start())), ended]);
    return await ended;
  } finally {
    log.info('Stopping: finishing what is being answered');
    const stopped = Promise.allSettled([http?.stop(), ...platforms.map(([, platform]) => platform?.stop())]);
    await Promise.race([stopped, delay(stopWithinMs, undefined, { ref: false })]);
  }
}

/** Resolves with an exit status: when `end` gives one, or when the process is asked to stop. */
function ending(stopping: AbortSignal) {
  let end: (status: number) => void = () => {};
  const ended = new Promise<number>((resolve) => {
    end = resolve;
  });
  if (stopping.aborted) end(status.fine);
  stopping.addEventListener('abort', () => end(status.fine));
  return { ended, end };
}

/** Whatever is wrong with the new content, what is being served stays until there is something sound to take its place. */
async function readAgain({ library, log }: Parley): Promise<void> {
  const problems = await library.reload().catch((error: unknown) => {
    log.error({ err: error }, 'The content could not be read');
    return undefined;
  });
  const isSound = problems?.every(({ severity }) => severity !== 'error') ?? false;
  log.info(isSound ? 'The content was read again' : 'What was served before goes on being served');
}

/** The entries to offer for a question, the best one first; none where nothing is near. */
function nearest(library: Library, question: string, language: Language): string[] {
  const { outcome, answer, alternatives } = findEntry(library.current(), question, language);
  if (outcome === 'none') return [];
  return [...(answer ? [answer] : []), ...alternatives].map(({ id }) => id);
}

async function talk(world: World, { texts, dispatcher }: Parley): Promise<number> {
  const terminal = createConsole({
    dispatcher,
    texts,
    input: world.stdin,
    output: world.stdout,
    language: 'en',
    connecting: [
      'To connect Discord, set DISCORD_TOKEN in the environment or in .env;',
      'to connect Telegram, TELEGRAM_TOKEN. See .env.example for where to get them.',
    ],
  });
  world.stopping.addEventListener('abort', () => terminal.stop());
  await terminal.run();
  return status.fine;
}

async function check(world: World, config: Config): Promise<number> {
  const [discord, telegram] = await Promise.all([
    import('./platforms/discord/message.ts'),
    import('./platforms/telegram/index.ts'),
  ]);
  const { report, isSound } = await checkFolder(contentFolder(world, config), dayOf(world), [
    { platform: 'Discord', fits: discord.fitsOnePage },
    { platform: 'Telegram', fits: telegram.fitsOnePage },
  ]);
  world.stdout.write(`${report}\n`);
  return isSound ? status.fine : status.failed;
}

/** `YYYY-MM-DD`, in UTC. */
const dayOf = (world: World): string => world.now().toISOString().slice(0, 10);

const contentFolder = ({ root }: World, config: Config): string => config.contentFolder ?? join(root, 'content');

const versionOf = (root: string): string => JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')).version;

/** Short enough to read out, random enough to find in the log. */
const newIncidentId = (): string => randomBytes(4).toString('hex');
