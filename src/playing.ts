import { join } from 'node:path';
import type { Logger } from 'pino';
import type { Config } from './config.ts';
import { connect } from './connecting.ts';
import type { Library } from './content/library.ts';
import type { Texts } from './core/texts.ts';
import { quiet } from './log.ts';
import { contentMeasurers } from './measurers.ts';
import { createMetrics } from './metrics.ts';
import { createParley } from './parley.ts';
import { createPlayground, type Loopback, type Playground } from './playground/index.ts';
import { checkFolder, type ServedContent } from './served-content.ts';

export interface PlayingParts {
  config: Config;
  log: Logger;
  texts: Texts;
  library: Library<ServedContent>;
  /** The folder of the program. */
  root: string;
  contentFolder: string;
  version: string;
  /** Milliseconds since the epoch. */
  now: () => number;
}

/**
 * The playground: a Parley of its own, which shares nothing with the one that serves but the content. What is done there is
 * kept in memory until the process ends.
 */
export function createPlaying(parts: PlayingParts): Playground {
  const { config, texts, library, contentFolder, version, now } = parts;
  const log = quiet(parts.log).child({ playground: true });

  async function connectTo({ discord, telegram, operators, clock }: Loopback) {
    const store = await (await import('./store/open.ts')).openStore({ file: ':memory:' });
    const parley = createParley({
      store,
      library,
      texts,
      log,
      operators,
      now: clock.now,
      version,
      homepage: config.homepage,
    });
    const connection = await connect({
      ...parley,
      platforms: { discord, telegram: { ...telegram, webhook: undefined } },
      log,
      texts,
      library,
      store,
      clock,
      metrics: createMetrics(),
      platformNow: clock.now,
      onStopped: (platform, reason) => log.error({ err: reason, platform }, 'The playground lost a platform'),
    });
    await connection.start();
    return async () => {
      await connection.stop();
      await store.close();
    };
  }

  async function check() {
    const today = new Date(now()).toISOString().slice(0, 10);
    const { problems } = await checkFolder(contentFolder, today, await contentMeasurers());
    return problems.map(({ message, mend, ...where }) => ({ ...where, message: `${message} ${mend}` }));
  }

  return createPlayground({
    host: config.http?.host ?? 'localhost',
    page: join(parts.root, 'dist/page'),
    contentFolder,
    version,
    now,
    reload: async () => (await library.reload()).every(({ severity }) => severity !== 'error'),
    check,
    connect: connectTo,
    onFault: (error, what) => log.error({ err: error, what }, 'Something went wrong in the playground'),
  });
}
