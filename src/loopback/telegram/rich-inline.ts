import type { RichButton, RichPiece, RichText } from './rich-blocks.ts';
import { type RichElement, refuseRich } from './rich-tree.ts';

const styleOfTag: Readonly<Record<string, string>> = {
  b: 'bold',
  strong: 'bold',
  i: 'italic',
  em: 'italic',
  u: 'underline',
  ins: 'underline',
  s: 'strikethrough',
  strike: 'strikethrough',
  del: 'strikethrough',
  mark: 'marked',
  sub: 'subscript',
  sup: 'superscript',
  code: 'code',
  'tg-spoiler': 'spoiler',
};

type Node = RichElement | string;

/** Turns inline nodes into rich text, folding white space as HTML does; `null` where nothing is left to show. */
export function inlineText(nodes: readonly Node[]): RichText | null {
  const pieces = trimPieces(fold(nodes.map(inlineNode)));
  if (pieces.length === 0) return null;
  return pieces.length === 1 ? (pieces[0] as RichText) : pieces;
}

/** Turns inline nodes into rich text that keeps its spaces and line ends, for preformatted blocks. */
export function rawText(nodes: readonly Node[]): RichText {
  const pieces = nodes.map((node) => (typeof node === 'string' ? node : inlineNode(node)));
  return pieces.length === 1 ? (pieces[0] as RichText) : pieces;
}

function inlineNode(node: Node): RichText {
  if (typeof node === 'string') return node.replace(/[ \t\r\n]+/g, ' ');
  const { tag, attributes, children, where } = node;
  if (tag === 'br') return '\n';
  if (tag === 'tg-math') return { type: 'mathematical_expression', expression: children.join('') };
  if (tag === 'img') {
    return {
      type: 'custom_emoji',
      custom_emoji_id: attributes.src?.split('id=')[1],
      alternative_text: attributes.alt ?? '',
    };
  }
  const text = joined(children);
  if (tag === 'a') return link(node, text);
  if (tag === 'tg-reference') return { type: 'reference', name: needed(node, 'name'), text };
  if (tag === 'tg-emoji') {
    const id = needed(node, 'emoji-id');
    if (!/^\d+$/.test(id)) throw refuseRich(`Invalid custom emoji identifier at byte offset ${where}`);
    return { type: 'custom_emoji', custom_emoji_id: id, alternative_text: children.join('') };
  }
  if (tag === 'tg-time') return dateTime(node, text);
  if (tag === 'tg-button') return { type: 'button', button: richButton(node) };
  if (tag === 'code' && 'class' in attributes) {
    throw refuseRich(`Programming language can't be specified for standalone "code" at byte offset ${where}`);
  }
  return { type: styleOfTag[tag] as string, text };
}

function joined(children: readonly Node[]): RichText {
  const pieces = fold(children.map(inlineNode));
  if (pieces.length === 0) return '';
  return pieces.length === 1 ? (pieces[0] as RichText) : pieces;
}

function link(node: RichElement, text: RichText): RichPiece {
  const { name, href } = node.attributes;
  if (name !== undefined) return { type: 'anchor', name };
  if (href === undefined) throw refuseRich(`Tag "a" must have attribute "href" or "name" at byte offset ${node.where}`);
  if (href.startsWith('#')) return { type: 'anchor_link', text, anchor_name: href.slice(1) };
  if (href.startsWith('mailto:')) return { type: 'email_address', text, email_address: href.slice(7) };
  if (href.startsWith('tel:')) return { type: 'phone_number', text, phone_number: href.slice(4) };
  const user = /^tg:\/\/user\?id=(\d+)$/.exec(href);
  if (user) return { type: 'text_mention', text, user: { id: Number(user[1]) } };
  if (!/^(https?|tg|ton|tonsite):\/\/[^\s/]/i.test(href))
    throw refuseRich(`Invalid URL "${href}" at byte offset ${node.where}`);
  return { type: 'url', text, url: href };
}

function dateTime(node: RichElement, text: RichText): RichPiece {
  const unix = needed(node, 'unix');
  const format = node.attributes.format ?? '';
  if (!/^\d+$/.test(unix) || !/^(r|w?[dD]?[tT]?)$/.test(format)) {
    throw refuseRich(`Invalid date-time at byte offset ${node.where}`);
  }
  return { type: 'date_time', text, unix_time: Number(unix), date_time_format: format };
}

/** Reads a `<tg-button>` into the button it stands for; the fields are checked with the other buttons. */
export function richButton(node: RichElement): RichButton {
  const { attributes: given } = node;
  const button: RichButton = { text: inlineText(node.children) ?? '', ...(given.style && { style: given.style }) };
  const type = needed(node, 'type');
  if (type === 'url') return { ...button, url: needed(node, 'url') };
  if (type === 'callback_data') return { ...button, callback_data: needed(node, 'data') };
  if (type === 'web_app') return { ...button, web_app: { url: needed(node, 'url') } };
  if (type === 'login_url') return { ...button, login_url: { url: needed(node, 'url') } };
  if (type === 'switch_inline_query') return { ...button, switch_inline_query: given.query ?? '' };
  if (type === 'switch_inline_query_current_chat') return { ...button, [type]: given.query ?? '' };
  if (type === 'switch_inline_query_chosen_chat') return { ...button, [type]: { query: given.query ?? '' } };
  if (type === 'copy_text') return { ...button, copy_text: { text: needed(node, 'text') } };
  if (type === 'disabled') return { ...button, disabled: {} };
  throw refuseRich(`Unsupported button type "${type}" at byte offset ${node.where}`);
}

function needed(node: RichElement, name: string): string {
  const value = node.attributes[name];
  if (value === undefined)
    throw refuseRich(`Tag "${node.tag}" must have attribute "${name}" at byte offset ${node.where}`);
  return value;
}

function fold(pieces: readonly RichText[]): RichText[] {
  const folded: RichText[] = [];
  for (const piece of pieces.flat() as RichText[]) {
    const last = folded.at(-1);
    if (typeof piece === 'string' && typeof last === 'string') {
      folded[folded.length - 1] = (last + piece).replace(/ +/g, ' ').replace(/ ?\n ?/g, '\n');
    } else if (piece !== '') folded.push(piece);
  }
  return folded;
}

function trimPieces(pieces: RichText[]): RichText[] {
  const trimmed = [...pieces];
  if (typeof trimmed[0] === 'string') trimmed[0] = trimmed[0].replace(/^[ \n]+/, '');
  const last = trimmed.length - 1;
  if (typeof trimmed[last] === 'string') trimmed[last] = (trimmed[last] as string).replace(/[ \n]+$/, '');
  return trimmed.filter((piece) => piece !== '');
}
