import { Counter, Histogram, type Registry } from 'prom-client';

/** What people ask and how long they wait for it. */
export function answeringMetrics(registers: Registry[]) {
  return {
    commandSeconds: new Histogram({
      name: 'parley_command_seconds',
      help: 'From the receipt of what a person asked until the platform had the answer.',
      labelNames: ['platform', 'command', 'outcome'] as const,
      buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10],
      registers,
    }),
    searches: new Counter({
      name: 'parley_searches_total',
      help: 'Questions in people’s own words, by what the search came to.',
      labelNames: ['outcome'] as const,
      registers,
    }),
    limitWaits: new Histogram({
      name: 'parley_rate_limit_wait_seconds',
      help: 'How long the limits of a platform held something up, as it said or as the pacer kept to them.',
      labelNames: ['platform'] as const,
      buckets: [0.01, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60, 300],
      registers,
    }),
  };
}
