import type { Document } from '../core/document.ts';
import { parseMarkdown } from '../core/markdown.ts';
import type { Report } from './problem.ts';

/** A stretch of Markdown and where it begins. */
export interface Passage {
  text: string;
  /** The line of its first line of text, in the whole file. */
  line: number;
}

interface Section extends Passage {
  title: string;
}

/** The body of a file without the empty lines before it. */
export function bodyPassage(text: string, line: number): Passage {
  const lines = text.split('\n');
  const start = lines.findIndex((one) => one.trim() !== '');
  return start === -1 ? { text: '', line: line - 1 } : { text: lines.slice(start).join('\n'), line: line + start };
}

/**
 * A body as what stands before its first `## title` and the sections after, with their lines by name (`text` for the
 * whole). Repeated and empty sections are reported, and headings that look like titles but are none.
 */
export function readSections(body: Passage, report: Report) {
  const { intro, sections } = splitSections(body, report);
  const read = new Map<string, Document>();
  const lines = new Map([['text', body.line]]);
  for (const section of sections) {
    const { title, line } = section;
    const document = readPassage(section, report);
    if (read.has(title)) {
      report.error(line - 1, `The section “${title}” is there twice.`, 'Make one of the two.');
    } else {
      if (document.length === 0) {
        report.error(line - 1, `The section “${title}” is empty.`, 'Write it, or take its title away.');
      }
      read.set(title, document);
      lines.set(`## ${title}`, line - 1);
    }
  }
  return { intro: readPassage(intro, report), sections: read, lines };
}

function splitSections(body: Passage, report: Report): { intro: Passage; sections: Section[] } {
  const intro: Passage = { text: '', line: body.line };
  const sections: Section[] = [];
  for (const [i, line] of body.text.split('\n').entries()) {
    const title = /^ {0,3}##[ \t]+(.*?)(?:[ \t]+#+)?[ \t]*$/u.exec(line)?.[1];
    if (title !== undefined) {
      sections.push({ title, text: '', line: body.line + i + 1 });
      continue;
    }
    const meant = /^ {0,3}(?:#[ \t]+|#+(?=[^#\s]))(.*)$/u.exec(line)?.[1];
    if (meant !== undefined) {
      report.error(body.line + i, `“${line.trim()}” does not begin a section.`, `Write it as “## ${meant.trim()}”.`);
    }
    (sections.at(-1) ?? intro).text += `${line}\n`;
  }
  return { intro, sections };
}

/** The passage as a document; Markdown that Parley does not take is reported. */
export function readPassage(passage: Passage, report: Report): Document {
  const { document, problems } = parseDeep(passage.text);
  const refused = new Map(problems.map(({ line, what }) => [`${line} ${what}`, { line, what }]));
  for (const { line, what } of refused.values()) {
    report.error(
      passage.line + line - 1,
      `Parley does not take ${what}.`,
      'Use paragraphs, headings, flat lists, quotations, tables, bold, italic, code and links.',
    );
  }
  const lines = passage.text.split('\n');
  for (const [i, line] of lines.entries()) {
    if (!/^ {0,3}(-+|=+)[ \t]*$/u.test(line) || !/^(?![\s#>|]|[-*+]\s|\d+[.)]\s)./u.test(lines[i - 1] ?? '')) continue;
    report.error(
      passage.line + i,
      `“${line.trim()}” makes a heading of the line above.`,
      'Put an empty line above it.',
    );
  }
  return document;
}

/** Parses Markdown; nesting so deep that the parser runs out of stack is one more thing that Parley does not take. */
function parseDeep(text: string): ReturnType<typeof parseMarkdown> {
  try {
    return parseMarkdown(text);
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    return { document: [], problems: [{ line: 1, what: 'markup nested this deep' }] };
  }
}
