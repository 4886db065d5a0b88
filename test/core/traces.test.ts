import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fold } from '../../src/core/fold.ts';
import { longestKept, withoutTraces } from '../../src/core/traces.ts';

describe('a question that is kept', () => {
  it.each([
    ['Hi @ivan_petrov, what about NATO in 2014?', 'Hi what about NATO in 2014?'],
    ['call me +380 44 123-45-67 about peace talks', 'call me about peace talks'],
    ['my mail is a.b+c@example.com please tell', 'my mail is please tell'],
    ['що на вул. Хрещатик 22, кв. 5 сталося учора', 'що на сталося учора'],
    ['кто живёт на улице Ленина, дом 5 теперь', 'кто живёт на теперь'],
    ['12 Baker Street was bombed why', 'was bombed why'],
    ['look at https://x.com/abc what is it', 'look at what is it'],
    ['join t.me/foo for peace talks', 'join for peace talks'],
    ['дивіться сайт.укр про мирні переговори', 'дивіться про мирні переговори'],
    ['<@123456789012345678> what is <:peace:123456789012345678> land for peace', 'what is land for peace'],
    ['my card 4111 1111 1111 1111 pays for peace', 'my card pays for peace'],
    ['паспорт КА123456 чи дійсний', 'паспорт чи дійсний'],
    ['＠ivan １２３４５６ what about peace', 'what about peace'],
  ])('loses what points to a person: %s', (asked, kept) => {
    expect(withoutTraces(asked)).toBe(kept);
  });

  it.each([
    'Кордони 1991–2014 років?',
    'will he sign in 2025/2026?',
    'plan of 10 points 2.0',
    'Резолюція ES-11/1 ООН',
    "чи є об'єднаний план миру?",
  ])('keeps what it is about: %s', (asked) => {
    expect(withoutTraces(asked)).toBe(asked);
  });

  it.each(['hello', '@ivan', 'https://example.org', '12345678', '👍 👎', '', '@a @b peace', 'мир?'])(
    'is not kept at all with fewer than two words: %s',
    (asked) => {
      expect(withoutTraces(asked)).toBe('');
    },
  );

  it('does not hide a number behind invisible signs, nor form one anew', () => {
    expect(withoutTraces('call 12\u200b34\u206056 for peace talks')).toBe('call for peace talks');
    expect(withoutTraces('call +380 @x 44 @y 1234567 for peace talks')).toBe('call for peace talks');
  });

  // In time that grew with the square of the length, this would not end today.
  it.each(['1 ', 'a.', '(((', '+1-', 'е\u0301', '@', 'вул. а ', '<@', '\u200b'])(
    'is read to its end, however odd: %j',
    (part) => {
      const kept = withoutTraces(`peace talks ${part.repeat(300_000)}`);
      expect(kept.startsWith('peace talks')).toBe(true);
    },
  );

  const pieces = fc.oneof(
    fc.constantFrom('peace', 'мир', 'коли', 'war?', '—', 'вул.', 'street', 'пл.', '12', '+', '(', ')', '.', '1991'),
    fc.stringMatching(/^@[a-z]{1,8}$/u),
    fc.stringMatching(/^<@!?[0-9]{5,18}>$/u),
    fc.stringMatching(/^[a-z]{1,6}@[a-z]{1,6}\.com$/u),
    fc.stringMatching(/^https?:\/\/[a-z]{1,8}\.[a-z]{2}\/[a-z0-9]{0,8}$/u),
    fc.stringMatching(/^\+?[0-9]{4,12}$/u),
    fc.string({ unit: 'grapheme', maxLength: 12 }),
  );
  const asked = fc
    .array(fc.tuple(pieces, fc.constantFrom(' ', '', '\n', '\u200b', '-')), { maxLength: 14 })
    .map((all) => all.flat().join(''));

  it('holds no mention, link or long number, whatever was asked', () => {
    fc.assert(
      fc.property(asked, (text) => {
        const kept = withoutTraces(text);
        expect(kept).not.toMatch(/@|:\/\//u);
        const numbers = (kept.match(/\d{4,}/gu) ?? []).map(Number);
        expect(numbers.filter((one) => one < 1900 || one > 2100)).toEqual([]);
        expect([...kept].length).toBeLessThanOrEqual(longestKept);
        expect(kept === '' || fold(kept).split(' ').length >= 2).toBe(true);
      }),
      { numRuns: 2000 },
    );
  });

  it('has nothing more to lose', () => {
    fc.assert(
      fc.property(asked, (text) => {
        const kept = withoutTraces(text);
        expect(withoutTraces(kept)).toBe(kept);
      }),
      { numRuns: 2000 },
    );
  });
});
