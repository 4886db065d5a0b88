import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { SatoriOptions } from 'satori';
import { loadLetterCheck } from './letters.ts';
import { type DrawnNode, fontSubsets, pictureWidth } from './nodes.ts';

/** Lays nodes out and draws them as SVG, letters as outlines; rejects where there are no letters for a text. */
export type ToSvg = (node: DrawnNode) => Promise<string>;

/** Loads the layout engine and the fonts, which takes longer than drawing does. */
export async function loadSvg(): Promise<ToSvg> {
  const [{ default: satori }, fonts, check] = await Promise.all([import('satori'), loadFonts(), loadLetterCheck()]);
  return async (node) => {
    check(node);
    return await satori(node as Parameters<typeof satori>[0], { width: pictureWidth, fonts });
  };
}

const loadFonts = (): Promise<SatoriOptions['fonts']> =>
  Promise.all(
    fontSubsets.flatMap((name) =>
      ([400, 700] as const).map(async (weight) => ({
        name,
        weight,
        style: 'normal' as const,
        data: await readFile(fontFile(`${name}-${weight}`)),
      })),
    ),
  );

const fontFile = (name: string): string =>
  fileURLToPath(import.meta.resolve(`@fontsource/noto-sans/files/noto-sans-${name}-normal.woff`));
