import { describe, expect, it } from 'vitest';
import { parseWords, resolveArguments } from '../../src/core/arguments.ts';
import { type Choice, choice, choices, command, optional, text } from '../../src/core/command.ts';

const parties: Choice[] = [
  { value: 'russia', code: 'ru', name: { en: 'Russia', uk: 'Росія' }, aliases: ['Moscow', 'the Kremlin'] },
  { value: 'united-states', code: 'us', name: { en: 'United States' }, aliases: ['Washington'] },
];
const topics: Choice[] = [
  { value: 'nato', name: { en: 'NATO' }, aliases: ['the alliance'] },
  { value: 'security-guarantees', name: { en: 'Security guarantees' }, aliases: ['guarantees'] },
];
const run = () => ({ document: [] });
const position = command({
  name: 'position',
  options: { party: choice(() => parties), topic: optional(choice(() => topics)) },
  run,
});
const compare = command({
  name: 'compare',
  options: { topic: choice(() => topics), parties: optional(choices(() => parties)) },
  run,
});
const follow = command({
  name: 'follow',
  options: {
    where: optional(text({ maxLength: 100 })),
    topics: optional(choices(() => topics)),
    parties: optional(choices(() => parties)),
  },
  run,
});
const faq = command({ name: 'faq', options: { question: optional(text({ maxLength: 10 })) }, run });

describe('words after a command', () => {
  it.each([
    ['russia nato', { party: 'russia', topic: 'nato' }],
    ['nato russia', { party: 'russia', topic: 'nato' }],
    ['united states security guarantees', { party: 'united-states', topic: 'security-guarantees' }],
    ['THE KREMLIN the Alliance', { party: 'russia', topic: 'nato' }],
    ['росія', { party: 'russia' }],
    ['narnia', { party: 'narnia' }],
    ['russia narnia', { party: 'russia', topic: 'narnia' }],
    ['', {}],
  ])('/position %s', (typed, args) => expect(parseWords(position, typed)).toEqual(args));

  it.each([
    ['nato russia, washington', { topic: 'nato', parties: 'russia, washington' }],
    ['russia and the united states nato', { topic: 'nato', parties: 'russia and the united states' }],
  ])('/compare %s', (typed, args) => expect(parseWords(compare, typed)).toEqual(args));

  it.each([
    [
      'nato, guarantees russia @news 0 9 * * 1,3',
      { topics: 'nato, guarantees', parties: 'russia', where: '@news 0 9 * * 1,3' },
    ],
    ['@news nato', { where: '@news nato' }],
    ['@nato', { where: '@nato' }],
    ['russia @nato', { parties: 'russia', where: '@nato' }],
    ['narnia', { where: 'narnia' }],
  ])('/follow %s: of several choices, what is none of them is left to the text', (typed, args) =>
    expect(parseWords(follow, typed)).toEqual(args),
  );

  it('all belong to a text', () => {
    expect(parseWords(faq, '  is it  over? ')).toEqual({ question: 'is it over?' });
  });
});

describe('arguments', () => {
  it('are understood by value, code, name and alias', () => {
    for (const typed of ['russia', 'ru', 'РОСІЯ', 'moscow'])
      expect(resolveArguments(position, { args: { party: typed } })).toEqual({ ok: true, args: { party: 'russia' } });
  });

  it.each(['russia,us', 'Moscow and Washington', 'ru + us', 'russia, washington, russia'])(
    'of several: %s',
    (typed) => {
      expect(resolveArguments(compare, { args: { topic: 'nato', parties: typed } })).toEqual({
        ok: true,
        args: { topic: 'nato', parties: ['russia', 'united-states'] },
      });
    },
  );

  it('that are missing are named', () => {
    expect(resolveArguments(position, { args: {} })).toMatchObject({ ok: false, problem: 'missing', option: 'party' });
  });

  it('that nobody knows are named with what was typed', () => {
    expect(resolveArguments(compare, { args: { topic: 'nato', parties: 'russia narnia' } })).toEqual({
      ok: false,
      problem: 'unknown',
      option: 'parties',
      typed: 'narnia',
    });
  });

  it('that are too long are refused, counted in characters', () => {
    expect(resolveArguments(faq, { args: { question: '🕊️'.repeat(5) } })).toMatchObject({ ok: true });
    expect(resolveArguments(faq, { args: { question: 'x'.repeat(11) } })).toMatchObject({
      ok: false,
      problem: 'too-long',
    });
  });
});
