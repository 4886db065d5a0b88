import type { RichBlock, RichCaption, RichCell, RichItem, RichText } from './rich-blocks.ts';
import { inlineText, rawText, richButton } from './rich-inline.ts';
import { isInline, parseRichTree, type RichElement, refuseRich } from './rich-tree.ts';

type Node = RichElement | string;

/** Parses rich HTML into the blocks it stands for (core.telegram.org/bots/api#rich-html-style). */
export function parseRichHtml(html: string): RichBlock[] {
  return flow(parseRichTree(html).children);
}

/** Reads a mixture of blocks and text; text between blocks becomes a paragraph of its own. */
function flow(nodes: readonly Node[]): RichBlock[] {
  const blocks: RichBlock[] = [];
  let run: Node[] = [];
  const endRun = () => {
    const text = inlineText(run);
    run = [];
    if (text === null) return;
    if (typeof text === 'object' && !Array.isArray(text) && text.type === 'anchor') blocks.push(text as RichBlock);
    else blocks.push({ type: 'paragraph', text });
  };
  for (const node of nodes) {
    if (isInline(node)) {
      run.push(node);
    } else {
      endRun();
      blocks.push(block(node as RichElement));
    }
  }
  endRun();
  return blocks;
}

function block(node: RichElement): RichBlock {
  const { tag, attributes, children, where } = node;
  if (tag === 'hr') return { type: 'divider' };
  if (tag === 'pre') return preformatted(node);
  if (tag === 'ul' || tag === 'ol') return list(node);
  if (tag === 'table') return table(node);
  if (tag === 'details') return details(node);
  if (tag === 'tg-math-block') return { type: 'mathematical_expression', expression: children.join('') };
  if (tag === 'tg-button-row') {
    const buttons = elements(node).map(richButton);
    return { type: 'buttons', buttons, ...(attributes.align && { align: attributes.align }) };
  }
  if (tag === 'figure' || tag === 'tg-collage' || tag === 'tg-slideshow') return figure(node);
  if (['img', 'video', 'audio', 'tg-document', 'tg-map'].includes(tag)) return media(node);
  const { body, credit } = splitCredit(children);
  const cited = credit === undefined ? {} : { credit };
  if (tag === 'blockquote' && !('expandable' in attributes))
    return { type: 'blockquote', blocks: flow(body), ...cited };
  const text = inlineText(body);
  if (text === null) throw refuseRich(`Tag "${tag}" must not be empty at byte offset ${where}`);
  if (tag === 'blockquote') return { type: 'expandable_blockquote', text, ...cited };
  if (tag === 'aside') return { type: 'pullquote', text, ...cited };
  if (tag === 'p') return { type: 'paragraph', text };
  if (tag === 'footer') return { type: 'footer', text };
  return { type: 'heading', text, size: Number(tag.slice(1)) };
}

function elements(node: RichElement): RichElement[] {
  return node.children.filter((child): child is RichElement => typeof child !== 'string');
}

function splitCredit(children: readonly Node[]): { body: Node[]; credit?: RichText } {
  const cites = children.filter((child): child is RichElement => typeof child !== 'string' && child.tag === 'cite');
  if (cites.length > 1) throw refuseRich(`Duplicate tag "cite" at byte offset ${cites[1]?.where}`);
  const body = children.filter((child) => child !== cites[0]);
  const credit = cites[0] && inlineText(cites[0].children);
  return credit ? { body, credit } : { body };
}

function preformatted(node: RichElement): RichBlock {
  const [only, ...more] = node.children;
  const code = typeof only === 'object' && only.tag === 'code' && more.length === 0 ? only : undefined;
  const language = code?.attributes.class?.replace(/^language-/, '');
  const text = rawText(code?.children ?? node.children);
  return { type: 'pre', text, ...(language && { language }) };
}

function list(node: RichElement): RichBlock {
  const { attributes } = node;
  const ordered = node.tag === 'ol';
  const items = elements(node);
  if (items.length === 0) throw refuseRich(`Tag "${node.tag}" must not be empty at byte offset ${node.where}`);
  const step = 'reversed' in attributes ? -1 : 1;
  let value = Number(attributes.start ?? (step === -1 ? items.length : 1)) - step;
  return {
    type: 'list',
    items: items.map((element): RichItem => {
      const [first, ...rest] = element.children.filter(
        (child, index) => index > 0 || typeof child !== 'string' || child.trim(),
      );
      const box = typeof first === 'object' && first.tag === 'input' ? first : undefined;
      const stray = element.children.find(
        (child) => typeof child === 'object' && child.tag === 'input' && child !== box,
      );
      if (stray) throw refuseRich(`Tag "input" is not allowed here at byte offset ${(stray as RichElement).where}`);
      if (box && box.attributes.type !== 'checkbox') throw refuseRich(`Unsupported input at byte offset ${box.where}`);
      const item: RichItem = { blocks: flow(box ? rest : element.children) };
      if (box) item.has_checkbox = true;
      if (box && 'checked' in box.attributes) item.is_checked = true;
      if (!ordered) return item;
      value = element.attributes.value === undefined ? value + step : Number(element.attributes.value);
      return { ...item, value, type: element.attributes.type ?? attributes.type ?? '1' };
    }),
  };
}

