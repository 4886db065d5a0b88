import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fold } from '../../src/core/fold.ts';

describe('two names are the same', () => {
  it.each([
    ['case', 'The KREMLIN', 'the kremlin'],
    ['accents on Latin letters', 'Café São', 'cafe sao'],
    ['ё and е', 'Самолёт', 'самолет'],
    ['a straight, a curly and a modifier apostrophe', 'п’ять п\u02bcять', "п'ять п'ять"],
    ['signs that are typed for an apostrophe', 'п´ять п`ять п′ять', 'пять пять пять'],
    ['stress marks', 'Украи́на', 'Украина'],
    ['what stands between words', '  cease-fire — now?! ', 'cease fire now'],
    ['compatibility forms', 'ＮＡＴＯ ﬁnal', 'nato final'],
    ['composed and decomposed letters', 'Київ Каде\u0306'.normalize('NFD'), 'Київ Каде\u0306'],
    ['soft hyphens and other marks that are not seen', 'nego\u00adtia\u200btion\u2060', 'negotiation'],
    ['direction marks', '\u200eNATO\u200f', 'NATO'],
  ])('but for %s', (_, one, other) => {
    expect(fold(one)).toBe(fold(other));
    expect(fold(one)).not.toBe('');
  });
});

describe('two names stay different', () => {
  it.each([
    ['й and и', 'мій', 'міи'],
    ['ї and і', 'їх', 'іх'],
    ['ґ and г', 'ґрати', 'грати'],
    ['words and their joining', 'ceasefire', 'cease fire'],
    ['digits', 'plan 1', 'plan 2'],
  ])('by %s', (_, one, other) => {
    expect(fold(one)).not.toBe(fold(other));
  });

  it('where words are not Latin at all', () => {
    expect(fold('Мирний план')).toBe('мирний план');
  });
});

it('folding what is folded changes nothing', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => fold(fold(text)) === fold(text)),
    { numRuns: 2000 },
  );
});
