import type { MatrixFigure } from '../core/figure.ts';
import { box, card, colours, column, type DrawnNode, framed, hatched, runIn, sizes, words } from './nodes.ts';

const padding = 16;

type Row = MatrixFigure['rows'][number];

/**
 * A card for each topic, one below the other: who says what on it, in the parties' order, then who is not known to say anything.
 * A grid with a column for each party would leave Cyrillic words no room at a size that can be read on a phone.
 */
export const matrix = (figure: MatrixFigure): DrawnNode =>
  framed(figure, ...figure.rows.map((row) => topicCard(row, figure.parties)));

function topicCard({ topic, cells }: Row, parties: string[]): DrawnNode {
  const named = cells.map((cell, i) => ({ party: parties[i] ?? '', ...cell }));
  const missing = named.filter(({ isMissing }) => isMissing);
  return column(
    { ...card, marginBottom: 12, paddingBottom: 10 },
    words(topic, {
      fontSize: sizes.heading,
      fontWeight: 700,
      lineHeight: 1.2,
      color: colours.card,
      backgroundColor: colours.accent,
      padding: `1px ${padding}px 4px`,
      borderRadius: '14px 14px 0 0',
    }),
    ...named.filter(({ isMissing }) => !isMissing).map(({ party, text }) => stance(party, text)),
    ...(missing[0]
      ? [
          without(
            missing[0].text,
            missing.map(({ party }) => party),
          ),
        ]
      : []),
  );
}

const stance = (party: string, text: string): DrawnNode =>
  runIn(
    `${party}:`,
    text,
    { fontSize: sizes.small, lineHeight: 1.2, margin: `6px ${padding}px 0` },
    { color: colours.accent },
  );

/** All parties without a sourced position, under those very words. */
const without = (said: string, parties: string[]): DrawnNode =>
  box(
    { margin: `8px ${padding}px 0`, backgroundColor: colours.blank },
    box({ ...hatched, width: 36, flexShrink: 0 }),
    runIn(
      `${said}:`,
      parties.join(', '),
      { fontSize: sizes.small, lineHeight: 1.2, flexGrow: 1, flexBasis: 0, padding: '2px 10px 4px' },
      { color: colours.muted },
    ),
  );
