import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import type { Logger } from 'pino';
import { readTask, type Task, usage } from './cli.ts';
import { type Config, readConfig } from './config.ts';
import type { Library } from './content/library.ts';
import { OperatorError, Unavailable } from './core/errors.ts';
import type { Texts } from './core/texts.ts';
import { loadTexts } from './locales/index.ts';
import { createLog } from './log.ts';
import { createParley } from './parley.ts';
import { atTheConsole } from './platforms/console/origin.ts';
import type { Output } from './platforms/console/terminal.ts';
import type { Playground } from './playground/index.ts';
import { checkFolder, openLibrary, type ServedContent } from './served-content.ts';
import { serve } from './serving.ts';
import { status } from './status.ts';
import type { Store } from './store/store.ts';
import { startSweeping } from './sweeping.ts';

/** The outside world, as far as the program needs it. */
export interface World {
  /** Without node and the program's file. */
  argv: string[];
  environment: Record<string, string | undefined>;
  /** The folder that holds content/, src/locales/ and package.json. */
  root: string;
  /** A file of what the build has made of the content that ships; there need be none. */
  prepared?: string;
  stdin: Readable & { isTTY?: boolean };
  stdout: Output;
  stderr: Output;
  now(): Date;
  /** Aborted when the process is asked to stop. */
  stopping: AbortSignal;
  onReload(handler: () => void): void;
  onCrash(handler: (error: unknown) => void): void;
}

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
    case 'doctor':
      return await consult(world, task.json);
    default:
      return await withEquipment(world, task).catch((error: unknown) => {
        if (!(error instanceof OperatorError || error instanceof Unavailable)) throw error;
        world.stderr.write(`${error.message}\n`);
        return error instanceof OperatorError ? status.config : status.temporary;
      });
  }
}

type Working = Exclude<Task, { kind: 'help' | 'version' | 'usage' | 'doctor' }>;

/** What every task has to work with. */
interface Equipment {
  config: Config;
  log: Logger;
  texts: Texts;
  library: Library<ServedContent>;
}

async function withEquipment(world: World, task: Working): Promise<number> {
  const config = readConfig(world.environment);
  const equipment = await equip(world, config);
  world.onCrash((error) => equipment.log.fatal({ err: error }, 'A fault that nothing caught: stopping'));

  if (task.kind === 'check') return await check(world, config);
  if (task.kind === 'backup' || task.kind === 'restore') return await copy(world, task, config);
  await equipment.library.reload().catch((error: Error) => {
    throw new OperatorError(error.message);
  });
  // What moderators write is none of these two's business: they work without a database, and leave none behind.
  const keeps = task.kind === 'run' ? databaseOf(world, config) : { file: ':memory:' };
  const store = await (await import('./store/open.ts')).openStore(keeps);
  try {
    return await carryOut(world, task, equipment, store);
  } finally {
    await store.close();
  }
}

async function carryOut(
  world: World,
  task: Exclude<Working, { kind: 'check' | 'backup' | 'restore' }>,
  equipment: Equipment,
  store: Store,
): Promise<number> {
  const { config, library, texts } = equipment;
  const now = () => world.now().getTime();
  const parley = createParley({
    ...equipment,
    store,
    now,
    // The terminal is in the hands of whoever runs the program.
    operators: [...config.operators, atTheConsole],
    version: versionOf(world.root),
    homepage: config.homepage,
  });
  switch (task.kind) {
    case 'ask': {
      const question = task.question ?? { from: 'input' as const };
      const streams = { input: world.stdin, output: world.stdout };
      const { ask } = await import('./platforms/console/ask.ts');
      await ask({ ...task, question }, { ...parley, ...streams, catalogue: library.current });
      return status.fine;
    }
    case 'commands': {
      const { commands } = parley.dispatcher;
      const registered =
        task.platform === 'discord'
          ? (await import('./platforms/discord/registration.ts')).commandsJson(commands, texts)
          : (await import('./platforms/telegram/index.ts')).menus(commands, texts);
      world.stdout.write(`${JSON.stringify(registered, null, 2)}\n`);
      return status.fine;
    }
    case 'run': {
      world.onReload(() => void readAgain(equipment));
      const stopSweeping = startSweeping(store, now, equipment.log);
      const running = { ...equipment, ...parley, store, now, playground: await playgroundOf(world, equipment) };
      try {
        return config.discord || config.telegram
          ? await serve({ ...running, stopping: world.stopping })
          : await (await import('./talking.ts')).talk({ ...running, ...world, now });
      } finally {
        await stopSweeping();
        await parley.flush();
      }
    }
  }
}

