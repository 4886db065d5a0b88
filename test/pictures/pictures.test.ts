import { beforeAll, describe, expect, it } from 'vitest';
import { type RealFigure, realFigures } from '../../bench/pictures/figures.ts';
import type { ComparisonFigure, Figure } from '../../src/core/figure.ts';
import { createPictures, nodeOf } from '../../src/pictures/index.ts';
import { type DrawnNode, pictureWidth, sizes } from '../../src/pictures/nodes.ts';
import { loadSvg, type ToSvg } from '../../src/pictures/svg.ts';

const faults: unknown[] = [];
const onFault = (error: unknown) => faults.push(error);
const pictures = createPictures({ onFault });
let figures: RealFigure[];
let toSvg: ToSvg;

beforeAll(async () => {
  [figures, toSvg] = await Promise.all([realFigures(), loadSvg()]);
});

const comparison = (changes: Partial<ComparisonFigure> = {}): ComparisonFigure => ({
  kind: 'comparison',
  title: 'Порівняння: НАТО',
  parties: [
    { name: 'Україна', stance: { text: 'Членство', isMissing: false } },
    { name: 'США', stance: { text: 'немає позиції з джерелом', isMissing: true } },
  ],
  notes: [],
  sources: [],
  ...changes,
});

/** Width and height as the file itself says (www.w3.org/TR/png/#11IHDR). */
function sizeOf(png: Uint8Array): { width: number; height: number } {
  const bytes = Buffer.from(png);
  expect(bytes.subarray(0, 8).toString('hex')).toBe('89504e470d0a1a0a');
  return { width: bytes.readUInt32BE(16), height: bytes.readUInt32BE(20) };
}

function everyNode(node: DrawnNode): DrawnNode[] {
  const { children } = node.props;
  return [node, ...(Array.isArray(children) ? children.flatMap(everyNode) : [])];
}

/** Of all outlines. */
const rightmost = (svg: string): number =>
  Math.max(...[...svg.matchAll(/[ML](\d+(?:\.\d+)?) /gu)].map(([, x]) => Number(x)));

const textOf = (figure: Figure): string =>
  everyNode(nodeOf(figure))
    .map(({ props }) => (typeof props.children === 'string' ? props.children : ''))
    .filter(Boolean)
    .join('\n');

describe('a picture', () => {
  it('of each kind is drawn in every language, as wide as a phone shows it and no taller than Telegram takes', async () => {
    const distinct = new Map(figures.map((one) => [`${one.name} ${one.language}`, one]));
    for (const { figure, name } of distinct.values()) {
      const { png, width, height } = await pictures.draw(figure, `${name}.png`);
      expect(sizeOf(png)).toEqual({ width, height });
      expect(width).toBe(pictureWidth);
      expect(height).toBeLessThan(3000);
    }
    expect(faults).toEqual([]);
  });

  it('is the same each time that it is drawn', async () => {
    const [one, other] = [createPictures({ onFault }), createPictures({ onFault })];
    const drawn = await Promise.all([one, other].map((by) => by.draw(comparison(), 'compare.png')));
    expect(drawn[0]).toEqual(drawn[1]);
  });

  it('is drawn once, however often and however soon it is asked for', async () => {
    const fresh = createPictures({ onFault });
    const [one, other] = await Promise.all([fresh.draw(comparison(), 'a.png'), fresh.draw(comparison(), 'b.png')]);
    expect(other.png).toBe(one.png);
    expect((await fresh.draw(comparison(), 'c.png')).png).toBe(one.png);
    expect([one.name, other.name]).toEqual(['a.png', 'b.png']);
  });

  it('is another one once a word of it changes', async () => {
    const changed = comparison({ title: 'Порівняння: Удари' });
    expect((await pictures.draw(changed, 'a.png')).png).not.toEqual((await pictures.draw(comparison(), 'a.png')).png);
  });

  it('leaves the cache when newer ones need the room', async () => {
    const { png } = await pictures.draw(comparison(), 'a.png');
    const small = createPictures({ onFault, cacheBytes: Math.round(png.length * 1.5) });
    const first = await small.draw(comparison(), 'a.png');
    await small.draw(comparison({ title: 'Порівняння: Удари' }), 'b.png');
    expect((await small.draw(comparison(), 'a.png')).png).not.toBe(first.png);
  });
});

