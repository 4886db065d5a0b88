import { resolve } from 'node:path';
import { pino } from 'pino';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Catalogue } from '../../src/core/catalogue.ts';
import { findEntry } from '../../src/core/find-entry.ts';
import { openLibrary } from '../../src/served-content.ts';

let catalogue: Catalogue;

beforeAll(async () => {
  const folder = resolve(import.meta.dirname, '../../content');
  const library = openLibrary(folder, () => '2026-11-23', pino({ level: 'silent' }));
  await library.reload();
  catalogue = library.current();
});

const searched = (question: string) => catalogue.finder.find(question, 'en').answer?.id;

describe('an entry is found first', () => {
  it.each([
    ['What are the key differences between the proposed peace plans?', 'peace-plan-differences'],
    ['How are international sanctions impacting the negotiations?', 'sanctions-impact'],
    ['Is a ceasefire likely in the near future?', 'ceasefire-likelihood'],
    ['What role does the YouTube citation play in understanding the conflict?', 'video-evidence'],
    ['Can Ukraine join NATO while at war?', 'nato-membership-at-war'],
  ])('by the question of the article that it is drawn from: %s', (question, id) => expect(searched(question)).toBe(id));

  it('by its id typed as words', () => {
    for (const { id } of catalogue.knowledge.entries) {
      const typed = id.replaceAll('-', ' ');
      expect(findEntry(catalogue, typed, 'en').answer?.id, typed).toBe(id);
    }
  });

  it('by its question and every alias, in every language', () => {
    for (const { id, text } of catalogue.knowledge.entries) {
      for (const { question, aliases } of Object.values(text).flatMap((one) => one ?? []))
        for (const name of [question, ...aliases]) expect(findEntry(catalogue, name, 'en').answer?.id, name).toBe(id);
    }
  });
});
