import { promisify } from 'node:util';
import { crc32, deflate } from 'node:zlib';
import { createPalette } from './palette.ts';

const deflated = promisify(deflate);
const signature = Buffer.from('89504e470d0a1a0a', 'hex');
/** Flat colours hardly get smaller with more. */
const level = 3;

/**
 * Collects opaque pixels (RGBA, from the top left) and makes a PNG of them (www.w3.org/TR/png): a byte a pixel where 256
 * colours are enough. Rows are not filtered, and compressed in a thread of their own: for what we draw that takes a small
 * part of the time of resvg's own way.
 */
export function createPng(width: number) {
  const parts: Uint8Array[] = [];
  const palette = createPalette();
  const indexed: Uint8Array[] = [];

  function add(pixels: Uint8Array): void {
    parts.push(pixels);
    const indexes = palette.indexesOf(pixels);
    if (indexes) indexed.push(indexes);
  }

  async function finish(): Promise<{ png: Uint8Array; width: number; height: number }> {
    const isIndexed = indexed.length === parts.length;
    const rowLength = isIndexed ? width : 4 * width;
    const rows = rowsOf(isIndexed ? indexed : parts, rowLength);
    const height = rows.length / (rowLength + 1);
    const header = Buffer.alloc(13);
    header.writeUInt32BE(width, 0);
    header.writeUInt32BE(height, 4);
    // Eight bits an index, or a channel; not interlaced.
    header.set([8, isIndexed ? 3 : 6], 8);
    const png = Buffer.concat([
      signature,
      chunk('IHDR', header),
      ...(isIndexed ? [chunk('PLTE', palette.colours())] : []),
      chunk('IDAT', await deflated(rows, { level })),
      chunk('IEND', Buffer.alloc(0)),
    ]);
    return { png, width, height };
  }

  return { add, finish };
}

/** Each row after a zero, which says that it is not filtered. */
function rowsOf(parts: readonly Uint8Array[], rowLength: number): Buffer {
  const count = parts.reduce((sum, { length }) => sum + length / rowLength, 0);
  const rows = Buffer.alloc((rowLength + 1) * count);
  let at = 0;
  for (const part of parts) {
    for (let from = 0; from < part.length; from += rowLength, at += rowLength + 1)
      rows.set(part.subarray(from, from + rowLength), at + 1);
  }
  return rows;
}

function chunk(type: string, data: Uint8Array): Buffer {
  const whole = Buffer.alloc(12 + data.length);
  whole.writeUInt32BE(data.length, 0);
  whole.write(type, 4, 'latin1');
  whole.set(data, 8);
  whole.writeUInt32BE(crc32(whole.subarray(4, 8 + data.length)), 8 + data.length);
  return whole;
}
