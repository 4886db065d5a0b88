import type { MessageEntity } from 'grammy/types';
import { documentText } from '../../core/document.ts';
import { parseMarkdown } from '../../core/markdown.ts';

/** How one UTF-16 unit of a text is formatted. */
interface Look {
  link: string;
  bold: boolean;
  italic: boolean;
  code: boolean;
  quote: boolean;
}

/** The formatting that Markdown of ours has too, outermost first. */
const layers = ['link', 'bold', 'italic', 'code'] as const;
type Layer = (typeof layers)[number];

const plain: Look = { link: '', bold: false, italic: false, code: false, quote: false };

/**
 * A text typed in Telegram as Markdown. Formatting of Telegram's own becomes Markdown, and signs that Markdown would
 * read are then escaped; a text without any is taken as it stands, for its author may have written Markdown.
 * Offsets of entities are in UTF-16 units (core.telegram.org/bots/api#messageentity).
 */
export function typedMarkdown(text: string, entities: readonly MessageEntity[] = []): string {
  const looks = looksOf(text, entities);
  if (!looks.some((look) => look !== plain)) return text.trim();
  let offset = 0;
  const lines = text.split('\n').map((line) => {
    const own = looks.slice(offset, offset + line.length);
    // A quotation holds its line breaks, which tell whether an empty line belongs to it.
    const isQuote = (own[0] ?? looks[offset] ?? plain).quote;
    offset += line.length + 1;
    return { isQuote, markdown: lineMarkdown(line, own) };
  });
  return lines
    .flatMap(({ isQuote, markdown }, i) => {
      const before = lines[i - 1];
      const isEdge = before !== undefined && before.isQuote !== isQuote;
      const gap = isEdge && before.markdown.trim() !== '' && markdown.trim() !== '' ? [''] : [];
      return [...gap, isQuote ? `> ${markdown}`.trimEnd() : markdown];
    })
    .join('\n')
    .trim();
}

function looksOf(text: string, entities: readonly MessageEntity[]): Look[] {
  const looks: Look[] = Array.from({ length: text.length }, () => plain);
  for (const entity of entities) {
    const change = changeOf(entity);
    if (!change) continue;
    const end = Math.min(entity.offset + entity.length, text.length);
    for (let at = Math.max(0, entity.offset); at < end; at++) looks[at] = { ...(looks[at] ?? plain), ...change };
  }
  return looks;
}

function changeOf(entity: MessageEntity): Partial<Look> | undefined {
  switch (entity.type) {
    case 'bold':
    case 'italic':
      return { [entity.type]: true };
    case 'code':
    case 'pre':
      return { code: true };
    case 'text_link':
      return /^https?:\/\//u.test(entity.url) ? { link: entity.url } : undefined;
    case 'blockquote':
    case 'expandable_blockquote':
      return { quote: true };
    default:
      return undefined;
  }
}

interface Stretch {
  text: string;
  looks: readonly Look[];
}

/** A line with its formatting or, where marks would stand so oddly that they are not read as such, with less of it. */
function lineMarkdown(line: string, looks: readonly Look[]): string {
  const bullet = /^\s*(?:[*+-]|\d{1,9}[.)])\s/u.exec(line)?.[0] ?? '';
  const stretch = { text: line.slice(bullet.length), looks: looks.slice(bullet.length) };
  const attempts = [layers, layers.filter((one) => one !== 'italic'), ['link', 'code'] as const];
  const found = attempts.map((some) => write(stretch, some, '', '')).find((one) => readsAs(one, stretch.text));
  return bullet + (found ?? escaped(stretch.text));
}

/** Whether Markdown within a line says these words, whatever its spaces. */
function readsAs(markdown: string, words: string): boolean {
  const { document, problems } = parseMarkdown(`x ${markdown}`);
  const bare = (text: string) => text.replace(/\s+/gu, '');
  return problems.length === 0 && bare(documentText(document)) === bare(`x ${words}`);
}

/** Writes a stretch layer by layer; `before` and `after` are the signs next to it, on which emphasis depends. */
function write({ text, looks }: Stretch, left: readonly Layer[], before: string, after: string): string {
  const [layer, ...inner] = left;
  if (layer === undefined) return escaped(text);
  let markdown = '';
  for (let start = 0; start < text.length; ) {
    const value = looks[start]?.[layer];
    let end = start + 1;
    while (end < text.length && looks[end]?.[layer] === value) end++;
    const stretch = { text: text.slice(start, end), looks: looks.slice(start, end) };
    const previous = text.slice(0, start) || before;
    const next = text.slice(end) || after;
    markdown += value ? dress(layer, stretch, inner, previous, next) : write(stretch, inner, previous, next);
    start = end;
  }
  return markdown;
}

/** Puts the layer's marks around a stretch, but not around what they could not stand next to. */
function dress(layer: Layer, stretch: Stretch, inner: readonly Layer[], before: string, after: string): string {
  const { text, looks } = stretch;
  if (layer === 'code') return codeSpan(text);
  let from = /^\s*/u.exec(text)?.[0].length ?? 0;
  let to = text.trimEnd().length;
  if (from >= to) return escaped(text);
  if (layer !== 'link') {
    // CommonMark takes marks next to punctuation for text where a letter is on their other side.
    if (from === 0 && /[\p{L}\p{N}]$/u.test(before)) from = /^[\p{P}\p{S}\s]*/u.exec(text)?.[0].length ?? 0;
    if (to === text.length && /^[\p{L}\p{N}]/u.test(after)) to = text.replace(/[\p{P}\p{S}\s]+$/u, '').length;
    if (from >= to) return escaped(text);
  }
  const part = { text: text.slice(from, to), looks: looks.slice(from, to) };
  const url = looks[0]?.link ?? '';
  const content = write(part, inner, '', '');
  const dressed =
    layer === 'link' ? `[${content}](${address(url)})` : layer === 'bold' ? `**${content}**` : `*${content}*`;
  return escaped(text.slice(0, from)) + dressed + escaped(text.slice(to));
}

/** Code between more backticks than it holds in a row. */
function codeSpan(text: string): string {
  if (text.trim() === '') return text;
  const longest = Math.max(0, ...[...text.matchAll(/`+/gu)].map(([run]) => run.length));
  const fence = '`'.repeat(longest + 1);
  const room = longest > 0 ? ' ' : '';
  return `${fence}${room}${text.trim()}${room}${fence}`;
}

const address = (url: string): string =>
  url.replace(/[\s()<>\\]/gu, (sign) =>
    encodeURIComponent(sign).replace(/[()]/gu, (one) => (one === '(' ? '%28' : '%29')),
  );

/** A backslash before each sign that would be read as Markdown within a line; underscores within words and links never are. */
const escaped = (text: string): string =>
  text.replace(/[\\*[\]`<]|_(?![\p{L}\p{N}])|(?<![\p{L}\p{N}])_/gu, '\\$&').replace(/&(?=#?\w+;)/gu, '\\&');
