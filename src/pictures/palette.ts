/**
 * A palette that grows with the pixels it is shown. Shades at the edges of letters are taken together where they differ by
 * less than 8 in 256; areas keep their colour.
 */
export function createPalette() {
  /** For each shade its place plus one. */
  const places = new Uint16Array(1 << 15);
  const chosen: number[] = [];
  const isArea: boolean[] = [];

  /** A byte for each pixel (RGBA, opaque), or nothing where 256 colours are not enough. */
  function indexesOf(pixels: Uint8Array): Uint8Array | undefined {
    const all = new DataView(pixels.buffer, pixels.byteOffset, pixels.length);
    const indexes = new Uint8Array(pixels.length / 4);
    let last = -1;
    let place = -1;
    for (let i = 0; i < indexes.length; i++) {
      const pixel = all.getUint32(4 * i) >>> 8;
      if (pixel !== last) {
        place = placeOf(pixel);
        if (place > 255) return undefined;
        last = pixel;
      } else if (!isArea[place]) {
        chosen[place] = pixel;
        isArea[place] = true;
      }
      indexes[i] = place;
    }
    return indexes;
  }

  function placeOf(pixel: number): number {
    const shade = ((pixel >> 9) & 0x7c00) | ((pixel >> 6) & 0x3e0) | ((pixel >> 3) & 0x1f);
    const known = places[shade];
    if (known) return known - 1;
    chosen.push(pixel);
    places[shade] = chosen.length;
    return chosen.length - 1;
  }

  /** Three bytes for each. */
  const colours = (): Uint8Array =>
    Uint8Array.from(chosen.flatMap((pixel) => [pixel >> 16, (pixel >> 8) & 0xff, pixel & 0xff]));

  return { indexesOf, colours };
}
