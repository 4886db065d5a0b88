import type { FanOutResult } from './broadcast.ts';
import type { Measurement } from './options.ts';
import type { QueueResult } from './queue.ts';

export type Result = FanOutResult | QueueResult;

type Row = Record<string, string | number>;

/** Makes lines of results: JSON, or a table with a head where the columns change. */
export function reporter(json: boolean): (measurement: Measurement, result: Result) => string[] {
  let head = '';
  const lineOf = (row: Row): string[] => {
    const names = Object.keys(row);
    const isNew = head !== names.join();
    head = names.join();
    const line = padded(names, Object.values(row));
    return isNew ? [padded(names, names), line] : [line];
  };
  return (measurement, result) => {
    if (json) return linesOf(measurement, result).map((line) => JSON.stringify(line));
    const reasons = 'reasons' in result ? result.reasons : [];
    return [...rowsOf(measurement, result).flatMap(lineOf), ...reasons.map((reason) => `  ${reason}`)];
  };
}

function linesOf(measurement: Measurement, result: Result): Row[] {
  if (measurement.bench === 'enqueue') {
    const { database } = measurement;
    const { rows, rowsPerSecond, rssMb, claims } = result as QueueResult;
    return [
      { bench: 'enqueue', database, rows, rowsPerSecond, rssMb },
      ...claims.map((claim) => ({ bench: 'claim', database, ...claim })),
    ];
  }
  const { platform, mode, destinations } = measurement;
  const { ceilingShare, rateLimited, duplicates, missing, uncertain, late } = result as FanOutResult;
  const counted = { ceilingShare: rounded(ceilingShare), rateLimited, duplicates, missing, uncertain };
  return [{ bench: 'broadcast', platform, mode, destinations, ...counted, rssMb: late.rssMb }];
}

function rowsOf(measurement: Measurement, result: Result): Row[] {
  if (measurement.bench === 'enqueue') {
    const { database } = measurement;
    const { rows, rowsPerSecond, rssMb, rssBeforeMb, claims } = result as QueueResult;
    const first = claims[0]?.medianMs ?? 0;
    return [
      { database, rows, 'rows/s': rowsPerSecond, 'RSS MB': `${rssBeforeMb} → ${rssMb}` },
      ...claims.map(({ rows: sent, medianMs }) => ({
        database,
        'rows sent': sent,
        'claim ms': medianMs,
        ratio: rounded(medianMs / first, 2),
      })),
    ];
  }
  const { platform, mode, destinations } = measurement;
  const { early, late, ...found } = result as FanOutResult;
  return [
    {
      platform,
      mode,
      places: destinations,
      attempts: found.attempts,
      seconds: rounded(found.seconds, 1),
      ceiling: rounded(found.ceilingShare),
      '429s': found.rateLimited,
      duplicates: found.duplicates,
      missing: found.missing,
      uncertain: found.uncertain,
      failed: found.failed,
      gone: found.gone,
      held: found.held,
      moved: found.moved,
      'RSS MB': `${early.rssMb} → ${late.rssMb}`,
      'heap MB': `${early.heapMb} → ${late.heapMb}`,
    },
  ];
}

const rounded = (value: number, digits = 3): number => Number(value.toFixed(digits));

const wide = 22;
const leastWidth = 9;

/** Names of platforms and modes take more room than numbers. */
function padded(names: readonly string[], cells: readonly (string | number)[]): string {
  const width = (name: string): number =>
    name === 'mode' || name.endsWith('MB') ? wide : Math.max(leastWidth, name.length + 2);
  return cells
    .map((cell, i) => String(cell).padEnd(width(names[i] ?? '')))
    .join('')
    .trimEnd();
}
