import { setImmediate as nextTurn } from 'node:timers/promises';
import { createByteCache } from './cache.ts';
import { type DrawnNode, pictureWidth, stripsOf } from './nodes.ts';
import { createPng } from './png.ts';
import { loadSvg } from './svg.ts';

/** A picture without its name. */
export interface Drawn {
  png: Uint8Array;
  width: number;
  height: number;
}

/** In bytes: some hundred strips. What changes in a picture is seldom more than one of its strips. */
const layoutBytes = 8 * 1024 * 1024;

export type Draw = (node: DrawnNode) => Promise<Drawn>;

/**
 * Loads engine and fonts, which takes longer than drawing does. A picture is drawn in strips: while one is laid out, those
 * before it are made into pixels by threads of libuv, and between two of them everybody else has a turn.
 */
export async function loadDrawing(): Promise<Draw> {
  const [toSvg, { renderAsync }] = await Promise.all([loadSvg(), import('@resvg/resvg-js')]);

  const layouts = createByteCache<string>(layoutBytes, (svg) => svg.length);

  async function layoutOf(strip: DrawnNode): Promise<string> {
    const key = JSON.stringify(strip);
    const known = layouts.get(key);
    if (known !== undefined) return known;
    const svg = await toSvg(strip);
    layouts.put(key, svg);
    return svg;
  }

  async function pixelsOf(svg: string): Promise<Uint8Array> {
    // Letters are outlines already, so that no font is needed.
    const { pixels } = await renderAsync(svg, { font: { loadSystemFonts: false } });
    return pixels;
  }

  return async (node) => {
    const png = createPng(pictureWidth);
    let above: Promise<void> = Promise.resolve();
    for (const strip of stripsOf(node)) {
      const svg = await layoutOf(strip);
      const pixels = pixelsOf(svg);
      above = above.then(async () => png.add(await pixels));
      // Awaited below, unless something fails before.
      for (const one of [pixels, above]) one.catch(() => {});
      await nextTurn();
    }
    await above;
    return png.finish();
  };
}
