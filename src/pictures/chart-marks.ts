import { colours, type DrawnNode } from './nodes.ts';

/** A piece of a column or bar, in pixels from the upper left corner. */
export interface Piece {
  x: number;
  y: number;
  width: number;
  height: number;
}

interface Mark {
  ground: string;
  /** Of what is drawn on the ground, and of the edge. */
  ink: string;
  /** The ink within a piece, as the data of an SVG path. */
  ornament(piece: Piece): string;
}

const step = 10;
const thickness = 4;

const rectangle = ({ x, y, width, height }: Piece): string =>
  `M${short(x)} ${short(y)}h${short(width)}v${short(height)}h${short(-width)}z`;

const short = (pixels: number): string => String(Math.round(pixels * 10) / 10);

/** Solid, lying stripes, dots, hollow: each can be told from the others without its colour, in pieces of 6 pixels too. */
const marks: readonly [Mark, ...Mark[]] = [
  { ground: colours.accent, ink: colours.accent, ornament: () => '' },
  {
    ground: '#ffe3b0',
    ink: '#8a4b00',
    ornament: ({ x, y, width, height }) =>
      places(height, step).reduce(
        (path, at) => path + rectangle({ x, y: y + at, width, height: Math.min(thickness, height - at) }),
        '',
      ),
  },
  {
    ground: colours.card,
    ink: '#6b2a7c',
    ornament({ x, y, width, height }) {
      const size = Math.min(5, width);
      const dots = places(width - size, step).flatMap((right) =>
        places(height - size, step).map((down) => [right, down]),
      );
      return dots.reduce(
        (path, [right = 0, down = 0]) => path + rectangle({ x: x + right, y: y + down, width: size, height: size }),
        '',
      );
    },
  },
  { ground: colours.card, ink: colours.alert, ornament: () => '' },
];

/** Where something begins that is repeated every `every` pixels; half of what is left over comes before the first. */
function places(length: number, every: number): number[] {
  const count = Math.max(1, Math.floor(length / every) + 1);
  const before = Math.max(0, (length - (count - 1) * every) / 2);
  return Array.from({ length: count }, (_, i) => before + i * every);
}

/** All pieces of the series with that number. */
export function drawnPieces(series: number, pieces: readonly Piece[]): DrawnNode[] {
  if (pieces.length === 0) return [];
  const { ground, ink, ornament } = marks[series % marks.length] ?? marks[0];
  // The edge lies within the piece, so that the lowest value is seen and neighbours do not touch.
  const inner = pieces.map(({ x, y, width, height }) => ({
    x: x + 1,
    y: y + 1,
    width: Math.max(0.5, width - 2),
    height: Math.max(0.5, height - 2),
  }));
  const ornaments = inner.map(ornament).join('');
  return [
    path({ d: inner.map(rectangle).join(''), fill: ground, stroke: ink, 'stroke-width': 2 }),
    ...(ornaments ? [path({ d: ornaments, fill: ink })] : []),
  ];
}

export const path = (attributes: Record<string, string | number>): DrawnNode => ({ type: 'path', props: attributes });

/** Shapes on a ground of their own. */
export const drawing = (width: number, height: number, shapes: DrawnNode[]): DrawnNode => ({
  type: 'svg',
  props: { width, height, viewBox: `0 0 ${width} ${height}`, children: shapes },
});
