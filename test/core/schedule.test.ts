import { describe, expect, it } from 'vitest';
import { describeRule, readTime, ruleOf, type Schedule } from '../../src/core/schedule.ts';

describe('a schedule', () => {
  const schedules: [string, Schedule][] = [
    ['0 9 * * *', { kind: 'daily', time: '09:00' }],
    ['5 0 * * 1-5', { kind: 'weekdays', time: '00:05' }],
    ['30 21 * * 0', { kind: 'weekly', time: '21:30', weekday: 0 }],
    ['0 9 L * *', { kind: 'custom', rule: '0 9 L * *' }],
    ['0 9,18 * * *', { kind: 'custom', rule: '0 9,18 * * *' }],
  ];
  it.each(schedules)('is the rule %s, and back', (rule, schedule) => {
    expect(ruleOf(schedule)).toBe(rule);
    expect(describeRule(rule)).toEqual(schedule);
  });
});

describe('a time of day', () => {
  it('is read as people write it', () => {
    const written = {
      '00:00': ['0', '00:00', '24:00', '24', '12am', '0000'],
      '09:00': ['9', '09', '9:00', '9.00', '09:00', '0900', '900', '9am', '9 AM', '9 a.m.', '9h', ' 9 00 '],
      '09:30': ['9:30', '9.30', '0930', '930', '9h30', '9:30 am'],
      '12:00': ['12', '12:00', '12pm'],
      '21:05': ['21:05', '21.05', '2105', '9:05pm', '9.05 PM'],
    };
    for (const [time, ways] of Object.entries(written)) {
      for (const typed of ways) expect([typed, readTime(typed)]).toEqual([typed, time]);
    }
  });

  it('is nothing else', () => {
    for (const typed of [
      '',
      'nine',
      '25',
      '24:30',
      '9:60',
      '9:5',
      '13pm',
      '0am',
      '9:00:00',
      '22-07',
      '-9',
      '12345',
      '9x',
    ]) {
      expect([typed, readTime(typed)]).toEqual([typed, undefined]);
    }
  });
});
