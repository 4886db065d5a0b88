import { describe, expect, it } from 'vitest';
import { createGrams } from '../../src/search/grams.ts';
import { otherLayouts } from '../../src/search/keyboard.ts';
import { distance } from '../../src/search/slips.ts';
import { stem } from '../../src/search/stem.ts';
import { inCyrillic } from '../../src/search/transliteration.ts';
import { words } from '../../src/search/words.ts';

describe('words are compared as a reader takes them', () => {
  it.each([
    ['Мирный план!', ['мирный', 'план']],
    ["перемир’я, перемирʼя, перемир'я", ["перемир'я", "перемир'я", "перемир'я"]],
    ['Ещё раз', ['еще', 'раз']],
    ['ＮＡＴＯ', ['nato']],
    ['cанкции', ['санкции']],
    ['Kyiv’s 1991 borders', ["kyiv's", '1991', 'borders']],
    ['why not?', ['why', 'not']],
    ['🙂 … —', []],
  ])('%s', (text, expected) => expect(words(text)).toEqual(expected));
});

describe('inflected words share a stem or most of their runs of letters', () => {
  it.each([
    ['guarantees', 'guarantee'],
    ["Ukraine's".toLowerCase(), 'ukraine'],
    ['санкциями', 'санкции'],
    ['переговоров', 'переговоры'],
    ['переговорів', 'переговори'],
    ["п'ять", 'пять'],
  ])('%s and %s', (a, b) => expect(stem(a)).toBe(stem(b)));

  it('безпека and безпеці, which stems keep apart', () => {
    const grams = createGrams();
    let size = 0;
    const all = grams.of('безпека', () => size++);
    expect(all).toEqual([0, 1, 2, 3, 4, 5]);
    expect(grams.of('безпеці')).toEqual([0, 1, 2]);
  });
});

describe('runs of letters', () => {
  it('are told apart however many there are', () => {
    const grams = createGrams();
    let size = 0;
    const codes = Array.from({ length: 5000 }, (_, at) => String.fromCharCode(0x400 + (at % 256), 0x61 + (at >> 8)));
    const first = codes.map((word) => grams.of(word, () => size++));
    expect(new Set(first.flat()).size).toBe(5000);
    expect(codes.map((word) => grams.of(word))).toEqual(first);
  });

  it.each(['', 'a', 'ab', "п'я"])('%j is one run', (word) => expect(createGrams().of(word, () => 7)).toEqual([7]));
});

describe('text in other letters than were meant', () => {
  it.each([
    ['vbycr', 'минск'],
    [',tpgtrf', 'безпека'],
    ['ьштыл', 'minsk'],
  ])('%s was meant as %s', (typed, meant) => expect(otherLayouts(typed)).toContain(meant));

  it.each([
    ['kogda budet peremirie', 'когда будет перемирие'],
    ['harantii bezpeky', 'гарантіі безпеки'],
    ['moy', 'мой'],
  ])('%s is spelt %s', (typed, meant) => expect(inCyrillic(typed)).toContain(meant));
});

describe('slips between words', () => {
  it.each([
    ['minks', 'minsk', 1],
    ['санкцыи', 'санкции', 1],
    ['reperations', 'reparations', 1],
    ['nato', 'nato', 0],
  ])('%s is %s but for %i', (a, b, slips) => expect(distance(a, b, 2)).toBe(slips));

  it('stop being counted once there are too many', () =>
    expect(distance('peace', 'reparations', 2)).toBeGreaterThan(2));
});
