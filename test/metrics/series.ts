import type { Dispatcher } from '../../src/core/dispatch.ts';
import { createWatch, type OperatorsWatch } from '../../src/metrics/watch.ts';
import { createMetrics } from '../../src/metrics.ts';

/** The series in Prometheus' text format, by name and labels as they stand there. */
export function seriesIn(text: string): Map<string, number> {
  const lines = text.split('\n').filter((line) => line !== '' && !line.startsWith('#'));
  return new Map(
    lines.map((line) => {
      const at = line.lastIndexOf(' ');
      return [line.slice(0, at), Number(line.slice(at + 1))];
    }),
  );
}

/** How often commands were counted, as `platform command outcome`. */
export function commandsIn(text: string): Record<string, number> {
  const counted = [...seriesIn(text)].flatMap(([name, count]) => {
    const found = /^parley_command_seconds_count\{platform="(.*)",command="(.*)",outcome="(.*)"\}$/u.exec(name);
    return found ? [[found.slice(1).join(' '), count] as const] : [];
  });
  return Object.fromEntries(counted);
}

/** Metrics with a watch over that dispatcher. */
export function watching(dispatcher: Dispatcher, now?: () => number) {
  const metrics = createMetrics();
  const watch: OperatorsWatch = createWatch({ metrics, commands: dispatcher.commands, ...(now && { now }) });
  return { metrics, watch, counted: async () => commandsIn(await metrics.text()) };
}
