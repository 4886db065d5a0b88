import type { Kind } from './bots.ts';
import type { CommunitiesSeen } from './communities.ts';
import { comparisonOf, figuresOf, type Seen } from './figures.ts';
import type { ChatPlatform } from './options.ts';

const rows = [
  ['commands a second', 'perSecond', 0],
  ['CPU of a command, ms', 'cpuMs', 3],
  ['receipt to request, median, ms', 'p50Ms', 2],
  ['receipt to request, 99 %, ms', 'p99Ms', 2],
  ['the same in a burst, ms', 'burstP99Ms', 0],
  ['start to connected, ms', 'readyMs', 0],
  ['memory idle, MB', 'idleMb', 1],
  ['memory after all commands, MB', 'lateMb', 1],
] as const;

/** A line of JSON, or a table. */
export function report(platform: ChatPlatform, seen: Record<Kind, Seen>, json: boolean): string {
  const { cpuRatio, idleOverMb, readyOverMs, p99Ratio } = comparisonOf(seen);
  const over = {
    cpuRatio: rounded(cpuRatio, 3),
    idleOverMb: rounded(idleOverMb, 1),
    readyOverMs: rounded(readyOverMs, 0),
    p99Ratio: rounded(p99Ratio, 3),
  };
  const [floor, product] = [figuresOf(seen.floor), figuresOf(seen.product)];
  if (json) {
    const all = (figures: typeof floor) =>
      Object.fromEntries(rows.map(([, key, digits]) => [key, rounded(figures[key], digits)]));
    return JSON.stringify({ bench: 'floor', platform, ...over, floor: all(floor), parley: all(product) });
  }
  return [
    line(platform, 'floor', 'Parley'),
    ...rows.map(([name, key, digits]) => line(name, floor[key].toFixed(digits), product[key].toFixed(digits))),
    line('CPU ratio, round by round', '', over.cpuRatio),
    line('burst ratio', '', over.p99Ratio),
    '',
  ].join('\n');
}

/** The same of communities in which nobody asks. */
export function communitiesReport(
  communities: number,
  { floor, product }: Record<Kind, CommunitiesSeen>,
  json: boolean,
): string {
  if (json) {
    const { heapKbEach, rssKbEach, fullMb } = product;
    return JSON.stringify({
      bench: 'communities',
      platform: 'discord',
      communities,
      heapKbEach: rounded(heapKbEach, 2),
      rssKbEach: rounded(rssKbEach, 2),
      rssMb: rounded(fullMb, 1),
      floorHeapKbEach: rounded(floor.heapKbEach, 2),
      floorRssKbEach: rounded(floor.rssKbEach, 2),
      floorRssMb: rounded(floor.fullMb, 1),
    });
  }
  return [
    line(`${communities} communities`, 'floor', 'Parley'),
    line('memory of each, heap, kB', floor.heapKbEach.toFixed(2), product.heapKbEach.toFixed(2)),
    line('memory of each, process, kB', floor.rssKbEach.toFixed(2), product.rssKbEach.toFixed(2)),
    line('process without any, MB', floor.emptyMb.toFixed(1), product.emptyMb.toFixed(1)),
    line('process with all, MB', floor.fullMb.toFixed(1), product.fullMb.toFixed(1)),
  ].join('\n');
}

export const rounded = (value: number, digits: number): number => Number(value.toFixed(digits));

export const line = (name: string, ...cells: (string | number)[]): string =>
  `${name.padEnd(34)}${cells.map((cell) => String(cell).padStart(12)).join('')}`;
