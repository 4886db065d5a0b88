import { badRequest } from './api-error.ts';
import { basicNames, byteOffset, decodeEntities, decodeEntity } from './html-entities.ts';

/** A formatted stretch of a text; `offset` and `length` in UTF-16 units (core.telegram.org/bots/api#messageentity). */
export interface TextEntity {
  type: string;
  offset: number;
  length: number;
  url?: string;
  language?: string;
  custom_emoji_id?: string;
  user?: { id: number };
}

export interface ParsedText {
  text: string;
  entities: TextEntity[];
}

const typeOfTag: Readonly<Record<string, string>> = {
  b: 'bold',
  strong: 'bold',
  i: 'italic',
  em: 'italic',
  u: 'underline',
  ins: 'underline',
  s: 'strikethrough',
  strike: 'strikethrough',
  del: 'strikethrough',
  span: 'spoiler',
  'tg-spoiler': 'spoiler',
  a: 'text_link',
  'tg-emoji': 'custom_emoji',
  code: 'code',
  pre: 'pre',
  blockquote: 'blockquote',
};

interface OpenTag {
  name: string;
  argument: string | undefined;
  offset: number;
}

function refuse(reason: string) {
  return badRequest(`can't parse entities: ${reason}`);
}

/** Parses the HTML parse mode exactly as strictly as Telegram does (core.telegram.org/bots/api#html-style). */
export function parseTextHtml(html: string): ParsedText {
  const entities: TextEntity[] = [];
  const open: OpenTag[] = [];
  let text = '';
  for (let at = 0; at < html.length; ) {
    const decoded = html[at] === '&' ? decodeEntity(html, at, basicNames) : undefined;
    if (decoded) {
      text += decoded.character;
      at = decoded.end;
    } else if (html[at] !== '<') {
      text += html[at++];
    } else if (html[at + 1] === '/') {
      const end = readEndTag(html, at, open);
      const tag = open.pop() as OpenTag;
      if (text.length > tag.offset) addEntity(entities, tag, text);
      at = end;
    } else {
      const start = readStartTag(html, at);
      open.push({ ...start.tag, offset: text.length });
      at = start.end;
    }
  }
  const unclosed = open.at(-1);
  if (unclosed) throw refuse(`Can't find end tag corresponding to start tag "${unclosed.name}"`);
  return { text, entities: entities.sort((a, b) => a.offset - b.offset || b.length - a.length) };
}

function readStartTag(html: string, begin: number) {
  const where = byteOffset(html, begin);
  let at = begin + 1;
  while (at < html.length && !/[\s>]/.test(html[at] as string)) at++;
  if (at >= html.length) throw refuse(`Unclosed start tag at byte offset ${where}`);
  const name = html.slice(begin + 1, at).toLowerCase();
  if (!Object.hasOwn(typeOfTag, name)) throw refuse(`Unsupported start tag "${name}" at byte offset ${where}`);
  let argument: string | undefined;
  const attribute = /\s*([^\s=>/"']*)(\s*=\s*(?:"([^"]*)"|'([^']*)'|([A-Za-z0-9.-]*)(?=[\s>])))?/y;
  while (html[at] !== '>') {
    if (/^\s*>/.test(html.slice(at))) {
      at = html.indexOf('>', at);
      break;
    }
    attribute.lastIndex = at;
    const match = attribute.exec(html);
    if (!match?.[1]) {
      if (/^\s*$/.test(html.slice(at))) throw refuse(`Unclosed start tag at byte offset ${where}`);
      throw refuse(`Empty attribute name in the tag "${name}" at byte offset ${where}`);
    }
    at = attribute.lastIndex;
    if (html[at] === '=') {
      if (/^=\s*["']/.test(html.slice(at))) throw refuse(`Unclosed start tag at byte offset ${where}`);
      throw refuse(`Unexpected end of name token at byte offset ${byteOffset(html, at + 1)}`);
    }
    if (at >= html.length) throw refuse(`Unclosed start tag at byte offset ${where}`);
    const value = match[3] ?? match[4] ?? match[5]?.toLowerCase() ?? '';
    argument = argumentOf(name, match[1].toLowerCase(), decodeEntities(value, basicNames)) ?? argument;
  }
  if (name === 'span' && argument !== 'tg-spoiler') {
    throw refuse(`Tag "span" must have class "tg-spoiler" at byte offset ${where}`);
  }
  return { tag: { name, argument }, end: at + 1 };
}

function argumentOf(tag: string, attribute: string, value: string): string | undefined {
  if (tag === 'a' && attribute === 'href') return value;
  if (tag === 'span' && attribute === 'class') return value;
  if (tag === 'tg-emoji' && attribute === 'emoji-id') return value;
  if (tag === 'blockquote' && attribute === 'expandable') return 'expandable';
  if (tag === 'code' && attribute === 'class' && value.startsWith('language-')) return value.slice(9);
  return undefined;
}

function readEndTag(html: string, begin: number, open: OpenTag[]): number {
  const where = byteOffset(html, begin);
  const expected = open.at(-1)?.name;
  if (expected === undefined) throw refuse(`Unexpected end tag at byte offset ${where}`);
  const match = /^<\/([^\s>]*)\s*>/.exec(html.slice(begin));
  if (!match) throw refuse(`Unclosed end tag at byte offset ${where}`);
  const found = (match[1] as string).toLowerCase();
  if (found !== '' && found !== expected) {
    throw refuse(`Unmatched end tag at byte offset ${where}, expected "</${expected}>", found "</${found}>"`);
  }
  return begin + match[0].length;
}

function addEntity(entities: TextEntity[], tag: OpenTag, text: string): void {
  const entity: TextEntity = {
    type: typeOfTag[tag.name] as string,
    offset: tag.offset,
    length: text.length - tag.offset,
  };
  if (tag.name === 'a') {
    const url = tag.argument || text.slice(tag.offset);
    const user = /^tg:\/\/user\?id=(\d+)$/.exec(url);
    if (user) entities.push({ ...entity, type: 'text_mention', user: { id: Number(user[1]) } });
    else if (isLink(url)) entities.push({ ...entity, url });
    return;
  }
  if (tag.name === 'tg-emoji') {
    if (!/^\d+$/.test(tag.argument ?? '')) throw refuse('Invalid custom emoji identifier specified');
    entity.custom_emoji_id = tag.argument as string;
  }
  if (tag.argument === 'expandable') entity.type = 'expandable_blockquote';
  if (tag.name === 'code' && tag.argument !== undefined) entity.language = tag.argument;
  const inner = entities.find((e) => e.type === 'code' && e.offset === entity.offset && e.length === entity.length);
  if (tag.name === 'pre' && inner) {
    entities.splice(entities.indexOf(inner), 1);
    if (inner.language !== undefined) entity.language = inner.language;
  }
  entities.push(entity);
}

/** Whether Telegram keeps `url` as a link: HTTP(S) with a dotted host, or a tg:// or other scheme it knows; else the text stays plain. */
export function isLink(url: string): boolean {
  if (/^(tg|ton|tonsite|mailto|tel):/i.test(url)) return true;
  const match = /^(?:(https?|ftp):\/\/)?([^/?#:@\s]+)(:\d+)?([/?#]\S*)?$/i.exec(url);
  return match !== null && /^[^.]+(\.[^.]+)+$/.test(match[2] as string);
}
