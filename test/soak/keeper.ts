import { delay } from './chaos/strike.ts';
import type { Hurry } from './hurry.ts';
import { type Line, type Program, startProgram } from './program.ts';
import type { Troubles } from './troubles.ts';

export interface KeeperParts {
  environment: Record<string, string>;
  time: Hurry;
  troubles: Troubles;
  onLine(line: Line): void;
  /** Told when the program could do nothing for so long, in simulated ms. */
  onStall(forMs: number): void;
  now(): number;
}

/** Where a program finds no database when it starts, whoever runs it starts it again after so long. */
const againAfterMs = 3_000;
const databaseAftermathMs = 60_000;

/** Keeps one program running, as a service manager does; `faults` tells of ends that nobody asked for. */
export function createKeeper({ environment, time, troubles, onLine, onStall, now }: KeeperParts) {
  const faults: string[] = [];
  const counts = { starts: 0, kills: 0, stops: 0, refusedStarts: 0 };
  let program: Program | undefined;
  let isAskedFor = false;
  let isClosing = false;
  /** Of the latest `start`: an earlier one that waits to try again has nothing more to do. */
  let latest = 0;

  /** Resolves when both platforms are connected, or another start has taken over. */
  async function start(): Promise<void> {
    const own = ++latest;
    while (!isClosing && own === latest) {
      isAskedFor = false;
      counts.starts++;
      const started = startProgram({ environment, time, onLine, onStall });
      program = started;
      let isConnected = false;
      void started.ended.then((status) => {
        if (isAskedFor || !isConnected) return;
        faults.push(`the program ended by itself with ${status}`);
        void restarted('ended by itself');
      });
      try {
        await Promise.all([started.said('Connected to Discord'), started.said('Telegram is ready')]);
        isConnected = true;
        return;
      } catch {
        if (isAskedFor) return;
        const status = await started.ended;
        if (!troubles.within(now() - databaseAftermathMs, now(), ['database']))
          faults.push(`the program did not start, and ended with ${status}`);
        counts.refusedStarts++;
        await delay(againAfterMs);
      }
    }
  }

  async function restarted(kind: string): Promise<void> {
    const end = troubles.begin('process', kind);
    await start();
    end();
  }

  return {
    counts,
    faults,
    program: () => (program?.isAlive ? program : undefined),
    start,
    /** Kills it, also when it has only just been started, and starts it again. */
    async kill(): Promise<void> {
      const end = troubles.begin('process', 'SIGKILL');
      isAskedFor = true;
      counts.kills++;
      await program?.kill();
      await start();
      end();
    },
    /** Stops it as a deployment does. */
    async stop(): Promise<void> {
      isAskedFor = true;
      counts.stops++;
      const status = await program?.stop();
      if (status !== 0) faults.push(`the program was asked to stop, and ended with ${status}`);
    },
    async restart(): Promise<void> {
      const end = troubles.begin('process', 'SIGTERM');
      await this.stop();
      await start();
      end();
    },
    /** For good, however it goes. */
    async end(): Promise<void> {
      isClosing = true;
      isAskedFor = true;
      await program?.kill();
    },
  };
}

export type Keeper = ReturnType<typeof createKeeper>;
