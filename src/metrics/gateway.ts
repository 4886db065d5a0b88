import { Counter, Gauge, type Registry } from 'prom-client';
import type { GatewayWatch, ShardState } from '../core/watch.ts';

const states: readonly ShardState[] = ['ready', 'connecting', 'gone'];

export function gatewayMetrics(registers: Registry[]): GatewayWatch {
  const shards = new Map<number, ShardState>();
  new Gauge({
    name: 'parley_gateway_shards',
    help: 'Shards of Discord’s gateway that are this process’s, by state.',
    labelNames: ['state'] as const,
    registers,
    collect() {
      for (const state of states) this.set({ state }, [...shards.values()].filter((one) => one === state).length);
    },
  });
  const resumes = new Counter({
    name: 'parley_gateway_resumes_total',
    help: 'Sessions with Discord that went on where they broke off.',
    registers,
  });
  const restarts = new Counter({
    name: 'parley_gateway_restarts_total',
    help: 'Sessions with Discord that had to be begun anew, by reason.',
    labelNames: ['reason'] as const,
    registers,
  });
  return {
    shard: (id, state) => void shards.set(id, state),
    forget: (id) => void shards.delete(id),
    resumed: () => resumes.inc(),
    restarted: (reason) => restarts.inc({ reason }),
  };
}