function table(node: RichElement): RichBlock {
  const [first, ...rest] = elements(node);
  const caption = first?.tag === 'caption' ? first : undefined;
  const rows = caption ? rest : elements(node);
  const stray = rows.find((row) => row.tag === 'caption');
  if (stray) throw refuseRich(`Tag "caption" is not allowed here at byte offset ${stray.where}`);
  if (rows.length === 0) throw refuseRich(`Tag "table" must not be empty at byte offset ${node.where}`);
  const shown = caption && inlineText(caption.children);
  return {
    type: 'table',
    cells: rows.map((row) => elements(row).map(cell)),
    ...('bordered' in node.attributes && { is_bordered: true }),
    ...('striped' in node.attributes && { is_striped: true }),
    ...('compact' in node.attributes && { is_compact: true }),
    ...(shown && { caption: shown }),
  };
}

function cell({ tag, attributes, children }: RichElement): RichCell {
  const text = inlineText(children);
  return {
    ...(text !== null && { text }),
    ...(tag === 'th' && { is_header: true as const }),
    ...(attributes.colspan !== undefined && { colspan: Number(attributes.colspan) }),
    ...(attributes.rowspan !== undefined && { rowspan: Number(attributes.rowspan) }),
    align: attributes.align ?? 'left',
    valign: attributes.valign ?? 'top',
  };
}

function details(node: RichElement): RichBlock {
  const content = node.children.filter((child) => typeof child !== 'string' || child.trim() !== '');
  const [summary, ...rest] = content;
  if (typeof summary !== 'object' || summary.tag !== 'summary') {
    throw refuseRich(`Tag "details" must begin with "summary" at byte offset ${node.where}`);
  }
  const stray = rest.find((child) => typeof child === 'object' && child.tag === 'summary');
  if (stray) throw refuseRich(`Duplicate tag "summary" at byte offset ${(stray as RichElement).where}`);
  const text = inlineText(summary.children);
  if (text === null) throw refuseRich(`Tag "summary" must not be empty at byte offset ${summary.where}`);
  return { type: 'details', summary: text, blocks: flow(rest), ...('open' in node.attributes && { is_open: true }) };
}

function media({ tag, attributes, where }: RichElement): RichBlock {
  if (tag === 'tg-map') {
    const [latitude, longitude] = [Number(attributes.lat), Number(attributes.long)];
    if (!(Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180))
      throw refuseRich(`Invalid map at byte offset ${where}`);
    return {
      type: 'map',
      location: { latitude, longitude },
      zoom: Number(attributes.zoom ?? 15),
      width: 600,
      height: 400,
    };
  }
  const src = attributes.src ?? '';
  if (!/^https?:\/\/[^\s/]+\.[^\s/]/i.test(src) && !/^tg:\/\/(photo|video|document|audio)\?id=[\w-]{1,64}$/.test(src)) {
    throw refuseRich(`Invalid media URL "${src}" at byte offset ${where}`);
  }
  const type = { img: 'photo', video: 'video', audio: 'audio', 'tg-document': 'document' }[tag] as string;
  return { type, [type]: { type, media: src }, ...('tg-spoiler' in attributes && { has_spoiler: true }) };
}

function figure(node: RichElement): RichBlock {
  const parts = elements(node);
  const captions = parts.filter((part) => part.tag === 'figcaption');
  const pieces = parts.filter((part) => part.tag !== 'figcaption').map(media);
  const single = node.tag === 'figure';
  if (
    captions.length > 1 ||
    (captions[0] && captions[0] !== parts.at(-1)) ||
    pieces.length === 0 ||
    (single && pieces.length > 1)
  ) {
    throw refuseRich(
      `Tag "${node.tag}" must hold media and at most one caption, the last, at byte offset ${node.where}`,
    );
  }
  const caption = captions[0] && figureCaption(captions[0]);
  const shown = caption && { caption };
  if (single) return { ...(pieces[0] as RichBlock), ...shown };
  return { type: node.tag.slice(3), blocks: pieces, ...shown };
}

function figureCaption(node: RichElement): RichCaption {
  const { body, credit } = splitCredit(node.children);
  return { text: inlineText(body) ?? '', ...(credit !== undefined && { credit }) };
}
