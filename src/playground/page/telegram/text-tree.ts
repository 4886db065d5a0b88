import type { Entity } from './message.ts';

/** A text, or a formatted stretch with what stands in it. */
export type TextNode = string | { entity: Entity; text: string; children: TextNode[] };

const blocks = new Set(['blockquote', 'expandable_blockquote', 'pre']);

/** Whether an entity begins and ends lines of its own. */
const isBlock = (node: TextNode | undefined): boolean => typeof node === 'object' && blocks.has(node.entity.type);

/** Nests entities, cutting those that overlap; offsets in UTF-16 units, what lies outside the text is left out. */
export function textTree(text: string, entities: readonly Entity[], from = 0, to = text.length): TextNode[] {
  const nodes: TextNode[] = [];
  let rest = entities
    .map((entity) => clip(entity, from, to))
    .filter(({ length }) => length > 0)
    .sort((a, b) => a.offset - b.offset || b.length - a.length);
  let at = from;
  while (rest[0]) {
    const [entity, ...others] = rest as [Entity, ...Entity[]];
    const end = entity.offset + entity.length;
    pushText(nodes, text.slice(at, entity.offset));
    const children = textTree(text, others, entity.offset, end);
    nodes.push({ entity, text: text.slice(entity.offset, end), children });
    rest = others.map((other) => clip(other, end, to)).filter(({ length }) => length > 0);
    at = end;
  }
  pushText(nodes, text.slice(at, to));
  return nodes;
}

/** The line end that follows a block is the block's own. */
function pushText(nodes: TextNode[], text: string): void {
  const shown = isBlock(nodes.at(-1)) ? text.replace(/^\n/u, '') : text;
  if (shown !== '') nodes.push(shown);
}

function clip(entity: Entity, from: number, to: number): Entity {
  const start = Math.max(entity.offset, from);
  return { ...entity, offset: start, length: Math.min(entity.offset + entity.length, to) - start };
}
