import { allowedKbPerThousand } from './heap.ts';
import type { Outcome } from './soak.ts';

interface Named {
  name: string;
  outcome: Outcome;
}

/** One line on one database. */
export function summary(
  name: string,
  { counts, asked, acts, verdict, slope, faults, troubles, isStarved }: Outcome,
): string {
  const { discord, telegram } = asked;
  const made = Object.entries(troubles).filter(([kind]) => kind !== 'process: slow machine');
  const struck = made.reduce((sum, [, count]) => sum + count, 0);
  return [
    `${name}: ${faults.length === 0 ? 'whole' : `${faults.length} FAULTS`}`,
    `${struck} troubles, ${counts.kills} SIGKILLs`,
    `${discord.answered + telegram.answered} of ${discord.asked + telegram.asked} questions answered`,
    `${acts.confirmed} acts of moderators confirmed`,
    `${verdict.copies} copies of ${verdict.updates} updates`,
    `${verdict.lost} lost, ${verdict.duplicates} twice, ${verdict.outdated} outdated, ${verdict.uncertain} uncertain`,
    slope
      ? `heap ${inKb(slope)} kB per 1 000 commands${slope.isSettled ? '' : ' (too early to tell)'}`
      : 'heap not measured',
    ...(isStarved ? ['THE MACHINE HAD NO TIME FOR IT: choose a lower --speed'] : []),
  ].join('; ');
}

const inKb = ({ perThousandKb, uncertaintyKb }: NonNullable<Outcome['slope']>): string =>
  `${Math.round(perThousandKb)} ± ${Math.round(uncertaintyKb)}`;

/** Everything, a column for each database. */
export function table(all: readonly Named[], isVerbose: boolean): string {
  const lines: [string, (outcome: Outcome) => string | number][] = [
    ['starts, of them refused by the database', ({ counts }) => `${counts.starts}, ${counts.refusedStarts}`],
    ['SIGKILLs', ({ counts }) => counts.kills],
    ['SIGTERMs, all with status 0', ({ counts }) => counts.stops],
    ...(['discord', 'telegram'] as const).flatMap((platform): typeof lines => [
      [`${platform}: asked`, ({ asked }) => asked[platform].asked],
      [`${platform}: answered`, ({ asked }) => asked[platform].answered],
      [`${platform}: excused`, ({ asked }) => inWords(asked[platform].excused)],
    ]),
    ['acts confirmed', ({ acts }) => acts.confirmed],
    ['acts cut short', ({ acts }) => acts.cutShort.length],
    ['updates published', ({ verdict }) => verdict.updates],
    ['copies owed', ({ verdict }) => verdict.owed],
    ['copies there', ({ verdict }) => verdict.copies],
    ['lost', ({ verdict }) => verdict.lost],
    ['twice', ({ verdict }) => verdict.duplicates],
    ['outdated', ({ verdict }) => verdict.outdated],
    ['uncertain', ({ verdict }) => verdict.uncertain],
    [
      `heap, kB per 1 000 commands (at most ${allowedKbPerThousand})`,
      ({ slope }) =>
        slope
          ? `${inKb(slope)}, ${slope.samples} samples over ${slope.commands} commands${slope.isSettled ? '' : ', too early to tell'}`
          : '—',
    ],
  ];
  const rows = [
    ['', ...all.map(({ name }) => name)],
    ...lines.map(([words, of]) => [words, ...all.map(({ outcome }) => String(of(outcome)))]),
  ];
  const widths = rows[0]?.map((_, i) => Math.max(...rows.map((row) => row[i]?.length ?? 0))) ?? [];
  const shown = rows.map((row) =>
    row
      .map((cell, i) => cell.padEnd(widths[i] ?? 0))
      .join('  ')
      .trimEnd(),
  );
  return `${[...shown, ...all.flatMap((one) => details(one, isVerbose))].join('\n')}\n`;
}

function details(
  { name, outcome: { troubles, complaints, verdict, acts, asked } }: Named,
  isVerbose: boolean,
): string[] {
  return [
    `${name}: troubles: ${inWords(troubles)}`,
    ...verdict.uncertainOnes.map((one) => `${name}: uncertain: ${one}`),
    ...(isVerbose ? Object.entries(complaints).map(([words, count]) => `${name}: logged ${count} ×: ${words}`) : []),
    ...(isVerbose
      ? Object.values(asked).flatMap(({ excuses }) => excuses.map((one) => `${name}: excused: ${one}`))
      : []),
    ...(isVerbose ? acts.cutShort.map((one) => `${name}: cut short: ${one}`) : []),
  ];
}

const inWords = (counts: Record<string, number>): string =>
  Object.entries(counts)
    .map(([words, count]) => `${count} × ${words}`)
    .join(', ') || 'none';
