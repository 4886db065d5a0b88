import { readFileSync } from 'node:fs';
import { join } from 'node:path';

export interface Text {
  id: string;
  title: string;
  text: string;
}

/** A collection in the BEIR layout: corpus.jsonl, queries.jsonl, qrels.tsv. */
export interface Collection {
  documents: Text[];
  queries: { id: string; text: string; relevant: ReadonlySet<string> }[];
}

/** A collection whose files are checked line by line; what is wrong is said with its file and line. */
export function readCollection(folder: string): Collection {
  const relevant = readJudgements(join(folder, 'qrels.tsv'));
  const documents = readTexts(join(folder, 'corpus.jsonl'));
  const queries = readTexts(join(folder, 'queries.jsonl')).flatMap(({ id, text }) => {
    const answers = relevant.get(id);
    return answers ? [{ id, text, relevant: answers }] : [];
  });
  if (documents.length === 0) throw new Error(`${join(folder, 'corpus.jsonl')} holds no documents`);
  if (queries.length === 0) throw new Error(`${folder} holds no query with a relevant document`);
  return { documents, queries };
}

/** Query, document and grade, with or without a header line; or TREC’s four columns, an iteration after the query. */
export function readJudgements(file: string): Map<string, Set<string>> {
  const relevant = new Map<string, Set<string>>();
  for (const [at, line] of lines(file)) {
    const cells = line.trimEnd().split(line.includes('\t') ? '\t' : /\s+/u);
    const [query = '', document = '', grade = ''] = cells.length === 4 ? cells.toSpliced(1, 1) : cells;
    const counts = grade.trim() === '' ? Number.NaN : Number(grade);
    if (cells.length > 4 || Number.isNaN(counts)) {
      if (at === 1 && grade !== '') continue;
      throw new Error(`${file}:${at}: not “query document grade”`);
    }
    if (counts > 0) relevant.set(query, (relevant.get(query) ?? new Set()).add(document));
  }
  return relevant;
}

function readTexts(file: string) {
  return lines(file).map(([at, line]) => {
    const { _id: id, title, text } = parsed(line) ?? {};
    if (id === undefined || typeof text !== 'string') throw new Error(`${file}:${at}: not JSON with _id and text`);
    return { id: String(id), title: String(title ?? ''), text };
  });
}

function parsed(line: string): Record<string, unknown> | null {
  try {
    return JSON.parse(line);
  } catch {
    return null;
  }
}

function lines(file: string): [number, string][] {
  let content: string;
  try {
    content = readFileSync(file, 'utf8').replace(/^\uFEFF/u, '');
  } catch {
    throw new Error(`cannot read ${file}`);
  }
  const numbered = content.split('\n').map((line, at): [number, string] => [at + 1, line]);
  return numbered.filter(([, line]) => line.trim() !== '');
}
