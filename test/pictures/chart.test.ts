import { describe, expect, it } from 'vitest';
import type { ChartFigure } from '../../src/core/figure.ts';
import { daysUntil } from '../../src/core/stats.ts';
import { dayShort } from '../../src/core/views/dates.ts';
import { chart } from '../../src/pictures/chart.ts';
import { type DrawnNode, pictureWidth, sizes } from '../../src/pictures/nodes.ts';

const columns = (days: number, values = (day: number) => day): ChartFigure => ({
  kind: 'chart',
  shape: 'columns',
  title: 'Questions a day',
  notes: ['November'],
  sources: [],
  labels: daysUntil('2026-11-23', days).map((day) => dayShort(day, 'uk')),
  series: ['answered', 'unsure'].map((name) => ({ name, values: Array.from({ length: days }, (_, i) => values(i)) })),
});

const everyNode = (node: DrawnNode): DrawnNode[] => [
  node,
  ...(Array.isArray(node.props.children) ? node.props.children.flatMap(everyNode) : []),
];
const texts = (figure: ChartFigure) =>
  everyNode(chart(figure)).flatMap(({ props }) =>
    typeof props.children === 'string' ? [{ text: props.children, style: props.style ?? {} }] : [],
  );
const labels = (figure: ChartFigure) =>
  texts(figure)
    .filter(({ text, style }) => style.position === 'absolute' && figure.labels.includes(text))
    .map(({ text, style }) => ({ text, left: Number(style.left), right: Number(style.left) + Number(style.width) }));

describe('a chart over days', () => {
  it.each([1, 2, 7, 8, 14, 30, 90])(
    'of %i days has labels that do not run into each other, today’s among them',
    (days) => {
      const shown = labels(columns(days));
      expect(shown.at(-1)?.text).toBe('23 лист.');
      expect(shown.length).toBeGreaterThanOrEqual(Math.min(days, 4));
      for (const [i, { right }] of shown.entries()) {
        expect(right).toBeLessThanOrEqual(shown[i + 1]?.left ?? pictureWidth - 80);
      }
    },
  );

  it('says each sum, and each day’s where there is room', () => {
    const said = texts(columns(7)).map(({ text }) => text);
    expect(said).toEqual(expect.arrayContaining(['answered: 21', 'unsure: 21', '0', '2', '12']));
  });

  it('marks a day without anything, and is no fault where all are', () => {
    const marks = (figure: ChartFigure) =>
      everyNode(chart(figure)).filter(({ type, props }) => type === 'path' && props['stroke-width'] === 6);
    expect(marks(columns(30, (day) => (day === 4 ? 0 : 3)))).toHaveLength(1);
    expect(marks(columns(30, () => 0))).toHaveLength(30);
  });

  it('has whole numbers beside it, and room for the highest', () => {
    for (const highest of [1, 3, 7, 48, 100, 1234]) {
      const numbers = texts(columns(30, () => highest / 2)).flatMap(({ text, style }) =>
        style.textAlign === 'right' ? [Number(text)] : [],
      );
      expect(numbers[0]).toBe(0);
      expect(Math.max(...numbers)).toBeGreaterThanOrEqual(highest);
      expect(numbers.every(Number.isInteger)).toBe(true);
      expect(numbers.length).toBeLessThanOrEqual(6);
    }
  });

  it('has no text smaller than 24 pixels', () => {
    for (const figure of [columns(90), { ...columns(7), shape: 'bars' as const }])
      for (const { style } of texts(figure)) expect(Number(style.fontSize)).toBeGreaterThanOrEqual(sizes.small);
  });

  it('tells its series apart by what is drawn, not by colour alone', () => {
    const paths = everyNode(chart({ ...columns(7), shape: 'bars' })).filter(({ type }) => type === 'path');
    const ornaments = paths.filter(({ props }) => props.fill && props.stroke === undefined);
    expect(ornaments.length).toBeGreaterThan(0);
  });
});

describe('bars', () => {
  it('have their numbers in words beside them', () => {
    const figure: ChartFigure = {
      ...columns(0),
      shape: 'bars',
      labels: ['Can Ukraine join NATO?', 'Nothing'],
      series: [
        { name: 'yes', values: [12, 0] },
        { name: 'no', values: [4, 0] },
      ],
    };
    expect(texts(figure).map(({ text }) => text)).toEqual(
      expect.arrayContaining(['Can Ukraine join NATO?', 'yes: 12 · no: 4', 'yes: 0 · no: 0']),
    );
  });
});
