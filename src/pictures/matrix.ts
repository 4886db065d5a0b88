import type { MatrixFigure, StanceCell } from '../core/figure.ts';
import {
  box,
  card,
  colours,
  column,
  type DrawnNode,
  framed,
  hatched,
  margin,
  pictureWidth,
  sizes,
  words,
} from './nodes.ts';

const gap = 20;
const half = (pictureWidth - 2 * margin - gap) / 2;
const padding = 18;

type Row = MatrixFigure['rows'][number];

/**
 * A card for each topic, in two columns: who says what on it, in the parties' order, then who is not known to say anything.
 * A grid with a column for each party would leave Cyrillic words no room at a size that can be read on a phone.
 */
export function matrix(figure: MatrixFigure): DrawnNode {
  const columns = balanced(figure);
  return framed(
    figure,
    box(
      { justifyContent: 'space-between' },
      ...columns.map((rows) => column({ width: half }, ...rows.map((row) => topicCard(row, figure.parties)))),
    ),
  );
}

function topicCard({ topic, cells }: Row, parties: string[]): DrawnNode {
  const named = cells.map((cell, i) => ({ party: parties[i] ?? '', cell }));
  const missing = named.filter(({ cell }) => cell.isMissing);
  return column(
    { ...card, width: half, marginBottom: gap },
    words(topic, {
      fontSize: sizes.heading,
      fontWeight: 700,
      color: colours.card,
      backgroundColor: colours.accent,
      padding: `6px ${padding}px 8px`,
      borderRadius: '12px 12px 0 0',
    }),
    column(
      { padding: `4px ${padding}px ${padding}px` },
      ...named.filter(({ cell }) => !cell.isMissing).map(({ party, cell }) => stance(party, cell)),
      ...(missing[0]
        ? [
            without(
              missing[0].cell.text,
              missing.map(({ party }) => party),
            ),
          ]
        : []),
    ),
  );
}

const stance = (party: string, { text }: StanceCell): DrawnNode =>
  box(
    { marginTop: 10 },
    box({ width: 6, marginRight: 14, flexShrink: 0, backgroundColor: colours.accent }),
    column(
      { flexGrow: 1, flexBasis: 0 },
      words(party, { fontSize: sizes.small, fontWeight: 700, color: colours.accent }),
      words(text, { fontSize: 26, lineHeight: 1.2 }),
    ),
  );

/** All parties without a sourced position, under those very words. */
const without = (said: string, parties: string[]): DrawnNode =>
  box(
    { marginTop: 14, backgroundColor: colours.blank },
    box({ ...hatched, width: 40, flexShrink: 0 }),
    column(
      { flexGrow: 1, flexBasis: 0, padding: '6px 10px 8px' },
      words(`${said}:`, { fontSize: sizes.small, fontWeight: 700, color: colours.muted }),
      words(parties.join(' · '), { fontSize: sizes.small }),
    ),
  );

/** The topics in two columns, each where there is more room at its turn. */
function balanced({ rows }: MatrixFigure): Row[][] {
  const columns: { rows: Row[]; lines: number }[] = [
    { rows: [], lines: 0 },
    { rows: [], lines: 0 },
  ];
  for (const row of rows) {
    const shorter = columns.reduce((one, other) => (other.lines < one.lines ? other : one));
    shorter.rows.push(row);
    shorter.lines += linesOf(row);
  }
  return columns.map((one) => one.rows);
}

/** About how high a card becomes, in lines. */
const linesOf = ({ cells }: Row): number =>
  cells.reduce((sum, { text, isMissing }) => sum + (isMissing ? 0.7 : 1.4 + Math.ceil(text.length / 30)), 3.5);
