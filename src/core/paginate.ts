import type { Block, Document, Span } from './document.ts';
import { plainText } from './document.ts';

/**
 * Splits a document into pages that each satisfy `fits`, which measures a page as it will be rendered.
 * Pages break between blocks; a block that is too large alone is split between items, rows or sentences.
 * A heading stays with what follows it. There is always at least one page. Whatever begins a page that fits, fits as well.
 */
export function paginate(document: Document, fits: (page: Document) => boolean): Document[] {
  // Most documents are one page: each measurement renders all that it measures.
  if (fits(document)) return [withoutEdgeDividers(document)];
  const pages: Document[] = [];
  let page: Document = [];
  const waiting = [...document];
  for (let block = waiting.shift(); block; block = waiting.shift()) {
    if (fits([...page, block])) {
      page.push(block);
      continue;
    }
    const loneHeading = page.length === 1 && page[0]?.kind === 'heading';
    const carried = page.length > 1 && page.at(-1)?.kind === 'heading' ? [page.pop() as Block] : [];
    if (page.length > 0 && !loneHeading && fits([...carried, block])) {
      pages.push(page);
      page = [...carried, block];
      continue;
    }
    const halves = split(block);
    if (halves) waiting.unshift(...carried, ...halves);
    else {
      if (page.length > 0) pages.push(page);
      page = [...carried, block];
    }
  }
  if (page.length > 0 || pages.length === 0) pages.push(page);
  return pages.map(withoutEdgeDividers);
}

/** The page asked for, or the last one where there are fewer now. */
export function pageOf(pages: Document[], number: number): { page: Document; number: number; of: number } {
  const at = Math.min(Math.max(1, number), pages.length);
  return { page: pages[at - 1] ?? [], number: at, of: pages.length };
}

function withoutEdgeDividers(page: Document): Document {
  const start = page.findIndex((block) => block.kind !== 'divider');
  const end = page.findLastIndex((block) => block.kind !== 'divider');
  return start === -1 ? page : page.slice(start, end + 1);
}

function split(block: Block): Block[] | undefined {
  switch (block.kind) {
    case 'list':
    case 'menu': {
      const middle = Math.ceil(block.items.length / 2);
      if (block.items.length < 2) return undefined;
      return [
        { ...block, items: block.items.slice(0, middle) } as Block,
        { ...block, start: block.start + middle, items: block.items.slice(middle) } as Block,
      ];
    }
    case 'sources':
      return halves(block.items)?.map((items) => ({ ...block, items }));
    case 'quote':
      return halves(block.paragraphs)?.map((paragraphs) => ({ ...block, paragraphs }));
    case 'table':
      return halves(block.rows)?.map((rows) => ({ ...block, rows }));
    case 'details':
      return [{ kind: 'heading', level: 3, spans: block.summary }, ...block.blocks];
    case 'paragraph':
    case 'note':
      return splitSpans(block.spans)?.map((spans) => ({ ...block, spans }));
    default:
      return undefined;
  }
}

function halves<T>(items: T[]): [T[], T[]] | undefined {
  const middle = Math.ceil(items.length / 2);
  return items.length < 2 ? undefined : [items.slice(0, middle), items.slice(middle)];
}

/** Two halves of a text, parted at the sentence, else the space, else the character nearest the middle. */
function splitSpans(spans: Span[]): [Span[], Span[]] | undefined {
  const text = plainText(spans);
  const at =
    nearestMiddle(text, /(?<=[.!?…]["»”)]?)\s+/gu) ??
    nearestMiddle(text, /\s+/gu) ??
    nearestMiddle(text, /(?=\p{L}|\p{N})/gu);
  return at === undefined ? undefined : [takeSpans(spans, 0, at), takeSpans(spans, at, text.length)];
}

function nearestMiddle(text: string, boundary: RegExp): number | undefined {
  const places = [...text.matchAll(boundary)].map((match) => match.index + match[0].length);
  const inside = places.filter((place) => place > 0 && place < text.length);
  const distance = (place: number) => Math.abs(place - text.length / 2);
  return inside.length === 0
    ? undefined
    : inside.reduce((best, place) => (distance(place) < distance(best) ? place : best));
}

/** The part of the spans whose plain text runs from `start` to `end`, in UTF-16 units. */
function takeSpans(spans: Span[], start: number, end: number): Span[] {
  let offset = 0;
  return spans.flatMap((span): Span[] => {
    const length = plainText([span]).length;
    const from = Math.max(0, start - offset);
    const to = Math.min(length, end - offset);
    offset += length;
    if (from >= to) return [];
    return [
      'spans' in span
        ? { ...span, spans: takeSpans(span.spans, from, to) }
        : { ...span, text: span.text.slice(from, to) },
    ];
  });
}
