import type { TimelineFigure } from '../core/figure.ts';
import {
  blank,
  box,
  card,
  colours,
  column,
  type DrawnNode,
  framed,
  onBlank,
  runIn,
  type Style,
  sizes,
  words,
} from './nodes.ts';

type Item = TimelineFigure['items'][number];

const axis = 40;

/** What happened, latest first, along a line: a disc, a square for what is breaking, a ring for what was retracted. */
export const timeline = (figure: TimelineFigure): DrawnNode => framed(figure, ...figure.items.map(item));

const marks: Record<Item['mark'], Style> = {
  routine: { width: 28, height: 28, borderRadius: 14, backgroundColor: colours.accent },
  breaking: { width: 34, height: 34, backgroundColor: colours.alert },
  retracted: {
    width: 28,
    height: 28,
    borderRadius: 14,
    border: `5px dashed ${colours.muted}`,
    backgroundColor: colours.page,
  },
};

function item({ date, title, mark, markText, topics }: Item, i: number, all: Item[]): DrawnNode {
  const isRetracted = mark === 'retracted';
  const ground = isRetracted ? onBlank : {};
  const colour = mark === 'breaking' ? colours.alert : colours.muted;
  const head = [date, markText].filter(Boolean);
  return box(
    {},
    box(
      { width: axis, flexShrink: 0, flexDirection: 'column', alignItems: 'center' },
      box({ width: 6, height: 24, backgroundColor: i === 0 ? colours.page : colours.edge }),
      box(marks[mark]),
      box({ width: 6, flexGrow: 1, backgroundColor: i === all.length - 1 ? colours.page : colours.edge }),
    ),
    column(
      {
        ...(isRetracted ? { ...blank, borderRadius: 14 } : card),
        ...(mark === 'breaking' && { border: `4px solid ${colours.alert}` }),
        alignItems: 'flex-start',
        flexGrow: 1,
        flexBasis: 0,
        marginLeft: 8,
        marginBottom: 12,
        padding: '10px 16px 12px',
      },
      runIn(head.join(' · '), topics, { ...ground, fontSize: sizes.small, color: colours.muted }, { color: colour }),
      words(title, {
        ...ground,
        fontSize: sizes.heading,
        marginTop: 2,
        ...(isRetracted && { textDecoration: 'line-through', color: colours.muted }),
      }),
    ),
  );
}
