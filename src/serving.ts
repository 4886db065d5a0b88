import { createClock } from './clock.ts';
import type { Config } from './config.ts';
import { type ConnectionParts, connect } from './connecting.ts';
import type { Platform } from './core/community.ts';
import { readyRoute } from './http/ready.ts';
import { createMetrics } from './metrics.ts';
import type { Playground } from './playground/index.ts';
import { createHealth } from './scaling/health.ts';
import { status } from './status.ts';
import { handOverWithinMs, inTime } from './stopping.ts';
import { openTracing } from './tracing.ts';
import { webServer } from './web-server.ts';

export interface ServingParts extends Omit<ConnectionParts, 'platforms' | 'clock' | 'metrics' | 'onStopped'> {
  config: Config;
  /** Milliseconds since the epoch. */
  now: () => number;
  playground: Playground | undefined;
  /** Aborted when the process is asked to stop. */
  stopping: AbortSignal;
}

/** Serves the platforms that have a token, until the process is asked to stop or none of them is left. */
export async function serve(parts: ServingParts): Promise<number> {
  const { config, log, playground, now, store } = parts;
  const metrics = createMetrics();
  const tracing = await openTracing(config.tracing, log);
  const clock = createClock(now);
  const health = createHealth({
    ping: store.ping,
    clock,
    onChange(isUp, error) {
      if (isUp) log.info('The database answers again');
      else
        log.error({ err: error }, 'The database does not answer: questions are answered from memory, nothing is kept');
    },
  });
  metrics.readAtScrape({
    caches: parts.cacheSizes,
    connections: store.connections,
    isDatabaseUp: health.isUp,
    ...(store.isShared && { inboxUpdates: store.inbox.count }),
  });
  const { ended, end } = ending(parts.stopping);
  const left = new Set<Platform>();
  const connection = await connect({
    ...parts,
    platforms: config,
    clock,
    metrics,
    tracing,
    onStopped(platform, reason) {
      log.fatal({ platform }, reason.message);
      if (left.delete(platform) && left.size === 0) end(status.config);
    },
  });
  for (const name of connection.names) left.add(name);
  const ready = readyRoute(() => {
    const { isReady, parts: standing } = connection.standing();
    const database = health.isUp() ? 'up' : 'down';
    return { ready: isReady, degraded: health.isUp() ? [] : ['database'], parts: { ...standing, database } };
  });
  const http = await webServer(parts, metrics, [...connection.routes, ready]);
  try {
    health.start();
    await http?.start();
    if (http && playground) log.info(`Open ${http.address()} to see Parley as it looks on Discord and on Telegram`);
    await Promise.race([connection.start(), ended]);
    return await ended;
  } finally {
    log.info('Stopping: finishing what is being answered');
    health.stop();
    const stopped = [connection.stop(), playground?.stop(), http?.stop()];
    await inTime(stopped, store.isShared ? handOverWithinMs : undefined);
    await tracing?.stop();
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
