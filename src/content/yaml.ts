import {
  type Document,
  isAlias,
  isCollection,
  isMap,
  isNode,
  isScalar,
  isSeq,
  LineCounter,
  type Node,
  parseDocument,
  visit,
  type YAMLError,
} from 'yaml';
import type { Report } from './problem.ts';
import { syntaxProblem } from './yaml-syntax.ts';

/** One step into YAML: a key, or the place in a list counted from 0. */
export type Step = string | number;

/** YAML in which every scalar is text, so that `2022`, `no` and `1.0` stay what was typed. */
export interface Yaml {
  value: unknown;
  /** The line of the deepest thing on this path that is there, in the whole file. */
  line(path: readonly Step[]): number;
}

/** Reads YAML that begins on line `firstLine` of its file; nothing where it has mistakes, which are reported. */
export function readYaml(text: string, firstLine: number, report: Report): Yaml | undefined {
  const tabs = text.split('\n').flatMap((line, i) => (line.includes('\t') ? [firstLine + i] : []));
  for (const line of tabs) report.error(line, 'There is a tab on this line.', 'Use spaces instead of tabs.');
  if (tabs.length > 0) return undefined;

  const lineCounter = new LineCounter();
  const document = parseDocument(text, { schema: 'failsafe', lineCounter, prettyErrors: false, stringKeys: true });
  const lineAt = (offset: number) => Math.max(1, lineCounter.linePos(offset).line) + firstLine - 1;
  const mistakes = [...mistakesIn(document), ...referencesIn(document)];
  for (const { offset, code, message } of mistakes) {
    const said = syntaxProblem(code, message, text.slice(offset));
    report.error(lineAt(offset), said.message, said.mend);
  }
  if (mistakes.length > 0) return undefined;

  warnOfComments(document, text, lineAt, report);
  return {
    value: document.toJS(),
    line: (path) => lineAt(offsetOf(document.contents, path) ?? 0),
  };
}

interface Mistake {
  offset: number;
  code: string;
  message: string;
}

/** Repeated keys, and the first mistake in the syntax: what follows one is mostly its echo. */
function mistakesIn(document: Document.Parsed): Mistake[] {
  const all = [...document.errors, ...document.warnings].sort((a, b) => a.pos[0] - b.pos[0]);
  const repeated = all.filter((error) => error.code === 'DUPLICATE_KEY');
  const first = all.find((error) => error.code !== 'DUPLICATE_KEY');
  return [...repeated, ...(first ? [first] : [])].map((error) => ({
    offset: openingOf(document, error),
    code: error.code,
    message: error.message,
  }));
}

/** Where the quotation or bracket begins that an error finds unclosed; the error's own place for any other. */
function openingOf(document: Document.Parsed, { pos: [offset], message }: YAMLError): number {
  if (!/^Missing closing|end with a/u.test(message)) return offset;
  let opening = offset;
  visit(document, {
    Node(_, node) {
      const opens = (isScalar(node) && node.type?.startsWith('QUOTE')) || (isCollection(node) && node.flow);
      if (opens && node.range && node.range[0] <= offset && offset <= node.range[2]) opening = node.range[0];
    },
  });
  return opening;
}

/** YAML's own references (`&name`, `*name`), which nobody means to write here. */
function referencesIn(document: Document.Parsed): Mistake[] {
  const found: Mistake[] = [];
  visit(document, {
    Node(_, node) {
      if (isAlias(node) || node.anchor) {
        found.push({ offset: node.range?.[0] ?? 0, code: 'REFERENCE', message: isAlias(node) ? '*' : '&' });
      }
    },
  });
  return found;
}

/** “Is plan #1 dead?” without quotes would be read as “Is plan”. */
function warnOfComments(
  document: Document.Parsed,
  text: string,
  lineAt: (offset: number) => number,
  report: Report,
): void {
  visit(document, {
    Scalar(_, node) {
      const end = node.range?.[1];
      if (end === undefined || node.type !== 'PLAIN' || !/^[ ]+#/u.test(text.slice(end))) return;
      report.warning(
        lineAt(end),
        'What follows “#” is a comment, which readers do not see.',
        'Put the text in double quotes, or the comment on a line of its own.',
      );
    },
  });
}

function offsetOf(root: Node | null, path: readonly Step[]): number | undefined {
  let node: unknown = root;
  let offset = isNode(root) ? root.range?.[0] : undefined;
  for (const step of path) {
    if (isMap(node)) {
      const pair = node.items.find(({ key }) => isScalar(key) && key.value === step);
      if (!pair) break;
      if (isScalar(pair.key)) offset = pair.key.range?.[0];
      node = pair.value;
    } else if (isSeq(node) && isNode(node.items[Number(step)])) {
      node = node.items[Number(step)];
      offset = (node as Node).range?.[0];
    } else break;
  }
  return offset;
}
