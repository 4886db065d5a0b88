import type { Line } from './program.ts';
import type { Troubles } from './troubles.ts';

/** So long after a trouble the program may still complain of it: what it tells, it tells once a minute. */
const aftermathMs = 120_000;
const [error, fatal] = [50, 60];

/** Reads the program’s log: what should never stand there is a fault. */
export function createLogbook(now: () => number, troubles: Troubles) {
  const faults: string[] = [];
  const complaints: Record<string, number> = {};
  return {
    faults,
    complaints,
    note(line: Line): void {
      const { level, msg, err } = line;
      if (level < error) return;
      const words = [msg, err?.code, err?.message?.split('\n')[0]].filter(Boolean).join(': ').slice(0, 200);
      complaints[words] = (complaints[words] ?? 0) + 1;
      if (level >= fatal) faults.push(`the log says: ${words} ${err?.stack ?? ''}`);
      else if (!troubles.within(now() - aftermathMs, now(), ['database', 'discord', 'telegram', 'gateway', 'process']))
        faults.push(`the log complains without a reason: ${words}`);
    },
  };
}
