import { inflateSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { createPng } from '../../src/pictures/png.ts';

/** Pixels of these colours, opaque. */
const pixels = (...colours: number[]): Uint8Array =>
  Uint8Array.from(colours.flatMap((one) => [one >> 16, (one >> 8) & 255, one & 255, 255]));

/** The chunks of a file by their type. */
function chunksOf(png: Uint8Array): Map<string, Buffer> {
  const bytes = Buffer.from(png);
  const chunks = new Map<string, Buffer>();
  for (let at = 8; at < bytes.length; ) {
    const length = bytes.readUInt32BE(at);
    chunks.set(bytes.toString('latin1', at + 4, at + 8), bytes.subarray(at + 8, at + 8 + length));
    at += 12 + length;
  }
  return chunks;
}

const rowsOf = (png: Uint8Array): number[] => [...inflateSync(chunksOf(png).get('IDAT') ?? Buffer.alloc(0))];

describe('a PNG', () => {
  it('puts strips below each other, a byte a pixel where there are few colours', async () => {
    const made = createPng(2);
    made.add(pixels(0xff0000, 0xff0000));
    made.add(pixels(0x0000ff, 0xff0000, 0x0000ff, 0x0000ff));
    const { png, width, height } = await made.finish();
    expect([width, height]).toEqual([2, 3]);
    expect([...(chunksOf(png).get('PLTE') ?? [])]).toEqual([255, 0, 0, 0, 0, 255]);
    expect(rowsOf(png)).toEqual([0, 0, 0, 0, 1, 0, 0, 1, 1]);
  });

  it('keeps the colour of areas, whatever shade an edge beside them has', async () => {
    const made = createPng(4);
    made.add(pixels(0x0a5a95, 0xffffff, 0x0a5a94, 0x0a5a94));
    expect([...(chunksOf((await made.finish()).png).get('PLTE') ?? [])].slice(0, 3)).toEqual([0x0a, 0x5a, 0x94]);
  });

  it('keeps every colour where a palette does not do', async () => {
    const colours = Array.from({ length: 300 }, (_, i) => ((i >> 5) << 19) | ((i & 31) << 11));
    const made = createPng(300);
    made.add(pixels(0xffffff, ...colours.slice(1)));
    const { png } = await made.finish();
    expect(chunksOf(png).has('PLTE')).toBe(false);
    expect(rowsOf(png)).toEqual([0, ...pixels(0xffffff, ...colours.slice(1))]);
  });
});
