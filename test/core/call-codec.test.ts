import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { packCall, unpackCall } from '../../src/core/call-codec.ts';
import { choice, choices, command, optional, text } from '../../src/core/command.ts';

const parties = () => [
  { value: 'russia', code: 'ru', name: { en: 'Russia' }, aliases: [] },
  { value: 'united-states', code: 'us', name: { en: 'United States' }, aliases: [] },
];
const run = () => ({ document: [] });
const faq = command({ name: 'faq', options: { question: optional(text({ maxLength: 300 })) }, run });
const compare = command({
  name: 'compare',
  options: {
    topic: choice(() => [{ value: 'nato', name: { en: 'NATO' }, aliases: [] }]),
    parties: optional(choices(parties)),
  },
  run,
});
const add = command({ name: 'faq add', options: { question: optional(text({ maxLength: 300 })) }, run });
const commands = [faq, compare, add];

describe('a call on a button', () => {
  it('keeps ids readable', () => {
    expect(packCall(faq, { command: 'faq', args: { question: 'nato-membership-at-war' } }, 64)).toBe(
      'faq_nato-membership-at-war',
    );
  });

  it('writes choices by their codes, and the page after the name', () => {
    const call = { command: 'compare', args: { topic: 'nato', parties: 'russia,united-states' }, page: 2 };
    expect(packCall(compare, call, 64)).toBe('compare-2_nato_ru%2Cus');
  });

  it('comes back as it was', () => {
    const any = fc.record({ question: fc.string({ unit: 'grapheme' }).filter((value) => value.trim() !== '') });
    fc.assert(
      fc.property(any, fc.option(fc.integer({ min: 1, max: 999 }), { nil: undefined }), (args, page) => {
        const call = { command: 'faq', args, ...(page && { page }) };
        expect(unpackCall(commands, packCall(faq, call, 1e6))).toEqual(call);
      }),
    );
  });

  it('of one of several actions has a dot, or in links, which hold none, two hyphens', () => {
    const call = { command: 'faq add', args: { question: 'nato' }, page: 2 };
    expect(packCall(add, call, 64)).toBe('faq.add-2_nato');
    expect(unpackCall(commands, 'faq.add-2_nato')).toEqual(call);
    expect(unpackCall(commands, 'faq--add-2_nato')).toEqual(call);
    for (const forged of ['faq-add_nato', 'faq---add_nato', 'faq..add', 'faq.add.add', 'faq add'])
      expect(unpackCall(commands, forged), forged).toBeUndefined();
  });

  it('holds half of a surrogate pair as the sign for what can’t be shown', () => {
    const packed = packCall(faq, { command: 'faq', args: { question: 'a\ud800' } }, 100);
    expect(unpackCall([faq], packed)?.args).toEqual({ question: 'a\ufffd' });
  });

  it('is refused when it is too long for the platform', () => {
    expect(() => packCall(faq, { command: 'faq', args: { question: 'ї'.repeat(40) } }, 64)).toThrow(RangeError);
  });

  it.each(['', 'nothing', 'faq_a_b', 'faq_%E0%A4%A', 'FAQ_x', 'faq-_x', 'faq-9999_x', '~0', '__proto__'])(
    'that nobody packed (%s) is no call',
    (packed) => expect(unpackCall(commands, packed)).toBeUndefined(),
  );

  it('never throws, whatever is sent in its place', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (packed) => void unpackCall(commands, packed)));
  });
});
