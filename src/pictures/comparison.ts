import type { ComparisonFigure } from '../core/figure.ts';
import { blank, box, card, colours, column, type DrawnNode, framed, onBlank, sizes, words } from './nodes.ts';

/** The parties on one topic, one below the other, each above what it says. */
export const comparison = (figure: ComparisonFigure): DrawnNode => framed(figure, ...figure.parties.map(party));

function party({ name, stance: { text, isMissing } }: ComparisonFigure['parties'][number]): DrawnNode {
  const look = isMissing ? { ...blank, borderRadius: 14 } : card;
  const ground = isMissing ? onBlank : {};
  return box(
    { ...look, padding: isMissing ? '8px 12px' : '10px 18px 14px', marginBottom: 12 },
    ...(isMissing ? [] : [box({ width: 8, marginRight: 14, flexShrink: 0, backgroundColor: colours.accent })]),
    column(
      { flexGrow: 1, flexBasis: 0, alignItems: 'flex-start' },
      words(name, {
        ...ground,
        fontSize: sizes.small,
        fontWeight: 700,
        color: isMissing ? colours.muted : colours.accent,
      }),
      words(text, { ...ground, fontSize: sizes.heading, color: isMissing ? colours.muted : colours.text }),
    ),
  );
}
