import { mkdtempSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, vi } from 'vitest';
import { createDiscordFake, type DiscordFakeOptions } from '../../src/loopback/discord/index.ts';
import { createTelegramFake, type TelegramOptions } from '../../src/loopback/telegram/index.ts';
import { postgresSchema } from '../store/databases.ts';
import { startProgram } from './program.ts';

export const noon = Date.UTC(2026, 10, 23, 12);
export const minuteMs = 60_000;
export const hourMs = 60 * minuteMs;

/** A clock that runs by itself, as fast as it is told, and leaps when it is told. */
export function createLeapingClock(startMs: number) {
  let begun = { at: startMs, real: performance.now() };
  let speed = 1;
  const now = () => Math.floor(begun.at + (performance.now() - begun.real) * speed);
  const moveTo = (at: number) => {
    begun = { at, real: performance.now() };
  };
  return {
    now,
    moveTo,
    pass: (ms: number) => moveTo(now() + ms),
    /** How fast it runs; 1 is as fast as real time. */
    run(faster: number) {
      moveTo(now());
      speed = faster;
    },
  };
}

export interface NewsroomOptions {
  database?: 'SQLite' | 'PostgreSQL';
  startMs?: number;
  discord?: DiscordFakeOptions;
  telegram?: TelegramOptions;
  /** Whether the platforms go by the program's clock, as they must where they count messages. */
  sharesClock?: boolean;
}

/** Both platforms and the whole program, which is started by `start`; everything goes when the test ends. */
export async function createNewsroom(options: NewsroomOptions = {}) {
  const { database = 'SQLite', startMs = noon, sharesClock = false } = options;
  const clock = createLeapingClock(startMs);
  const ownClock = sharesClock && { now: clock.now };
  const [discord, telegram] = await Promise.all([
    createDiscordFake({ patienceMs: 20_000, ...ownClock, ...options.discord }),
    createTelegramFake({ ...ownClock, ...options.telegram }),
  ]);
  const folder = mkdtempSync(join(tmpdir(), 'parley-newsroom-'));
  const schema = database === 'PostgreSQL' ? await postgresSchema() : undefined;
  const file = join(folder, 'parley.db');
  let program: ReturnType<typeof startProgram> | undefined;
  let operators = '';
  onTestFinished(async () => {
    await program?.stop();
    await Promise.all([discord.close(), telegram.close()]);
    await schema?.drop();
    await rm(folder, { recursive: true, force: true });
  });

  const environment = () => ({
    DISCORD_TOKEN: discord.token,
    DISCORD_API_URL: discord.apiUrl,
    TELEGRAM_TOKEN: telegram.token,
    TELEGRAM_API_ROOT: telegram.apiRoot,
    DATA_DIR: folder,
    ...(schema && { DATABASE_URL: schema.options.url }),
    ...(operators && { OPERATORS: operators }),
  });

  async function start(): Promise<void> {
    program = startProgram({ environment: environment(), now: () => new Date(clock.now()) });
    for (const line of ['Connected to Discord', 'Telegram is ready', 'This process sends updates'])
      await program.logged(line, 30_000);
  }

  return {
    discord,
    telegram,
    clock,
    store: schema?.options ?? { file },
    /** Who writes what all communities share. */
    appoint(platform: 'discord' | 'telegram', { id }: { id: string | number }) {
      operators = `${platform}:${id}`;
    },
    start,
    async stop(): Promise<void> {
      expect(await program?.stop()).toBe(0);
    },
    async restart(): Promise<void> {
      await this.stop();
      await start();
    },
    log: () => program?.log ?? [],
    /** What went wrong in the program itself. */
    errors: () => (program?.log ?? []).filter(({ level }) => level >= 50),
  };
}

export type Newsroom = Awaited<ReturnType<typeof createNewsroom>>;

/** Looks again until it holds. */
export const eventually = <T>(look: () => T | Promise<T>, timeoutMs = 25_000): Promise<T> =>
  vi.waitFor(look, { timeout: timeoutMs, interval: 50 });
