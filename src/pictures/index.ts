import { createHash } from 'node:crypto';
import type { Figure, MatrixFigure, Pictures } from '../core/figure.ts';
import { createByteCache } from './cache.ts';
import { chart } from './chart.ts';
import { comparison } from './comparison.ts';
import { type Draw, type Drawn, loadDrawing } from './drawing.ts';
import { matrix } from './matrix.ts';
import type { DrawnNode } from './nodes.ts';
import { timeline } from './timeline.ts';

/** In bytes; a picture takes 20 to 150 kB. */
const usualCacheBytes = 16 * 1024 * 1024;
const usualTimeoutMs = 5000;
/** After these the compiler knows most of the engine. */
const warmingRounds = 6;

export interface PicturesParts {
  /** How much is kept. */
  cacheBytes?: number;
  /** After this long a picture is given up, though it may still be finished for the cache; usually 5000 ms. */
  timeoutMs?: number;
  /** Whether what makes later pictures fast is done after the first: it takes memory that who sends none never needs. */
  warmsUp?: boolean;
  /** Told of what keeps pictures from being drawn, once as long as it is the same. */
  onFault(error: unknown): void;
}

export interface WarmPictures extends Pictures {
  /** Loads what drawing needs, and draws until it is no longer slow; between two strips everybody else has a turn. Never rejects. */
  warm(): Promise<void>;
  /** How many are in memory. */
  readonly kept: number;
}

/** Draws figures as PNG. Nothing is loaded before the first of them; one that was drawn already is not drawn again. */
export function createPictures({
  cacheBytes = usualCacheBytes,
  timeoutMs = usualTimeoutMs,
  warmsUp = false,
  onFault,
}: PicturesParts): WarmPictures {
  const cache = createByteCache<Drawn>(cacheBytes, ({ png }) => png.length);
  const underWay = new Map<string, Promise<Drawn>>();
  let loading: Promise<Draw> | undefined;
  let lastFault: string | undefined;
  let isWarm = false;

  function load(): Promise<Draw> {
    loading ??= loadDrawing().catch((error: unknown) => {
      loading = undefined;
      throw error;
    });
    return loading;
  }

  async function drawAndKeep(key: string, figure: Figure): Promise<Drawn> {
    const draw = await load();
    const drawn = await draw(nodeOf(figure));
    cache.put(key, drawn);
    if (warmsUp && !isWarm) void warm();
    return drawn;
  }

  async function warm(): Promise<void> {
    isWarm = true;
    try {
      const draw = await load();
      for (let round = 0; round < warmingRounds; round++) await draw(matrix(sampleOf(round)));
    } catch (error) {
      onFault(error);
    }
  }

  async function drawOnce(key: string, figure: Figure): Promise<Drawn> {
    try {
      const drawn = await within(timeoutMs, drawAndKeep(key, figure));
      lastFault = undefined;
      return drawn;
    } catch (error) {
      if (lastFault !== String(error)) onFault(error);
      lastFault = String(error);
      throw error;
    }
  }

  return {
    warm,
    async draw(figure, name) {
      const key = createHash('sha256').update(JSON.stringify(figure)).digest('base64');
      const known = cache.get(key) ?? underWay.get(key);
      if (known) return { name, ...(await known) };
      const drawing = drawOnce(key, figure).finally(() => underWay.delete(key));
      underWay.set(key, drawing);
      return { name, ...(await drawing) };
    },
    get kept() {
      return cache.size;
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

/** Rejects after that long. */
async function within<T>(limitMs: number, working: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`A picture was not drawn within ${limitMs} ms.`)), limitMs);
  });
  try {
    return await Promise.race([working, late]);
  } finally {
    clearTimeout(timer);
  }
}

/** The outline of a letter is looked up when it is drawn first. */
const letters =
  'the quick brown fox jumps over a lazy dog, щедро змій ґава її єство юшка чхнуть фарби эта съёмка выжить 0123456789';

/** Every letter in each weight, and something that is missing; each round another, so that it is laid out anew. */
const sampleOf = (round: number): MatrixFigure => ({
  kind: 'matrix',
  title: 'Parley: позиції сторін, позиции сторон',
  parties: [letters, letters.toUpperCase(), 'США'],
  rows: ['Території', 'Sanctions', 'Репарации'].map((topic) => ({
    topic: `${topic} ${round}`,
    cells: [
      { text: letters, isMissing: false },
      { text: letters.toUpperCase(), isMissing: false },
      { text: 'no sourced position', isMissing: true },
    ],
  })),
  notes: ['Each line is what the party itself says, or is reported to say.'],
  sources: [],
});
