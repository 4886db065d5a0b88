/** What may stand inside a tag: blocks, inline text, raw text, nothing, or only the tags listed. */
export type Content = 'blocks' | 'inline' | 'raw' | 'none' | readonly string[];

export interface TagRule {
  /** Where the tag itself may stand. */
  place: 'block' | 'inline' | 'both' | 'part';
  content: Content;
  attributes: readonly string[];
  /** Written without an end tag, with or without the slash. */
  isVoid?: true;
  /** May be closed in its own start tag (`<video …/>`), as Telegram's examples do. */
  selfClosing?: true;
}

const inline = (...attributes: string[]): TagRule => ({ place: 'inline', content: 'inline', attributes });
const textBlock = (...attributes: string[]): TagRule => ({ place: 'block', content: 'inline', attributes });
const part = (content: Content, ...attributes: string[]): TagRule => ({ place: 'part', content, attributes });
const media = (...attributes: string[]): TagRule => ({
  place: 'block',
  content: 'none',
  attributes: ['src', ...attributes],
  selfClosing: true,
});
const mediaTags = ['img', 'video', 'audio', 'tg-document', 'tg-map'];

/** Every tag of rich HTML with its attributes; any other is refused (core.telegram.org/bots/api#rich-html-style). */
export const richTags: Readonly<Record<string, TagRule>> = {
  b: inline(),
  strong: inline(),
  i: inline(),
  em: inline(),
  u: inline(),
  ins: inline(),
  s: inline(),
  strike: inline(),
  del: inline(),
  code: inline('class'),
  mark: inline(),
  sub: inline(),
  sup: inline(),
  'tg-spoiler': inline(),
  a: inline('href', 'name'),
  'tg-reference': inline('name'),
  'tg-emoji': inline('emoji-id'),
  'tg-time': inline('unix', 'format'),
  'tg-math': { place: 'inline', content: 'raw', attributes: [] },
  'tg-button': inline(
    'type',
    'style',
    'url',
    'data',
    'query',
    'text',
    'forward-text',
    'request-write-access',
    'allow-user-chats',
    'allow-bot-chats',
    'allow-group-chats',
    'allow-channel-chats',
  ),
  br: { place: 'inline', content: 'none', attributes: [], isVoid: true },
  h1: textBlock(),
  h2: textBlock(),
  h3: textBlock(),
  h4: textBlock(),
  h5: textBlock(),
  h6: textBlock(),
  p: textBlock(),
  pre: textBlock(),
  footer: textBlock(),
  aside: textBlock(),
  hr: { place: 'block', content: 'none', attributes: [], isVoid: true },
  ul: { place: 'block', content: ['li'], attributes: [] },
  ol: { place: 'block', content: ['li'], attributes: ['start', 'type', 'reversed'] },
  li: part('blocks', 'value', 'type'),
  input: { place: 'part', content: 'none', attributes: ['type', 'checked'], isVoid: true },
  blockquote: { place: 'block', content: 'blocks', attributes: ['expandable'] },
  cite: part('inline'),
  img: { ...media('alt', 'tg-spoiler'), place: 'both', isVoid: true },
  video: media('tg-spoiler'),
  audio: media(),
  'tg-document': media(),
  'tg-map': { place: 'block', content: 'none', attributes: ['lat', 'long', 'zoom'], selfClosing: true },
  figure: { place: 'block', content: [...mediaTags, 'figcaption'], attributes: [] },
  figcaption: part('inline'),
  'tg-collage': { place: 'block', content: [...mediaTags, 'figcaption'], attributes: [] },
  'tg-slideshow': { place: 'block', content: [...mediaTags, 'figcaption'], attributes: [] },
  table: { place: 'block', content: ['caption', 'tr'], attributes: ['bordered', 'striped', 'compact'] },
  caption: part('inline'),
  tr: part(['th', 'td']),
  th: part('inline', 'colspan', 'rowspan', 'align', 'valign'),
  td: part('inline', 'colspan', 'rowspan', 'align', 'valign'),
  details: { place: 'block', content: 'blocks', attributes: ['open'] },
  summary: part('inline'),
  'tg-math-block': { place: 'block', content: 'raw', attributes: [] },
  'tg-button-row': { place: 'block', content: ['tg-button'], attributes: ['align'] },
};

/** The tags that may stand only in these parents. */
export const parentsOf: Readonly<Record<string, readonly string[]>> = {
  li: ['ul', 'ol'],
  input: ['li'],
  cite: ['blockquote', 'aside', 'figcaption'],
  figcaption: ['figure', 'tg-collage', 'tg-slideshow'],
  caption: ['table'],
  tr: ['table'],
  th: ['tr'],
  td: ['tr'],
  summary: ['details'],
};
