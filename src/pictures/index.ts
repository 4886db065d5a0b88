import { createHash } from 'node:crypto';
import type { Figure, Picture, Pictures } from '../core/figure.ts';
import { createByteCache } from './cache.ts';
import { chart } from './chart.ts';
import { comparison } from './comparison.ts';
import { matrix } from './matrix.ts';
import type { DrawnNode } from './nodes.ts';
import { pngOf } from './png.ts';
import { loadSvg, type ToSvg } from './svg.ts';
import { timeline } from './timeline.ts';

/** In bytes; a picture takes 60 to 250 kB. */
const usualCacheBytes = 16 * 1024 * 1024;

type Drawn = Omit<Picture, 'name'>;

export interface PicturesParts {
  /** How much is kept. */
  cacheBytes?: number;
  /** Told of what keeps pictures from being drawn, once as long as it is the same. */
  onFault(error: unknown): void;
}

/** Draws figures as PNG. Nothing is loaded before the first of them; one that was drawn already is not drawn again. */
export function createPictures({ cacheBytes = usualCacheBytes, onFault }: PicturesParts): Pictures {
  const cache = createByteCache<Drawn>(cacheBytes, ({ png }) => png.length);
  const underWay = new Map<string, Promise<Drawn>>();
  let loading: Promise<Drawing> | undefined;
  let lastFault: string | undefined;

  function load(): Promise<Drawing> {
    loading ??= loadDrawing().catch((error: unknown) => {
      loading = undefined;
      throw error;
    });
    return loading;
  }

  async function drawOnce(key: string, figure: Figure): Promise<Drawn> {
    try {
      const { toSvg, toPng } = await load();
      const drawn = await toPng(await toSvg(nodeOf(figure)));
      cache.put(key, drawn);
      lastFault = undefined;
      return drawn;
    } catch (error) {
      if (lastFault !== String(error)) onFault(error);
      lastFault = String(error);
      throw error;
    }
  }

  return {
    async draw(figure, name) {
      const key = createHash('sha256').update(JSON.stringify(figure)).digest('base64');
      const known = cache.get(key) ?? underWay.get(key);
      if (known) return { name, ...(await known) };
      const drawing = drawOnce(key, figure).finally(() => underWay.delete(key));
      underWay.set(key, drawing);
      return { name, ...(await drawing) };
    },
  };
}

/** What a figure looks like, before it is laid out. */
export function nodeOf(figure: Figure): DrawnNode {
  switch (figure.kind) {
    case 'matrix':
      return matrix(figure);
    case 'comparison':
      return comparison(figure);
    case 'timeline':
      return timeline(figure);
    case 'chart':
      return chart(figure);
  }
}

interface Drawing {
  toSvg: ToSvg;
  toPng(svg: string): Promise<Drawn>;
}

async function loadDrawing(): Promise<Drawing> {
  const [toSvg, { renderAsync }] = await Promise.all([loadSvg(), import('@resvg/resvg-js')]);
  return {
    toSvg,
    async toPng(svg) {
      // In a thread of its own; letters are outlines already, so that no font is needed.
      const rendered = await renderAsync(svg, { font: { loadSystemFonts: false } });
      const { pixels, width, height } = rendered;
      return { png: await pngOf(pixels, width, height), width, height };
    },
  };
}
