/** What a line of Discord's Markdown starts; inline marks are left to the parser. */
export type MarkdownBlock =
  | { kind: 'heading'; level: number; text: string }
  | { kind: 'subtext'; text: string }
  | { kind: 'quote'; blocks: MarkdownBlock[] }
  | { kind: 'list'; ordered: boolean; start: number; items: MarkdownBlock[][] }
  | { kind: 'text'; text: string };

const itemStart = /^( *)([-*]|\d+\.) +(.*)$/u;
const ordered = /^\d/u;

/**
 * The blocks of a text (support.discord.com, “Markdown Text 101”). The parser knows no lists, and misses headings and
 * subtext after a quote, so lines are told apart here.
 */
export function markdownBlocks(text: string): MarkdownBlock[] {
  return blocksOf(text.split('\n'));
}

function blocksOf(lines: string[]): MarkdownBlock[] {
  const blocks: MarkdownBlock[] = [];
  let plain: string[] = [];
  const flush = () => {
    if (plain.length > 0) blocks.push({ kind: 'text', text: plain.join('\n') });
    plain = [];
  };
  for (let at = 0; at < lines.length; ) {
    const rest = lines.slice(at);
    const length = fenceLength(rest);
    if (length > 0) {
      plain.push(...rest.slice(0, length));
      at += length;
      continue;
    }
    const { block, taken } = blockAt(rest);
    if (block) {
      flush();
      blocks.push(block);
    } else plain.push(...rest.slice(0, taken));
    at += taken;
  }
  flush();
  return blocks;
}

/** How many lines a code block takes that starts in the first of these; 0 if none does. */
function fenceLength([first = '', ...rest]: string[]): number {
  const isOpen = (first.split('```').length - 1) % 2 === 1;
  const end = rest.findIndex((line) => line.includes('```'));
  return isOpen && end >= 0 ? end + 2 : 0;
}

function blockAt(lines: string[]): { block?: MarkdownBlock; taken: number } {
  const [first = ''] = lines;
  const heading = /^(#{1,3}) +(.+)$/u.exec(first);
  if (heading) return { block: { kind: 'heading', level: heading[1]?.length ?? 1, text: heading[2] ?? '' }, taken: 1 };
  const subtext = /^-# +(.+)$/u.exec(first);
  if (subtext) return { block: { kind: 'subtext', text: subtext[1] ?? '' }, taken: 1 };
  if (/^>>> /u.test(first))
    return { block: { kind: 'quote', blocks: blocksOf([first.slice(4), ...lines.slice(1)]) }, taken: lines.length };
  const quoted = lengthWhile(lines, (line) => /^> /u.test(line));
  if (quoted > 0)
    return {
      block: { kind: 'quote', blocks: blocksOf(lines.slice(0, quoted).map((line) => line.slice(2))) },
      taken: quoted,
    };
  return itemStart.test(first) ? listAt(lines) : { taken: 1 };
}

/** A list and all that is indented under its items. */
function listAt(lines: string[]): { block: MarkdownBlock; taken: number } {
  const [, indent = '', mark = ''] = itemStart.exec(lines[0] ?? '') ?? [];
  const isOrdered = ordered.test(mark);
  const depth = indent.length;
  const items: string[][] = [];
  const taken = lengthWhile(lines, (line) => {
    const item = itemStart.exec(line);
    const itemDepth = item?.[1]?.length ?? 0;
    if (item && itemDepth <= depth) {
      if (itemDepth < depth || ordered.test(item[2] ?? '') !== isOrdered) return false;
      items.push([item[3] ?? '']);
      return true;
    }
    const inside = line.startsWith(' '.repeat(depth + 2)) && line.trim() !== '';
    if (inside) items.at(-1)?.push(line.slice(depth + 2));
    return inside;
  });
  return {
    block: { kind: 'list', ordered: isOrdered, start: Number.parseInt(mark, 10) || 1, items: items.map(blocksOf) },
    taken,
  };
}

function lengthWhile(lines: string[], accepts: (line: string) => boolean): number {
  const end = lines.findIndex((line) => !accepts(line));
  return end < 0 ? lines.length : end;
}
