import stringWidth from 'string-width';
import { hanging, type Paint, wrap } from './inline.ts';

/** Below this a column is no longer readable, and the table becomes lines. */
const narrowestColumn = 12;
const gap = 3;

/** A table of ANSI cells in `width` columns of the screen: with columns where they fit, else a line per cell. */
export function tableLines(header: string[], rows: string[][], width: number, paint: Paint): string[] {
  const widths = columnWidths([header, ...rows], width);
  return widths ? columns(header, rows, widths, paint) : cellByCell(header, rows, width);
}

/** As wide as the cells need; where that is too much, the widest columns share what the others leave. */
function columnWidths(rows: string[][], width: number): number[] | undefined {
  const count = Math.max(...rows.map((row) => row.length));
  const needed = Array.from({ length: count }, (_, i) => Math.max(1, ...rows.map((row) => stringWidth(row[i] ?? ''))));
  let left = width - gap * (count - 1);
  let share = left;
  for (const [i, need] of needed.toSorted((a, b) => a - b).entries()) {
    share = Math.floor(left / (count - i));
    if (need > share) break;
    left -= need;
    share = Number.POSITIVE_INFINITY;
  }
  return share < narrowestColumn ? undefined : needed.map((need) => Math.min(need, share));
}

function columns(header: string[], rows: string[][], widths: number[], paint: Paint): string[] {
  const rule = paint(['dim'], widths.map((one) => '─'.repeat(one)).join('─┼─'));
  const drawn = rows.map((row) => rowLines(row, widths, paint));
  const between = drawn.some((lines) => lines.length > 1) ? [rule] : [];
  return [
    ...rowLines(header, widths, paint),
    rule,
    ...drawn.flatMap((lines, i) => (i === 0 ? lines : [...between, ...lines])),
  ];
}

function rowLines(row: string[], widths: number[], paint: Paint): string[] {
  const cells = widths.map((width, i) => wrap(row[i] ?? '', width));
  const height = Math.max(...cells.map((lines) => lines.length));
  const pad = (line: string, width: number) => line + ' '.repeat(width - stringWidth(line));
  return Array.from({ length: height }, (_, at) =>
    cells
      .map((lines, i) => pad(lines[at] ?? '', widths[i] as number))
      .join(` ${paint(['dim'], '│')} `)
      .trimEnd(),
  );
}

/** Each cell behind its column's heading, rows apart by an empty line. */
function cellByCell(header: string[], rows: string[][], width: number): string[] {
  return rows.flatMap((row, i) => [
    ...(i === 0 ? [] : ['']),
    ...row.flatMap((cell, column) => hanging('', header[column] ? `${header[column]}: ${cell}` : cell, width)),
  ]);
}
