import { readFileSync } from 'node:fs';

interface Question {
  lang: string;
  text: string;
  expect: string[];
}

/** English questions that have an answer, in the words of people who ask. */
export function realQuestions(file = 'bench/search/questions.jsonl'): string[] {
  return readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as Question)
    .filter(({ lang, expect }) => lang === 'en' && expect.length > 0)
    .map(({ text }) => text);
}
