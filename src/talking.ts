import type { Readable } from 'node:stream';
import type { Logger } from 'pino';
import { createClock } from './clock.ts';
import type { Config } from './config.ts';
import type { Library } from './content/library.ts';
import type { Texts } from './core/texts.ts';
import { createDelivery } from './delivery.ts';
import { quiet } from './log.ts';
import { createMetrics } from './metrics.ts';
import { newId, type Parley } from './parley.ts';
import { createConsole } from './platforms/console/session.ts';
import type { Output } from './platforms/console/terminal.ts';
import type { Playground } from './playground/index.ts';
import type { ServedContent } from './served-content.ts';
import { status } from './status.ts';
import { inTime } from './stopping.ts';
import type { Store } from './store/store.ts';
import { webServer } from './web-server.ts';

export interface TalkingParts extends Parley {
  config: Config;
  log: Logger;
  texts: Texts;
  library: Library<ServedContent>;
  store: Store;
  /** Milliseconds since the epoch. */
  now: () => number;
  playground: Playground | undefined;
  stdin: Readable & { isTTY?: boolean };
  stdout: Output;
  /** Aborted when the process is asked to stop. */
  stopping: AbortSignal;
}

/** Takes questions on the terminal, beside the playground, until either the person or the process is asked to stop. */
export async function talk(parts: TalkingParts): Promise<number> {
  const { texts, dispatcher, reception, playground, stopping } = parts;
  const metrics = createMetrics();
  const log = quiet(parts.log);
  const delivery = createDelivery({
    ...parts,
    log,
    clock: createClock(parts.now),
    metrics,
    newId,
    platforms: new Map(),
    tellPaused: async () => {},
    revive: async () => {},
    onMoved: async () => {},
  });
  parts.onWake(delivery.wake);
  const http = await webServer({ ...parts, log }, metrics);
  try {
    await http?.start();
    if (http && playground)
      parts.stdout.write(`Open ${http.address()} to see Parley as it looks on Discord and on Telegram\n`);
    delivery.start();
    const terminal = createConsole({
      dispatcher,
      reception,
      texts,
      input: parts.stdin,
      output: parts.stdout,
      language: 'en',
      connecting: [
        'To connect Discord, set DISCORD_TOKEN in the environment or in .env;',
        'to connect Telegram, TELEGRAM_TOKEN. See .env.example for where to get them.',
      ],
    });
    stopping.addEventListener('abort', () => terminal.stop());
    const { lines } = await terminal.run();
    // Nobody talks here, as in a container: the page is what this runs for.
    if (playground && lines === 0 && parts.stdin.isTTY !== true) await stopped(stopping);
    return status.fine;
  } finally {
    await inTime([delivery.stop(), playground?.stop(), http?.stop()]);
  }
}

const stopped = (signal: AbortSignal): Promise<void> =>
  new Promise((resolve) => {
    if (signal.aborted) resolve();
    signal.addEventListener('abort', () => resolve());
  });
