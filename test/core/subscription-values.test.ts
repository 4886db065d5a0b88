import { describe, expect, it } from 'vitest';
import { UserError } from '../../src/core/errors.ts';
import { languages } from '../../src/core/language.ts';
import {
  dayChoices,
  dayOfWeek,
  importanceChoices,
  weekdayOf,
  whenChoices,
} from '../../src/core/subscription-choices.ts';
import { readLine } from '../../src/core/subscription-line.ts';
import { readQuiet, readSubscription } from '../../src/core/subscription-values.ts';
import { namedChoices } from '../../src/core/views/names.ts';
import { smallKnowledge } from '../builders/knowledge.ts';

const readRule = (typed: string): string => {
  if (typed.split(' ').length !== 5) throw new UserError('error-rule-fields', { count: 1 });
  return typed.toUpperCase();
};
const read = (typed: Parameters<typeof readSubscription>[0], digest?: string) =>
  readSubscription(typed, { digest, quiet: undefined }, readRule);

describe('what is chosen of a subscription', () => {
  it.each([
    [{}, undefined, {}],
    [{ topics: '', parties: 'russia,ukraine' }, undefined, { topics: [], parties: ['russia', 'ukraine'] }],
    [{ when: 'instant', time: '9:00' }, '0 9 * * *', { digest: undefined }],
    [{ when: 'daily', time: '9.30' }, undefined, { digest: '30 9 * * *' }],
    [{ when: 'weekdays' }, '0 7 * * *', { digest: '0 7 * * 1-5' }],
    [{ when: 'weekly', time: '7' }, undefined, { digest: '0 7 * * 1' }],
    [{ when: 'weekly', day: 'sun' }, '0 7 * * 3', { digest: '0 7 * * 0' }],
    [{ when: 'weekly' }, '0 7 * * 3', { digest: '0 7 * * 3' }],
    [{ day: 'fri', time: '18' }, undefined, { digest: '0 18 * * 5' }],
    [{ time: '18' }, '0 7 * * 3', { digest: '0 18 * * 3' }],
    [{ time: '18' }, undefined, { digest: '0 18 * * *' }],
    [{ time: '0 9 1 * *' }, undefined, { digest: '0 9 1 * *' }],
    [{ when: 'custom', time: '0 9 * * mon' }, undefined, { digest: '0 9 * * MON' }],
    [{ when: 'custom' }, '0 9 1 * *', { digest: '0 9 1 * *' }],
    [{ zone: 'new york' }, undefined, { timeZone: 'America/New_York' }],
    [{ quiet: '22-7', passes: 'on' }, undefined, { quiet: { from: '22:00', to: '07:00', breakingPasses: true } }],
    [{ quiet: 'off' }, undefined, { quiet: undefined }],
    [{ silent: 'on', crosspost: 'off' }, undefined, { silent: true, crosspost: false }],
  ])('%j, where it was %s, is %j', (typed, digest, choices) =>
    expect(read(typed, digest)).toEqual({ choices, complaints: [] }),
  );

  it.each([
    [{ when: 'daily' }, undefined, 'time', 'problem-time-missing'],
    [{ when: 'daily' }, '0 9 1 * *', 'time', 'problem-time-missing'],
    [{ when: 'daily', time: '0 9 * * *' }, undefined, 'time', 'problem-time'],
    [{ when: 'custom' }, '0 9 * * *', 'time', 'problem-rule-missing'],
    [{ when: 'custom', time: '9:00' }, undefined, 'time', 'error-rule-fields'],
    [{ zone: 'Atlantis' }, undefined, 'zone', 'error-setting-timezone'],
    [{ quiet: 'at night' }, undefined, 'quiet', 'problem-quiet'],
  ])('%j, where it was %s, is complained about: %s', (typed, digest, field, key) => {
    const { choices, complaints } = read(typed, digest);
    expect(complaints).toMatchObject([{ field, key }]);
    expect(choices).toEqual({});
  });

  it('keeps quiet hours where only breaking news is chosen to pass', () => {
    const quiet = { from: '22:00', to: '07:00', breakingPasses: false };
    expect(readSubscription({ passes: 'on' }, { digest: undefined, quiet }, readRule).choices).toEqual({
      quiet: { ...quiet, breakingPasses: true },
    });
    expect(read({ passes: 'on' }).choices).toEqual({});
  });
});

describe('quiet hours', () => {
  it.each([
    ['22:00-07:00', { from: '22:00', to: '07:00' }],
    ['22 – 7', { from: '22:00', to: '07:00' }],
    ['from 10 pm to 7 am', { from: '22:00', to: '07:00' }],
    ['з 23.30 до 6', { from: '23:30', to: '06:00' }],
    ['с 0 по 8', { from: '00:00', to: '08:00' }],
    ['9-9', 'off'],
    ['off', 'off'],
    ['немає', 'off'],
    ['', 'off'],
    ['22', undefined],
    ['22-7-9', undefined],
    ['25-7', undefined],
    ['at night', undefined],
  ])('%j are %j', (typed, hours) => expect(readQuiet(typed)).toEqual(hours));
});

describe('a line of words', () => {
  const { topics, parties } = smallKnowledge();
  const line = (typed: string) => readLine(typed, { topics: namedChoices(topics), parties: namedChoices(parties) });

  it.each([
    ['@news', '@news', {}],
    ['https://t.me/c/123456/7', 'https://t.me/c/123456/7', {}],
    ['this chat', 'this chat', {}],
    ['@news nato, territory russia', '@news', { topics: 'nato,territory', parties: 'russia' }],
    ['щотижня пт 21:30', undefined, { when: 'weekly', day: 'fri', time: '21:30' }],
    ['9:00 Kyiv', undefined, { time: '9:00', zone: 'Kyiv' }],
    ['Kyiv 9:00', undefined, { parties: 'ukraine', time: '9:00' }],
    ['22:00-07:00 Europe/Warsaw', undefined, { quiet: '22:00-07:00', zone: 'Europe/Warsaw' }],
    ['custom 0 9 * * 1,3 @news', '@news', { when: 'custom', time: '0 9 * * 1,3' }],
    ['<#123456789012345678> breaking ru', '<#123456789012345678>', { importance: 'breaking', language: 'ru' }],
    ['-1001234567 every day 9', '-1001234567', { when: 'daily', time: '9' }],
    ['somewhere nice', 'somewhere nice', {}],
  ])('%s', (typed, where, choices) => expect(line(typed)).toEqual({ where, typed: choices }));
});

describe('the choices', () => {
  it('count the days from Sunday', () => {
    expect(weekdayOf('sun')).toBe(0);
    expect(dayChoices.map(({ value }) => dayOfWeek(weekdayOf(value)))).toEqual(dayChoices.map(({ value }) => value));
  });

  it('are named in every language, each by a code of its own', () => {
    for (const all of [whenChoices, dayChoices, importanceChoices]) {
      expect(new Set(all.map(({ code }) => code)).size).toBe(all.length);
      for (const language of languages) expect(new Set(all.map(({ name }) => name[language])).size).toBe(all.length);
    }
  });
});
