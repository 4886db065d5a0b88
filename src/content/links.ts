import type { Block, Document, Span } from '../core/document.ts';
import type { Passage } from './body.ts';
import type { Report } from './problem.ts';

/** Reports the links of a passage that lead nowhere: those that are no address, or none that readers can reach. */
export function reportLinks(document: Document, passage: Passage, report: Report): void {
  const lines = passage.text.split('\n');
  for (const url of new Set(document.flatMap(spansOf).flatMap(urlsIn))) {
    if (isPublic(url)) continue;
    const found = lines.findIndex((line) => line.includes(url));
    const mend = 'Write the whole address, as the browser shows it: https://example.org/page.';
    report.error(passage.line + Math.max(0, found), `The link “${url}” leads nowhere.`, mend);
  }
}

/** A host without a dot is nobody’s but the writer’s own; a name before “@” hides where the link leads. */
function isPublic(url: string): boolean {
  if (!URL.canParse(url)) return false;
  const { hostname, username } = new URL(url);
  return username === '' && /[^.]\.[^.]/u.test(hostname);
}

function spansOf(block: Block): Span[] {
  switch (block.kind) {
    case 'list':
      return block.items.flat();
    case 'quote':
      return block.paragraphs.flat();
    case 'table':
      return [block.header, ...block.rows].flat(2);
    default:
      return 'spans' in block ? block.spans : [];
  }
}

const urlsIn = (span: Span): string[] => [
  ...(span.kind === 'link' ? [span.url] : []),
  ...('spans' in span ? span.spans.flatMap(urlsIn) : []),
];
