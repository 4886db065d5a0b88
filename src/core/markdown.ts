import type { PhrasingContent, RootContent } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmTableFromMarkdown } from 'mdast-util-gfm-table';
import { gfmTable } from 'micromark-extension-gfm-table';
import type { Block, Document, Span } from './document.ts';

/** Markdown that Parley does not take, with its line counted from 1 within the text. */
export interface MarkdownProblem {
  line: number;
  what: string;
}

/**
 * Parses the Markdown that entries are written in: paragraphs, headings to the third level, flat lists, quotes,
 * GFM tables, dividers, bold, italic, code and http(s) links. Anything else is reported and left out.
 */
export function parseMarkdown(source: string): { document: Document; problems: MarkdownProblem[] } {
  const problems: MarkdownProblem[] = [];
  const tree = fromMarkdown(source, { extensions: [gfmTable()], mdastExtensions: [gfmTableFromMarkdown()] });

  const refuse = (node: { position?: { start: { line: number } } | undefined }, what: string): [] => {
    problems.push({ line: node.position?.start.line ?? 1, what });
    return [];
  };

  function inline(nodes: readonly PhrasingContent[]): Span[] {
    return nodes.flatMap((node): Span[] => {
      switch (node.type) {
        case 'text':
          return [{ kind: 'text', text: node.value.replace(/\s*\n\s*/gu, ' ') }];
        case 'inlineCode':
          return [{ kind: 'code', text: node.value }];
        case 'strong':
        case 'emphasis':
          return [{ kind: node.type, spans: inline(node.children) }];
        case 'link':
          if (!/^https?:\/\//u.test(node.url)) return refuse(node, `the link ${node.url} (links start with https://)`);
          return [{ kind: 'link', url: node.url, spans: inline(node.children) }];
        case 'break':
          return [{ kind: 'text', text: ' ' }];
        default:
          return refuse(node, describe(node.type));
      }
    });
  }

  /** The text of list items and quotes, which hold paragraphs only. */
  function flat(parent: string, nodes: readonly RootContent[]): Span[][] {
    return nodes.flatMap((node) =>
      node.type === 'paragraph' ? [inline(node.children)] : refuse(node, `${describe(node.type)} inside ${parent}`),
    );
  }

  function block(node: RootContent): Block[] {
    switch (node.type) {
      case 'paragraph':
        return [{ kind: 'paragraph', spans: inline(node.children) }];
      case 'heading':
        if (node.depth > 3) return refuse(node, `a heading of level ${node.depth} (1 to 3 are taken)`);
        return [{ kind: 'heading', level: node.depth as 1 | 2 | 3, spans: inline(node.children) }];
      case 'list': {
        const items = node.children.map((item) =>
          flat('a list', item.children).flatMap((spans, i): Span[] =>
            i === 0 ? spans : [{ kind: 'text', text: ' ' }, ...spans],
          ),
        );
        return [{ kind: 'list', ordered: node.ordered ?? false, start: node.start ?? 1, items }];
      }
      case 'blockquote':
        return [{ kind: 'quote', paragraphs: flat('a quotation', node.children) }];
      case 'table': {
        const [header = [], ...rows] = node.children.map((row) => row.children.map((cell) => inline(cell.children)));
        return [{ kind: 'table', header, rows }];
      }
      case 'thematicBreak':
        return [{ kind: 'divider' }];
      default:
        return refuse(node, describe(node.type));
    }
  }

  return { document: tree.children.flatMap(block), problems };
}

const names: Record<string, string> = {
  html: 'HTML',
  image: 'an image',
  imageReference: 'an image',
  code: 'a code block',
  list: 'a list',
  blockquote: 'a quotation',
  table: 'a table',
  heading: 'a heading',
  definition: 'a link definition',
  linkReference: 'a link by reference (write [text](https://…))',
};

const describe = (type: string): string => names[type] ?? `“${type}”`;
