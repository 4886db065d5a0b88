import { readFileSync } from 'node:fs';
import { loadContent } from '../../src/content/load.ts';
import { loadPhrasings } from '../../src/content/phrasings.ts';
import type { Asking } from '../../src/core/asking.ts';
import { createKnowledge, type Knowledge } from '../../src/core/knowledge.ts';
import type { Language } from '../../src/core/language.ts';

/** A question put to the product, and the entries that answer it, best first; none where nothing does. */
export interface Question {
  id: string;
  lang: Language;
  text: string;
  expect: string[];
  kind: string;
}

export const readQuestions = (file: string): Question[] =>
  jsonl(file).map((one) => ({ id: '', kind: 'any', ...one }) as unknown as Question);

/** The content that the product is shipped with. */
export async function readProduct(folder = 'content'): Promise<{ knowledge: Knowledge; asking: Asking }> {
  const { records } = await loadContent(folder);
  const { asking } = await loadPhrasings(folder, records.entries);
  return { knowledge: createKnowledge(records), asking };
}

const jsonl = (file: string): Record<string, unknown>[] =>
  readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => JSON.parse(line));
