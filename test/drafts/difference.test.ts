import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { stretchesOf } from '../../src/drafts/difference.ts';

const shown = (from: string, to: string): string =>
  stretchesOf(from, to)
    .map(({ kind, text }) => (kind === 'added' ? `[+${text}]` : kind === 'removed' ? `[-${text}]` : text))
    .join('');

describe('the difference of two texts', () => {
  it('is told in whole words, in every language', () => {
    expect(shown('The talks begin in April.', 'The talks end in April.')).toBe('The talks [-begin][+end] in April.');
    expect(shown('Переговори почнуться у квітні.', 'Переговори завершаться у квітні.')).toBe(
      'Переговори [-почнуться][+завершаться] у квітні.',
    );
    expect(shown('прем’єр-міністр каже', 'прем’єр каже')).toBe('[-прем’єр-міністр][+прем’єр] каже');
  });

  it('loses nothing of either text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'grapheme' }), (from, to) => {
        const all = stretchesOf(from, to);
        const without = (kind: string) =>
          all
            .filter((one) => one.kind !== kind)
            .map(({ text }) => text)
            .join('');
        expect(without('added')).toBe(from);
        expect(without('removed')).toBe(to);
      }),
    );
  });

  it('of long texts with nothing in common is one for the other', () => {
    const from = 'а б '.repeat(1000);
    const to = 'x y '.repeat(1000).replaceAll(' ', '\n');
    expect(stretchesOf(from, to)).toEqual([
      { kind: 'removed', text: from },
      { kind: 'added', text: to },
    ]);
  });
});
