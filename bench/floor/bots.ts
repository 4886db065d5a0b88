import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ask } from './asking.ts';
import type { Connection } from './ground.ts';
import type { ChatPlatform } from './options.ts';
import type { AskedOfProbe, Memory } from './probe.ts';
import type { RemoteGround } from './remote-ground.ts';

export const kinds = ['floor', 'product'] as const;
export type Kind = (typeof kinds)[number];

/** A bot in a process of its own. */
export interface Bot {
  /** From the start of the process until it was connected. */
  readyMs: number;
  /** Milliseconds of CPU time since its start. */
  cpuMs(): Promise<number>;
  /** After what is garbage is collected. */
  memory(): Promise<Memory>;
  stop(): Promise<void>;
}

const at = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

/** Starts a bot on a fake and resolves when it is connected; `constant` is the file with what the floor answers. */
export async function startBot(
  kind: Kind,
  platform: ChatPlatform,
  ground: Pick<RemoteGround, 'connection' | 'expect' | 'connected'>,
  constant: string,
): Promise<Bot> {
  const folder = mkdtempSync(join(tmpdir(), 'parley-floor-'));
  await ground.expect();
  const startedAt = Date.now();
  const child = spawn(process.execPath, argumentsFor(kind, platform, ground.connection, constant), {
    env: { PATH: process.env.PATH, ...(kind === 'product' && environment(platform, ground.connection, folder)) },
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  const failed = once(child, 'exit').then(() => Promise.reject(new Error(`The ${kind} has ended.`)));
  failed.catch(() => {});
  const readyMs = (await Promise.race([ground.connected(), failed])) - startedAt;
  const told = <T>(asked: AskedOfProbe) => ask<T>(child, asked);
  return {
    readyMs,
    cpuMs: () => told<number>('cpu'),
    memory: () => told<Memory>('memory'),
    stop: () => stop(child, folder),
  };
}

function argumentsFor(kind: Kind, platform: ChatPlatform, { token, apiUrl }: Connection, constant: string): string[] {
  const watched = ['--expose-gc', '--import', at('./probe.js')];
  if (kind === 'floor') return [...watched, at(`./floor-${platform}.js`), token, apiUrl, constant];
  // As `npm start` and the container start it.
  return ['--single-threaded-gc', ...watched, at('../../measured/bin.js')];
}

const environment = (platform: ChatPlatform, { token, apiUrl }: Connection, folder: string) => ({
  ...(platform === 'discord'
    ? { DISCORD_TOKEN: token, DISCORD_API_URL: apiUrl, TELEGRAM_TOKEN: '' }
    : { TELEGRAM_TOKEN: token, TELEGRAM_API_ROOT: apiUrl, DISCORD_TOKEN: '' }),
  DATA_DIR: folder,
  LOG_LEVEL: 'warn',
});

/** Killed rather than asked to end: how a bot stops is no matter of this bench. */
async function stop(child: ChildProcess, folder: string): Promise<void> {
  if (child.exitCode === null && child.signalCode === null) {
    child.kill('SIGKILL');
    await once(child, 'exit');
  }
  rmSync(folder, { recursive: true, force: true });
}
