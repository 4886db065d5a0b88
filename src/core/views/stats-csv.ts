import type { SentFile } from '../answer.ts';
import type { Caller } from '../command.ts';
import { deliveryOutcomes, type Numbers, questionOutcomes } from '../stats.ts';
import { entryTitle } from './stats-figures.ts';

type Cell = string | number;

/**
 * All numbers as CSV (RFC 4180, UTF-8 with a byte order mark, without which Excel misreads Cyrillic):
 * - `question`, by day: `answered`, `unsure` (“did you mean”) or `none`;
 * - `opened`, by day: entries opened without a question;
 * - `shown`, `helpful` and `unhelpful`, by entry over the whole time, which is written `first/last`;
 * - `delivery`, by day: `sent`, `held`, `uncertain` or `failed`.
 */
export function statsFile(numbers: Numbers, caller: Caller): SentFile {
  const { days, questions, opened, entries, votes, deliveries } = numbers;
  const [first = '', last = ''] = [days[0], days.at(-1)];
  const period = `${first}/${last}`;
  const daily = (kind: string, name: string, values: readonly number[]): Cell[][] =>
    days.map((day, i) => [kind, day, '', name, values[i] ?? 0]);
  const rows: Cell[][] = [
    ['kind', 'date', 'entry', 'name', 'value'],
    ...questionOutcomes.flatMap((one) => daily('question', one, questions[one])),
    ...daily('opened', 'opened', opened),
    ...entries.map(({ entry, count }) => ['shown', period, entry, entryTitle(entry, caller), count]),
    ...votes.flatMap(({ entry, helpful, unhelpful }) => [
      ['helpful', period, entry, entryTitle(entry, caller), helpful],
      ['unhelpful', period, entry, entryTitle(entry, caller), unhelpful],
    ]),
    ...(deliveries ? deliveryOutcomes.flatMap((one) => daily('delivery', one, deliveries[one])) : []),
  ];
  const text = rows.map((row) => `${row.map(written).join(',')}\r\n`).join('');
  return { name: `stats-${first}-${last}.csv`, bytes: Buffer.from(`\ufeff${text}`) };
}

/** Spreadsheets take a cell that begins so for a formula, which somebody may have written as a question. */
const formula = /^\s*[=+\-@＝＋－＠]/u;

function written(cell: Cell): string {
  if (typeof cell === 'number') return String(cell);
  const safe = formula.test(cell) || /^[\t\r\n]/u.test(cell) ? `'${cell}` : cell;
  return /[",\r\n]/u.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
