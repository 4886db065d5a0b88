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

export function readCollection(folder: string): Collection {
  const relevant = new Map<string, Set<string>>();
  for (const line of lines(join(folder, 'qrels.tsv')).slice(1)) {
    const [query = '', document = '', grade = '0'] = line.split('\t');
    if (Number(grade) <= 0) continue;
    relevant.set(query, (relevant.get(query) ?? new Set()).add(document));
  }
  return {
    documents: jsonl(join(folder, 'corpus.jsonl')).map((one) => ({
      id: String(one._id),
      title: String(one.title ?? ''),
      text: String(one.text ?? ''),
    })),
    queries: jsonl(join(folder, 'queries.jsonl')).flatMap((one) => {
      const id = String(one._id);
      const answers = relevant.get(id);
      return answers ? [{ id, text: String(one.text), relevant: answers }] : [];
    }),
  };
}

export const lines = (file: string): string[] =>
  readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '');
export const jsonl = (file: string): Record<string, unknown>[] => lines(file).map((line) => JSON.parse(line));
