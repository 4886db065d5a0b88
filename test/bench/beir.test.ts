import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readCollection } from '../../bench/search/beir.ts';

let folder: string;
const write = (name: string, ...lines: string[]) => writeFileSync(join(folder, name), lines.join('\n'));

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'collection-'));
  write('corpus.jsonl', '{"_id":"d1","title":"One","text":"First."}', '{"_id":"d2","text":"Second."}', '');
  write('queries.jsonl', '{"_id":"q1","text":"first?"}', '{"_id":"q2","text":"nothing?"}');
  write('qrels.tsv', 'q1\td1\t1');
});
afterEach(() => rmSync(folder, { recursive: true }));

describe('a collection in the BEIR layout', () => {
  it.each([
    ['with a header line', ['query-id\tcorpus-id\tscore', 'q1\td1\t1', 'q2\td2\t0']],
    ['without one', ['q1\td1\t1', 'q2\td2\t0']],
    ['with four columns', ['q1\t0\td1\t1', 'q2\t0\td2\t0']],
    ['with four columns and a header line', ['query\titeration\tdocument\tgrade', 'q1\t0\td1\t2']],
    ['with four columns apart by spaces', ['q1 0 d1 1']],
  ])('reads judgements %s', (_, lines) => {
    write('qrels.tsv', ...lines);
    expect(readCollection(folder).queries).toEqual([{ id: 'q1', text: 'first?', relevant: new Set(['d1']) }]);
  });

  it('leaves an absent title empty', () => {
    expect(readCollection(folder).documents).toEqual([
      { id: 'd1', title: 'One', text: 'First.' },
      { id: 'd2', title: '', text: 'Second.' },
    ]);
  });

  it.each([
    ['corpus.jsonl', '{"_id":', /corpus\.jsonl:1: not JSON/u],
    ['queries.jsonl', '{"text":"no id"}', /queries\.jsonl:1: not JSON with _id/u],
    ['qrels.tsv', 'q1\td1\t1\nq1 d2', /qrels\.tsv:2: not “query document grade”/u],
    ['corpus.jsonl', '', /holds no documents/u],
    ['qrels.tsv', 'query-id\tcorpus-id\tscore', /holds no query/u],
  ])('says what is wrong with %s holding %j', (name, content, message) => {
    write(name, content);
    expect(() => readCollection(folder)).toThrow(message);
  });

  it('says which file it cannot read', () => {
    expect(() => readCollection(join(folder, 'none'))).toThrow(/cannot read .*none.*qrels\.tsv/u);
  });
});
