import type { ChartFigure } from '../core/figure.ts';
import { drawing, drawnPieces, type Piece, path } from './chart-marks.ts';
import { box, card, colours, column, type DrawnNode, framed, margin, pictureWidth, sizes, words } from './nodes.ts';

const padding = 16;
const width = pictureWidth - 2 * margin - 2 * padding - 4;

/** Numbers as stacked columns over days, or as bars under the names of what they count. */
export const chart = (figure: ChartFigure): DrawnNode =>
  framed(
    figure,
    column(
      { ...card, padding },
      ...(figure.series.length > 1 ? [legend(figure)] : []),
      ...(figure.shape === 'columns' ? [columnsOf(figure)] : barsOf(figure)),
    ),
  );

const sum = (values: readonly number[]): number => values.reduce((total, one) => total + one, 0);
const totals = ({ labels, series }: ChartFigure): number[] =>
  labels.map((_, i) => sum(series.map(({ values }) => values[i] ?? 0)));

/** Each series with its mark, its name and its sum. */
const legend = ({ series }: ChartFigure): DrawnNode =>
  box(
    { flexWrap: 'wrap', marginBottom: 20 },
    ...series.map(({ name, values }, i) =>
      box(
        { alignItems: 'center', marginRight: 36, marginBottom: 8 },
        drawing(36, 36, drawnPieces(i, [{ x: 0, y: 0, width: 36, height: 36 }])),
        words(`${name}: ${sum(values)}`, { fontSize: sizes.small, marginLeft: 12 }),
      ),
    ),
  );

const plotHeight = 340;
/** Above the plot, for the numbers on top of columns. */
const head = 36;
const labelWidth = 128;
const line = 34;

function columnsOf(figure: ChartFigure): DrawnNode {
  const all = totals(figure);
  const { top, ticks } = scale(Math.max(...all, 0));
  const axis = 18 + 16 * Math.max(...ticks.map((tick) => String(tick).length));
  // The label below the last column may be wider than the column.
  const isNarrow = (width - axis) / Math.max(1, figure.labels.length) < labelWidth;
  const right = isNarrow ? width - labelWidth / 2 : width;
  const slot = (right - axis) / Math.max(1, figure.labels.length);
  const thick = Math.min(90, slot * 0.76);
  const heightOf = (value: number) => (value / top) * plotHeight;
  const leftOf = (i: number) => axis + i * slot + (slot - thick) / 2;
  const floor = head + plotHeight;

  const pieces = figure.series.map(({ values }, number): Piece[] =>
    figure.labels.flatMap((_, i) => {
      const value = values[i] ?? 0;
      const below = sum(figure.series.slice(0, number).map((one) => one.values[i] ?? 0));
      const height = heightOf(value);
      return value > 0 ? [{ x: leftOf(i), y: floor - heightOf(below) - height, width: thick, height }] : [];
    }),
  );
  const every = Math.ceil(labelWidth / slot);
  // The last day always has its label.
  const labelled = figure.labels.map((_, i) => i).filter((i) => (figure.labels.length - 1 - i) % every === 0);
  const centre = (i: number) => axis + (i + 0.5) * slot;
  const shapes = [
    ...ticks.map((tick) => rule(axis, floor - heightOf(tick), right, tick === 0 ? colours.text : colours.edge)),
    ...labelled.map((i) => path({ d: `M${centre(i)} ${floor}v10`, stroke: colours.text, 'stroke-width': 2 })),
    ...pieces.flatMap((some, number) => drawnPieces(number, some)),
    ...all.flatMap((total, i) =>
      total === 0 ? [rule(leftOf(i), floor - 3, leftOf(i) + thick, colours.muted, 6)] : [],
    ),
  ];
  return box(
    { position: 'relative', width, height: floor + 12 + line },
    drawing(width, floor + 12, shapes),
    ...ticks.map((tick) =>
      at(0, floor - heightOf(tick) - line / 2, axis - 10, String(tick), { textAlign: 'right', color: colours.muted }),
    ),
    ...(slot > 60
      ? all.map((total, i) => at(leftOf(i), floor - heightOf(total) - line - 2, thick, String(total), bold))
      : []),
    ...labelled.map((i) => at(centre(i) - labelWidth / 2, floor + 12, labelWidth, figure.labels[i] ?? '', centred)),
  );
}

const centred = { textAlign: 'center' };
const bold = { textAlign: 'center', fontWeight: 700, backgroundColor: colours.card };

const at = (left: number, top: number, wide: number, text: string, style: Record<string, string | number>): DrawnNode =>
  words(text, { position: 'absolute', left, top, width: wide, fontSize: sizes.small, whiteSpace: 'nowrap', ...style });

const rule = (from: number, y: number, to: number, stroke: string, thickness = 2): DrawnNode =>
  path({ d: `M${from} ${y}H${to}`, stroke, 'stroke-width': thickness });

/** Whole numbers from 0 to at least the highest value, at most six of them. */
function scale(highest: number): { top: number; ticks: number[] } {
  const rough = Math.max(1, highest / 5);
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = [1, 2, 5, 10].map((one) => one * power).find((one) => one >= rough) ?? rough;
  const count = Math.max(1, Math.ceil(highest / step));
  return { top: count * step, ticks: Array.from({ length: count + 1 }, (_, i) => i * step) };
}

const barHeight = 36;
/** Beside the longest bar, for its numbers. */
const numbersWidth = 330;

function barsOf(figure: ChartFigure): DrawnNode[] {
  const { labels, series } = figure;
  const all = totals(figure);
  const highest = Math.max(1, ...all);
  const room = width - (series.length > 1 ? numbersWidth : 110);
  return labels.map((label, i) => {
    let x = 0;
    const shapes = series.flatMap(({ values }, number) => {
      const wide = ((values[i] ?? 0) / highest) * room;
      const piece = { x, y: 0, width: wide, height: barHeight };
      x += wide;
      return wide > 0 ? drawnPieces(number, [piece]) : [];
    });
    const numbers =
      series.length > 1
        ? series.map(({ name, values }) => `${name}: ${values[i] ?? 0}`).join(' · ')
        : String(all[i] ?? 0);
    return column(
      { marginBottom: i === labels.length - 1 ? 0 : 22 },
      words(label, { fontSize: sizes.text, marginBottom: 6 }),
      box(
        { alignItems: 'center' },
        drawing(Math.max(6, x), barHeight, x > 0 ? shapes : [rule(0, barHeight / 2, 6, colours.muted, barHeight)]),
        words(numbers, { fontSize: sizes.small, fontWeight: 700, marginLeft: 14 }),
      ),
    );
  });
}
