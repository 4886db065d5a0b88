import { createReadStream } from 'node:fs';
import { pipeline } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { OperatorError } from '../core/errors.ts';
import { codeOf } from './database.ts';
import {
  type Cells,
  createChecksum,
  dumpFormat,
  endShape,
  headShape,
  linesOf,
  rowShape,
  tableShape,
} from './dump-format.ts';
import { migrations } from './migrations/index.ts';

export type DumpPart =
  | { kind: 'head'; schema: number }
  | { kind: 'table'; table: string; columns: string[] }
  | { kind: 'row'; cells: Cells };

/**
 * Reads a backup part by part. Throws an OperatorError where it can't be read or is not as it was written; only when
 * the end has been read is it known that nothing is missing.
 */
export async function* readDump(file: string): AsyncGenerator<DumpPart> {
  // What breaks on the way ends the last stream, and so reaches whoever reads from it.
  const bytes = pipeline(createReadStream(file), createGunzip(), () => {});
  try {
    yield* partsOf(bytes);
  } catch (cause) {
    if (cause instanceof OperatorError) throw cause;
    const isUnreadable = /^E[A-Z]+$/u.test(codeOf(cause));
    throw new OperatorError(
      isUnreadable
        ? `The backup ${file} can’t be read: ${(cause as Error).message}.`
        : `The backup ${file} is damaged or not whole, and nothing was changed: use another one.`,
      { cause },
    );
  }
}

/** Reads a backup through, to its end; returns how many rows it holds. */
export async function rowsIn(file: string): Promise<number> {
  let rows = 0;
  for await (const part of readDump(file)) if (part.kind === 'row') rows++;
  return rows;
}

async function* partsOf(chunks: AsyncIterable<Buffer>): AsyncGenerator<DumpPart> {
  const checksum = createChecksum();
  let rows = 0;
  let columns = 0;
  let isAtEnd = false;
  let isAtHead = true;
  for await (const line of linesOf(chunks)) {
    if (isAtEnd) throw new RangeError('Something stands after the end.');
    const value: unknown = JSON.parse(line);
    if (isAtHead) {
      const { format, schema } = headShape.parse(value);
      if (format > dumpFormat || schema > migrations.length)
        throw new OperatorError('The backup was made by a newer Parley: restore it with that version.');
      yield { kind: 'head', schema };
      isAtHead = false;
    } else if (Array.isArray(value)) {
      const cells = rowShape.parse(value);
      if (cells.length !== columns) throw new RangeError('A row has too many or too few values.');
      rows++;
      yield { kind: 'row', cells };
    } else if (value !== null && typeof value === 'object' && 'table' in value) {
      const table = tableShape.parse(value);
      columns = table.columns.length;
      yield { kind: 'table', ...table };
    } else {
      const end = endShape.parse(value);
      if (end.rows !== rows || end.sha256 !== checksum.value()) throw new RangeError('The checksum is another one.');
      isAtEnd = true;
      continue;
    }
    checksum.add(line);
  }
  if (!isAtEnd) throw new RangeError('The end is missing.');
}
