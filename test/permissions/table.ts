import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';

/** `none` where there is no such thing for them: the cell says “–”. */
export type Cell = 'yes' | 'no' | 'none';

export interface Table {
  columns: string[];
  rows: { name: string; cells: Record<string, Cell> }[];
}

const file = resolve(import.meta.dirname, '../../docs/permissions.md');
const cells: Record<string, Cell> = { yes: 'yes', no: 'no', '–': 'none' };

/** The tables of the document under that heading, as one: rows by the code in their first cell. */
export function readTable(heading: string): Table {
  const [, section = ''] = readFileSync(file, 'utf8').split(`\n## ${heading}\n`);
  const lines = (section.split('\n## ')[0] ?? '').split('\n').filter((line) => line.startsWith('|'));
  const [head = [], , ...body] = lines.map((line) =>
    line
      .split('|')
      .slice(1, -1)
      .map((cell) => cell.trim()),
  );
  const columns = head.slice(1).map((one) => one.replace(' ᵀ', ''));
  return { columns, rows: body.map((row) => readRow(row, columns)) };
}

function readRow([first = '', ...others]: string[], columns: string[]): Table['rows'][number] {
  const [, name] = /^`([^`]+)`/u.exec(first) ?? [];
  if (name === undefined) throw new Error(`A row of docs/permissions.md names nothing: ${first}`);
  if (others.length !== columns.length) throw new Error(`${name} has ${others.length} cells, not ${columns.length}.`);
  const read = (column: string, i: number): [string, Cell] => {
    const cell = cells[others[i] ?? ''];
    if (!cell) throw new Error(`${name}: “${others[i]}” for ${column} is none of ${Object.keys(cells).join(', ')}.`);
    return [column, cell];
  };
  return { name, cells: Object.fromEntries(columns.map(read)) };
}
