import { createHash } from 'node:crypto';
import * as z from 'zod';

/**
 * A backup is gzip'd JSON, one value a line: a head, then for each table a line with its name and columns followed by
 * its rows as lists, and at the end how many rows there are and a checksum of all lines before. It is the same for
 * both databases.
 */
export const headShape = z.object({
  parley: z.literal('backup'),
  /** Of the lines: counts up where they come to be written in another way. */
  format: z.int().min(1),
  /** The latest migration that the database had taken. */
  schema: z.int().min(1),
});

/** The format of the lines that is written, and the latest that can be read. */
export const dumpFormat = 1;

export const tableShape = z.strictObject({ table: z.string(), columns: z.array(z.string()).min(1) });

export const endShape = z.strictObject({ rows: z.int(), sha256: z.string() });

/** What stands in a column: text, a number or nothing. */
export const rowShape = z.array(z.union([z.string(), z.number(), z.null()])).min(1);
export type Cells = z.infer<typeof rowShape>;

/** Of all lines, each with its end. */
export function createChecksum() {
  const hash = createHash('sha256');
  return { add: (line: string) => hash.update(line).update('\n'), value: () => hash.digest('hex') };
}

/** In characters; far more than any row of ours has. */
const longestLine = 64 * 1024 * 1024;

/** The lines of a stream of bytes. The last one has an end, too: what comes after it was cut off. */
export async function* linesOf(chunks: AsyncIterable<Buffer>): AsyncGenerator<string> {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let rest = '';
  for await (const chunk of chunks) {
    const lines = (rest + decoder.decode(chunk, { stream: true })).split('\n');
    rest = lines.pop() ?? '';
    if (rest.length > longestLine) throw new RangeError('A line is too long.');
    yield* lines;
  }
  if (rest !== '') throw new RangeError('The last line has no end.');
}
