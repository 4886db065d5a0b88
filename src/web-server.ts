import type { Logger } from 'pino';
import type { Config } from './config.ts';
import type { Route } from './http/server.ts';
import type { Metrics } from './metrics.ts';
import type { Playground } from './playground/index.ts';

export interface WebServerParts {
  config: Config;
  log: Logger;
  playground: Playground | undefined;
}

/** The one HTTP server, where there is to be one. */
export async function webServer(
  { config, log, playground }: WebServerParts,
  metrics: Metrics,
  routes: readonly Route[] = [],
) {
  if (!config.http) return undefined;
  const { createHttpServer } = await import('./http/server.ts');
  metrics.watchProcess();
  const all = [...routes, metricsRoute(metrics), ...(playground?.routes ?? [])];
  return createHttpServer({ ...config.http, routes: all, log });
}

/** For Prometheus. */
const metricsRoute = (metrics: Metrics): Route => ({
  method: 'GET',
  path: '/metrics',
  handle: async () =>
    new Response(await metrics.text(), {
      headers: { 'content-type': metrics.contentType, 'cache-control': 'no-store' },
    }),
});
