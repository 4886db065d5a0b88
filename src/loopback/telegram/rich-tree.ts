import { badRequest } from './api-error.ts';
import { byteOffset, decodeEntities, richNames } from './html-entities.ts';
import { parentsOf, richTags, type TagRule } from './rich-tags.ts';

/** A tag of rich HTML; `where` is the byte offset of its start. */
export interface RichElement {
  tag: string;
  attributes: Record<string, string>;
  children: (RichElement | string)[];
  where: number;
}

/** A refusal of rich content, worded like Telegram's refusals of the HTML parse mode. */
export function refuseRich(reason: string) {
  return badRequest(`can't parse rich message: ${reason}`);
}

const startTag = /<([a-z][a-z0-9-]*)((?:\s+[a-z][a-z0-9-]*(?:\s*=\s*(?:"[^"]*"|'[^']*'|[\w.-]+))?)*)\s*(\/?)>/iy;
const endTag = /<\/([a-z][a-z0-9-]*)\s*>/iy;
const attribute = /([a-z][a-z0-9-]*)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([\w.-]+)))?/giu;

/** Parses rich HTML into a tree, refusing unknown tags and attributes, wrong nesting and a bare `<`. */
export function parseRichTree(html: string): RichElement {
  const root: RichElement = { tag: '', attributes: {}, children: [], where: 0 };
  const open: RichElement[] = [root];
  for (let at = 0; at < html.length; ) {
    const parent = open.at(-1) as RichElement;
    const next = html.indexOf('<', at);
    if (next !== at) {
      const text = decodeEntities(html.slice(at, next === -1 ? html.length : next), richNames);
      checkText(text, parent, byteOffset(html, at));
      parent.children.push(text);
      at = next === -1 ? html.length : next;
      continue;
    }
    at = html[at + 1] === '/' ? closeTag(html, at, open) : openTag(html, at, open);
  }
  const unclosed = open.at(-1) as RichElement;
  if (unclosed !== root) throw refuseRich(`Can't find end tag corresponding to start tag "${unclosed.tag}"`);
  return root;
}

function openTag(html: string, at: number, open: RichElement[]): number {
  const where = byteOffset(html, at);
  startTag.lastIndex = at;
  const match = startTag.exec(html);
  if (!match) {
    const name = /^<([^\s>]*)/.exec(html.slice(at))?.[1] ?? '';
    if (!Object.hasOwn(richTags, name.toLowerCase()) && html.includes('>', at)) {
      throw refuseRich(`Unsupported start tag "${name.toLowerCase()}" at byte offset ${where}`);
    }
    throw refuseRich(`Unclosed start tag at byte offset ${where}`);
  }
  const tag = (match[1] as string).toLowerCase();
  if (!Object.hasOwn(richTags, tag)) throw refuseRich(`Unsupported start tag "${tag}" at byte offset ${where}`);
  const rule = richTags[tag] as TagRule;
  const element: RichElement = {
    tag,
    attributes: readAttributes(match[2] as string, tag, rule, where),
    children: [],
    where,
  };
  checkPlace(element, open.at(-1) as RichElement);
  (open.at(-1) as RichElement).children.push(element);
  const selfClosed = match[3] === '/';
  if (selfClosed && !rule.isVoid && !rule.selfClosing) {
    throw refuseRich(`Tag "${tag}" can't be self-closing at byte offset ${where}`);
  }
  if (!selfClosed && !rule.isVoid) open.push(element);
  return startTag.lastIndex;
}

function readAttributes(source: string, tag: string, rule: TagRule, where: number): Record<string, string> {
  const attributes: Record<string, string> = {};
  for (const [, rawName, double, single, bare] of source.matchAll(attribute)) {
    const name = (rawName as string).toLowerCase();
    if (!rule.attributes.includes(name)) {
      throw refuseRich(`Unsupported attribute "${name}" in the tag "${tag}" at byte offset ${where}`);
    }
    attributes[name] = decodeEntities(double ?? single ?? bare ?? '', richNames);
  }
  return attributes;
}

function closeTag(html: string, at: number, open: RichElement[]): number {
  const where = byteOffset(html, at);
  endTag.lastIndex = at;
  const found = endTag.exec(html)?.[1]?.toLowerCase();
  if (found === undefined) throw refuseRich(`Unclosed end tag at byte offset ${where}`);
  const expected = (open.at(-1) as RichElement).tag;
  if (expected === '') throw refuseRich(`Unexpected end tag at byte offset ${where}`);
  if (found !== expected) {
    throw refuseRich(`Unmatched end tag at byte offset ${where}, expected "</${expected}>", found "</${found}>"`);
  }
  open.pop();
  return endTag.lastIndex;
}

function checkPlace(element: RichElement, parent: RichElement): void {
  const { tag, where } = element;
  const rule = richTags[tag] as TagRule;
  const parents = parentsOf[tag];
  const misplaced = () =>
    refuseRich(`Tag "${tag}" is not allowed inside "${parent.tag || 'the message'}" at byte offset ${where}`);
  if (parents) {
    if (!parents.includes(parent.tag)) throw misplaced();
    return;
  }
  const content = parent.tag === '' ? 'blocks' : contentOf(parent);
  if (content === 'none' || content === 'raw') throw misplaced();
  if (Array.isArray(content)) {
    if (!content.includes(tag)) throw misplaced();
  } else if (content === 'inline' && (rule.place === 'block' || (tag === 'img' && !isEmojiImage(element))))
    throw misplaced();
}

function contentOf(element: RichElement) {
  if (element.tag === 'blockquote' && 'expandable' in element.attributes) return 'inline';
  return (richTags[element.tag] as TagRule).content;
}

function checkText(text: string, parent: RichElement, where: number): void {
  const content = parent.tag === '' ? 'blocks' : contentOf(parent);
  if ((content === 'none' || Array.isArray(content)) && text.trim() !== '') {
    throw refuseRich(`Text is not allowed inside "${parent.tag}" at byte offset ${where}`);
  }
}

/** Whether an image is a custom emoji, the only image that may stand within text. */
export function isEmojiImage(element: RichElement): boolean {
  return /^tg:\/\/emoji\?id=\d+$/.test(element.attributes.src ?? '');
}

/** Whether an element stands within text rather than as a block of its own. */
export function isInline(node: RichElement | string): boolean {
  if (typeof node === 'string') return true;
  if (node.tag === 'img') return isEmojiImage(node);
  return (richTags[node.tag] as TagRule).place === 'inline';
}