async function equip(world: World, config: Config): Promise<Equipment> {
  const secrets = [
    config.discord?.token,
    config.telegram?.token,
    config.telegram?.webhook?.secret,
    passwordIn(config.databaseUrl),
  ];
  const log = createLog(
    config.logLevel,
    world.stderr,
    secrets.filter((secret) => secret !== undefined && secret !== '') as string[],
    world.stderr.isTTY ? (await import('pino-pretty')).default : undefined,
  );
  const library = openLibrary(contentFolder(world, config), () => dayOf(world), log, world.prepared);
  return { config, log, texts: loadTexts(join(world.root, 'src/locales')), library };
}

/** As it stands in the address, which is how it would come into a log. */
const passwordIn = (url = ''): string => (URL.canParse(url) ? new URL(url).password : '');

/** Whatever is wrong with the new content, what is being served stays until there is something sound to take its place. */
async function readAgain({ library, log }: Equipment): Promise<void> {
  const problems = await library.reload().catch((error: unknown) => {
    log.error({ err: error }, 'The content could not be read');
    return undefined;
  });
  const isSound = problems?.every(({ severity }) => severity !== 'error') ?? false;
  log.info(isSound ? 'The content was read again' : 'What was served before goes on being served');
}

/** Imported where it is wanted: it brings both platforms along. */
async function playgroundOf(world: World, equipment: Equipment): Promise<Playground | undefined> {
  const { config } = equipment;
  if (!config.playground) return undefined;
  const { createPlaying } = await import('./playing.ts');
  return createPlaying({
    ...equipment,
    now: () => world.now().getTime(),
    root: world.root,
    contentFolder: contentFolder(world, config),
    version: versionOf(world.root),
  });
}

async function check(world: World, config: Config): Promise<number> {
  const { report, isSound } = await checkFolder(
    contentFolder(world, config),
    dayOf(world),
    await (await import('./measurers.ts')).contentMeasurers(),
  );
  world.stdout.write(`${report}\n`);
  return isSound ? status.fine : status.failed;
}

/** Says what is wrong, or soon will be; goes by as much of the configuration as can be used. */
async function consult(world: World, asJson: boolean): Promise<number> {
  const { environment, root, stdout } = world;
  const [{ examine }, { secretsIn, usableConfig }, report, { terminalLook }] = await Promise.all([
    import('./examining.ts'),
    import('./usable-config.ts'),
    import('./doctor/report.ts'),
    import('./platforms/console/terminal.ts'),
  ]);
  const { config, problems } = usableConfig(environment);
  const findings = await examine({
    config,
    configProblems: problems,
    secrets: secretsIn(environment, config),
    root,
    contentFolder: contentFolder(world, config),
    database: databaseOf(world, config),
    versions: { own: versionOf(root), node: process.versions.node, wanted: packageOf(root).engines.node },
    now: () => world.now().getTime(),
  });
  stdout.write(asJson ? report.findingsJson(findings) : report.describeFindings(findings, terminalLook(stdout)));
  return report.mustBeMended(findings) ? status.failed : status.fine;
}

/** `YYYY-MM-DD`, in UTC. */
const dayOf = (world: World): string => world.now().toISOString().slice(0, 10);

const contentFolder = ({ root }: World, config: Config): string => config.contentFolder ?? join(root, 'content');

/** The database that is asked for, or else a file in the data folder. */
const databaseOf = ({ root }: World, config: Config) =>
  config.databaseUrl === undefined
    ? { file: join(config.dataFolder ?? join(root, 'data'), 'parley.db') }
    : { url: config.databaseUrl };

async function copy(
  world: World,
  task: Extract<Task, { kind: 'backup' | 'restore' }>,
  config: Config,
): Promise<number> {
  const { backup } = await import('./store/backup.ts');
  const { restore } = await import('./store/restore.ts');
  const done = await (task.kind === 'backup' ? backup : restore)(databaseOf(world, config), task.file, task);
  world.stdout.write(`${done}\n`);
  return status.fine;
}

const packageOf = (root: string): { version: string; engines: { node: string } } =>
  JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
const versionOf = (root: string): string => packageOf(root).version;
