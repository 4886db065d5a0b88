import type { ComparisonFigure } from '../core/figure.ts';
import { blank, box, card, colours, column, type DrawnNode, framed, onBlank, sizes, words } from './nodes.ts';

const nameWidth = 330;

/** The parties on one topic, one below the other: the name at the left, what it says at the right. */
export const comparison = (figure: ComparisonFigure): DrawnNode =>
  framed(figure, column({}, ...figure.parties.map(party)));

function party({ name, stance: { text, isMissing } }: ComparisonFigure['parties'][number]): DrawnNode {
  const look = isMissing ? { ...blank, borderRadius: 14 } : card;
  const ground = isMissing ? onBlank : {};
  return box(
    { ...look, alignItems: 'center', padding: '20px 24px', marginBottom: 16 },
    ...(isMissing ? [] : [box({ width: 8, alignSelf: 'stretch', marginRight: 16, backgroundColor: colours.accent })]),
    box(
      { width: isMissing ? nameWidth + 24 : nameWidth, paddingRight: 20, flexShrink: 0 },
      words(name, {
        ...ground,
        fontSize: sizes.heading,
        fontWeight: 700,
        color: isMissing ? colours.muted : colours.accent,
      }),
    ),
    box(
      { flexGrow: 1, flexBasis: 0 },
      words(text, { ...ground, fontSize: sizes.heading, color: isMissing ? colours.muted : colours.text }),
    ),
  );
}
