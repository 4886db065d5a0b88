import { Counter, Gauge, Histogram, Registry } from 'prom-client';
import { answeringMetrics } from './metrics/answering.ts';
import { gatewayMetrics } from './metrics/gateway.ts';
import { watchProcess } from './metrics/process.ts';
import { readingMetrics } from './metrics/readings.ts';
import type { OutboxDepth } from './store/store.ts';

export type Metrics = ReturnType<typeof createMetrics>;

/** What is counted for operators. Names and labels are few and fixed: no ids, no texts. */
export function createMetrics() {
  const registry = new Registry();
  const registers = [registry];
  let isProcessWatched = false;
  const deliveries = new Counter({
    name: 'parley_deliveries_total',
    help: 'Deliveries dealt with, by platform, act and what came of them.',
    labelNames: ['platform', 'act', 'outcome'] as const,
    registers,
  });
  const waited = new Histogram({
    name: 'parley_delivery_seconds',
    help: 'From when a delivery was put into the queue until it was sent.',
    labelNames: ['platform'] as const,
    buckets: [0.1, 0.5, 1, 2.5, 5, 10, 30, 60, 300, 900, 3600],
    registers,
  });
  const depth = new Gauge({
    name: 'parley_outbox_deliveries',
    help: 'Deliveries in the queue, by platform, state and priority; kept by the leader.',
    labelNames: ['platform', 'state', 'priority'] as const,
    registers,
  });
  const oldest = new Gauge({
    name: 'parley_outbox_oldest_timestamp_seconds',
    help: 'When the oldest delivery that waits to be sent was put into the queue; 0 for none.',
    labelNames: ['platform'] as const,
    registers,
  });
  const leading = new Gauge({
    name: 'parley_dispatcher_leading',
    help: '1 on the process that sends updates.',
    registers,
  });
  const updates = new Counter({ name: 'parley_updates_published_total', help: 'Updates published.', registers });
  return {
    ...answeringMetrics(registers),
    /** Told of the shards of Discord's gateway. */
    gateway: gatewayMetrics(registers),
    /** Has figures read from these at each scrape. */
    readAtScrape: readingMetrics(registers),
    /** Has the process itself measured from now on, once however often it is asked: only where somebody scrapes. */
    watchProcess() {
      if (!isProcessWatched) watchProcess(registry);
      isProcessWatched = true;
    },
    deliveries,
    waited,
    leading,
    updates,
    measureDepth(rows: readonly OutboxDepth[]): void {
      depth.reset();
      oldest.reset();
      const oldestAt = new Map<string, number>();
      for (const { platform, state, priority, count, oldestAt: at } of rows) {
        depth.set({ platform, state, priority: String(priority) }, count);
        if (state === 'waiting' || state === 'claimed' || state === 'sending')
          oldestAt.set(platform, Math.min(oldestAt.get(platform) ?? at, at));
      }
      for (const [platform, at] of oldestAt) oldest.set({ platform }, at / 1000);
    },
    contentType: registry.contentType,
    /** In Prometheus' text format. */
    text: () => registry.metrics(),
  };
}