describe('what a picture shows', () => {
  it('has no text smaller than 24 pixels', () => {
    for (const { figure, name } of figures) {
      if (name === 'chart') continue;
      const texts = everyNode(nodeOf(figure)).filter(({ props }) => typeof props.children === 'string');
      for (const { props } of texts) expect(Number(props.style?.fontSize)).toBeGreaterThanOrEqual(sizes.small);
    }
  });

  it('names each party without a sourced position, hatched and in words', async () => {
    const missing = comparison();
    expect(textOf(missing)).toMatch(/США\s+немає позиції з джерелом/u);
    expect(await toSvg(nodeOf(missing))).toContain('<pattern');
    const all = missing.parties.map((party) => ({ ...party, stance: { text: 'Членство', isMissing: false } }));
    expect(await toSvg(nodeOf(comparison({ parties: all })))).not.toContain('<pattern');
  });

  it('of the matrix: every stance with its party, every party on every topic', () => {
    for (const { figure } of figures) {
      if (figure.kind !== 'matrix') continue;
      const text = textOf(figure);
      for (const { cells } of figure.rows)
        for (const [i, cell] of cells.entries())
          if (!cell.isMissing) expect(text).toContain(`${figure.parties[i]}:\n${cell.text}`);
      for (const party of figure.parties)
        expect(text.split(party).length - 1).toBeGreaterThanOrEqual(figure.rows.length);
    }
  });

  it('of updates: which are breaking and which retracted, in words and not by colour alone', () => {
    const timeline = figures.find(({ name, language }) => name === 'timeline' && language === 'uk');
    const text = textOf(timeline?.figure as Figure);
    expect(text).toContain('ТЕРМІНОВО');
    expect(text).toContain('ВІДКЛИКАНО');
  });

  it('has no emoji, for which there are no letters', () => {
    expect(textOf(comparison({ title: '🗺️ Порівняння 🇺🇦: ⚡ НАТО' }))).toContain('Порівняння : НАТО');
  });

  it('breaks a word that is longer than its line, rather than run over it', async () => {
    const word = 'Найнезрозуміліше'.repeat(8);
    const long = comparison({ parties: [{ name: word, stance: { text: word, isMissing: false } }] });
    const { height } = await pictures.draw(long, 'a.png');
    expect(height).toBeGreaterThan((await pictures.draw(comparison(), 'a.png')).height);
    const svg = await toSvg(nodeOf(long));
    expect(rightmost(svg)).toBeLessThanOrEqual(pictureWidth);
    const cells = [{ text: 'Членство', isMissing: false }];
    const matrix: Figure = {
      kind: 'matrix',
      title: '',
      parties: [word],
      rows: [{ topic: '', cells }],
      notes: [],
      sources: [],
    };
    expect(rightmost(await toSvg(nodeOf(matrix)))).toBeLessThanOrEqual(pictureWidth);
  });
});

describe('a text in letters that the fonts do not have', () => {
  it.each(['Κύπρος', '北京', 'A → B'])('is not drawn as empty boxes: %s', async (title) => {
    const own = createPictures({ onFault: () => {} });
    await expect(own.draw(comparison({ title }), 'a.png')).rejects.toThrow(/No font of the pictures has the sign/u);
  });
});

describe('warming up', () => {
  it('changes nothing about what is drawn, and needs no figure', async () => {
    const own = createPictures({ onFault });
    await own.warm();
    expect((await own.draw(comparison(), 'a.png')).png).toEqual((await pictures.draw(comparison(), 'a.png')).png);
    expect(faults).toEqual([]);
  });

  it('leaves everybody else their turn', async () => {
    let turns = 0;
    const counting = setInterval(() => turns++, 1);
    await createPictures({ onFault }).warm();
    clearInterval(counting);
    expect(turns).toBeGreaterThan(10);
  });
});

describe('what keeps a picture from being drawn', () => {
  it('is also that it takes too long; asked for later, it is there', async () => {
    const told: unknown[] = [];
    const own = createPictures({ onFault: (error) => told.push(error), timeoutMs: 1 });
    await expect(own.draw(comparison(), 'a.png')).rejects.toThrow('A picture was not drawn within 1 ms.');
    expect(told).toHaveLength(1);
    await expect
      .poll(
        () =>
          own.draw(comparison(), 'a.png').then(
            ({ width }) => width,
            () => 0,
          ),
        { timeout: 10_000 },
      )
      .toBe(pictureWidth);
  });

  it('is reported once, and the next picture is drawn all the same', async () => {
    const told: unknown[] = [];
    const own = createPictures({ onFault: (error) => told.push(error) });
    const broken = { ...comparison(), parties: undefined } as unknown as Figure;
    await expect(own.draw(broken, 'a.png')).rejects.toThrow();
    await expect(own.draw(broken, 'a.png')).rejects.toThrow();
    expect(told).toHaveLength(1);
    expect((await own.draw(comparison(), 'a.png')).width).toBe(pictureWidth);
  });
});
