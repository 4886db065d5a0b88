/** What satori draws: an element with styles and children, as JSX would make it. */
export interface DrawnNode {
  type: 'div' | 'span' | 'svg' | 'path' | 'rect' | 'circle' | 'line';
  props: { style?: Style; children?: DrawnNode[] | string | undefined; [attribute: string]: unknown };
}

export type Style = Record<string, string | number>;

/** In pixels. A phone shows it about 340 wide, which leaves text of `sizes.small` 11 of the phone's own pixels. */
export const pictureWidth = 720;
export const margin = 24;

/** In pixels. Nothing is smaller than `small`. */
export const sizes = { title: 38, heading: 28, text: 26, small: 24 } as const;

/** Dark on light, 7:1 at least for text; blue and vermilion stay apart for colour-blind readers (Okabe and Ito). */
export const colours = {
  page: '#e9ebee',
  card: '#ffffff',
  edge: '#b9bec5',
  text: '#16191d',
  muted: '#42484f',
  accent: '#0a5a94',
  alert: '#a83c00',
  hatch: '#bfc4ca',
  blank: '#f1f2f4',
} as const;

/** Children in a row, or one below the other. */
export const box = (style: Style, ...children: DrawnNode[]): DrawnNode => ({
  type: 'div',
  props: { style: { display: 'flex', boxSizing: 'border-box', ...style }, children },
});

export const column = (style: Style, ...children: DrawnNode[]): DrawnNode =>
  box({ flexDirection: 'column', ...style }, ...children);

/** A text that wraps, in the middle of a word where the word is longer than the line. */
export function words(given: string, style: Style = {}): DrawnNode {
  const text = withoutEmoji(given);
  // To look for such places takes long, and no line here is too short for 14 letters.
  const wordBreak = /\S{15}/u.test(text) ? 'break-word' : 'normal';
  return {
    type: 'div',
    props: {
      style: { display: 'block', fontSize: sizes.text, lineHeight: 1.25, wordBreak, ...style },
      children: text,
    },
  };
}

/** A text that begins with a few words in bold, on the same line; one block takes the engine less time than two do. */
export const runIn = (lead: string, text: string, style: Style = {}, leadStyle: Style = {}): DrawnNode => {
  const part = (said: DrawnNode, own: Style): DrawnNode => ({
    type: 'span',
    props: { style: { fontSize: style.fontSize ?? sizes.text, ...own }, children: said.props.children },
  });
  const first = words(lead);
  const second = words(text);
  const whole = words(`${lead} ${text}`, style);
  return {
    ...whole,
    props: {
      ...whole.props,
      children: [part(first, { fontWeight: 700, marginRight: 10, ...leadStyle }), part(second, {})],
    },
  };
};

/** The fonts have no emoji: they would be drawn as empty boxes. */
const withoutEmoji = (text: string): string =>
  text
    .replace(/\p{Extended_Pictographic}|\p{Emoji_Modifier}|\p{Regional_Indicator}|\u200D|\u20E3|\uFE0F/gu, '')
    .replace(/\s+/gu, ' ')
    .trim();

export const hatched: Style = {
  backgroundImage: `repeating-linear-gradient(135deg, ${colours.hatch} 0px, ${colours.hatch} 3px, ${colours.blank} 3px, ${colours.blank} 14px)`,
};

/** Where a party's words would stand and no source gives any: hatched, with a dashed edge. */
export const blank: Style = { ...hatched, backgroundColor: colours.blank, border: `3px dashed ${colours.muted}` };

/** Text over a hatching stands on a plain ground. */
export const onBlank: Style = { backgroundColor: colours.blank, padding: '2px 8px', borderRadius: 6 };

/** Without a border: each would be clipped to its shape, which takes longer than all else together. */
export const card: Style = { backgroundColor: colours.card, borderRadius: 14 };

/** The title above a body, notes and sources below. What is handed in is drawn one by one, each as wide as the picture. */
export function framed(
  { title, notes, sources }: { title: string; notes: string[]; sources: string[] },
  ...body: DrawnNode[]
): DrawnNode {
  const small = (text: string): DrawnNode => words(text, { fontSize: sizes.small, color: colours.muted, marginTop: 4 });
  const line = box({ height: 3, marginTop: 4, marginBottom: 4, backgroundColor: colours.edge });
  return page(
    words(title, { fontSize: sizes.title, fontWeight: 700, lineHeight: 1.15, marginTop: margin, marginBottom: 16 }),
    ...body,
    column({ marginBottom: margin }, line, ...[...notes, ...sources].map(small)),
  );
}

const page = (...children: DrawnNode[]): DrawnNode =>
  column(
    {
      width: pictureWidth,
      padding: `0 ${margin}px`,
      backgroundColor: colours.page,
      color: colours.text,
      fontFamily,
    },
    ...children,
  );

/** A framed picture as pages that make it up when put below each other. */
export const stripsOf = ({ props: { children } }: DrawnNode): DrawnNode[] =>
  Array.isArray(children) ? children.map((child) => page(child)) : [];

/** Each script is a font of its own; the first that has a sign draws it. */
export const fontSubsets = ['latin', 'cyrillic', 'latin-ext', 'cyrillic-ext'] as const;
const fontFamily = fontSubsets.join(', ');
