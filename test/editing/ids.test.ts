import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { daysAfter, readKnownDate } from '../../src/core/known-date.ts';
import { freeId, longestId, slugOf } from '../../src/core/slug.ts';

describe('an id', () => {
  it('is made of the question’s words, transliterated from either language', () => {
    expect(slugOf('Can Ukraine join NATO — during the war?')).toBe('can-ukraine-join-nato-during-the-war');
    expect(slugOf('Чи зможе Україна в’їхати?')).toBe('chy-zmozhe-ukrayina-vyikhaty');
    expect(slugOf('Объём помощи')).toBe('obem-pomoshchi');
    expect(slugOf('Crème brûlée')).toBe('creme-brulee');
    expect(slugOf('你好')).toBe('entry');
  });

  it('is always an id, of at most 40 characters, and free', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 100 }), fc.integer({ min: 0, max: 12 }), (text, taken) => {
        const slug = slugOf(text);
        const used = new Set<string>();
        for (let i = 0; i < taken; i++) used.add(freeId(slug, (id) => used.has(id)));
        expect(used.size).toBe(taken);
        for (const id of [slug, ...used]) {
          expect(id).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/u);
          expect(id.length).toBeLessThanOrEqual(longestId);
        }
      }),
    );
  });
});

describe('a date', () => {
  it.each([
    ['2026-02-28', '2026-02-28'],
    ['28.02.2026', '2026-02-28'],
    ['8.2.2026', '2026-02-08'],
    ['02.2026', '2026-02'],
    ['2026/2', '2026-02'],
    [' 2026 ', '2026'],
    ['Без даты', 'undated'],
    ['2026-02-30', undefined],
    ['13.2026', undefined],
    ['26', undefined],
    ['1.2.3.4', undefined],
    ['0000', undefined],
    ['', undefined],
  ])('%s is read as %s', (typed, date) => {
    expect(readKnownDate(typed)).toBe(date);
  });

  it('so many days later may be in another year', () => {
    expect(daysAfter('2026-12-01', 90)).toBe('2027-03-01');
  });
});
