import type { Logger } from 'pino';
import type { Config } from './config.ts';
import type { Tracing } from './metrics/tracing.ts';

/** Traces, where they are asked for; OpenTelemetry is loaded for nobody else. */
export async function openTracing(asked: Config['tracing'], log: Logger): Promise<Tracing | undefined> {
  if (!asked) return undefined;
  const { createTracing } = await import('./metrics/tracing.ts');
  return createTracing({
    ...asked,
    onFault: (error) => log.warn(`Traces cannot be sent (${(error as Error).message}); tried again`),
  });
}
