import type { Figure, Pictures } from '../../src/core/figure.ts';

const dot = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

/** One pixel, whatever is to be drawn. */
export const dotPictures: Pictures = {
  draw: async (_figure: Figure, name: string) => ({ name, png: dot, width: 1, height: 1 }),
};
