import { describe, expect, it } from 'vitest';
import { UserError } from '../../../src/core/errors.ts';
import { parsedRule, readRule } from '../../../src/updates/schedule/rule.ts';
import { runsOf } from './zones.ts';

const refusal = (typed: string): string => {
  try {
    return `taken as ${readRule(typed)}`;
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    return [error.key, ...Object.values(error.values)].join(' ');
  }
};

describe('a rule that is typed', () => {
  it('is tidied', () => {
    expect(readRule('  0   9,18 *\t* * ')).toBe('0 9,18 * * *');
    expect(readRule('0 9, 18 ? jan–mar *')).toBe('0 9,18 * JAN-MAR *');
    expect(readRule('0 9 l * *')).toBe('0 9 L * *');
    expect(readRule('0 9 * jun *')).toBe('0 9 * JUN *');
  });

  it('that is daily, on weekdays or weekly is written in one way', () => {
    expect(['00 09 * * *', '0 9 * 1-12 0-7', '*/60 9 ? * ?', '0 9 */1 * *'].map(readRule)).toEqual([
      '0 9 * * *',
      '0 9 * * *',
      '0 9 * * *',
      '0 9 */1 * *',
    ]);
    expect(['0 9 * * MON-FRI', '0 9 * * 5,4,3,2,1'].map(readRule)).toEqual(['0 9 * * 1-5', '0 9 * * 1-5']);
    expect(['0 9 * * sun', '0 9 * * 7', '0 9 * * 0,7'].map(readRule)).toEqual(['0 9 * * 0', '0 9 * * 0', '0 9 * * 0']);
  });

  it('has five fields', () => {
    expect(refusal('0 0 9 * * *')).toBe('error-rule-seconds');
    expect(refusal('0 9 * *')).toBe('error-rule-fields 4');
    expect(refusal('@daily')).toBe('error-rule-fields 1');
    expect(refusal('  ')).toBe('error-rule-fields 0');
    expect(refusal('1 2 3 4 5 6 7')).toBe('error-rule-fields 7');
    expect(refusal(`0 ${'9,'.repeat(60)}9 * * *`)).toBe('error-too-long 100');
  });

  it('says which field is wrong', () => {
    expect(refusal('60 9 * * *')).toBe('error-rule-field minute 60');
    expect(refusal('0 24 * * *')).toBe('error-rule-field hour 24');
    expect(refusal('0 9 32 * *')).toBe('error-rule-field dayOfMonth 32');
    expect(refusal('0 9 * 13 *')).toBe('error-rule-field month 13');
    expect(refusal('0 9 * * 8')).toBe('error-rule-field dayOfWeek 8');
    expect(refusal('0 9 * * понеділок')).toBe('error-rule-field dayOfWeek ПОНЕДІЛОК');
    expect(refusal('*/0 9 * * *')).toBe('error-rule-field minute */0');
  });

  it('is not guessed at, nor counted to the end', () => {
    expect(refusal('0 9 * janfeb *')).toBe('error-rule-field month JANFEB');
    expect(refusal('0 9 * 1jan *')).toBe('error-rule-field month 1JAN');
    expect(refusal('0 0-99999999999 * * *')).toBe('error-rule-field hour 0-99999999999');
  });

  it('runs at most once an hour', () => {
    for (const often of ['* * * * *', '*/5 9 * * *', '0,30 9 1 1 *', '0-1 9 * * *', '58-2 9 * * *']) {
      expect(refusal(often)).toBe('error-rule-often');
    }
    for (const rare of ['0 * * * *', '0,0 9-17 * * *', '*/60 * * * *', '7-7 * * * *']) {
      expect(readRule(rare)).toBe(rare);
    }
  });

  it('runs at all', () => {
    for (const never of ['0 9 31 2 *', '0 9 30 FEB *', '0 9 31 4,6,9,11 *', '0 9 31W 2 *', '0 9 L-30 2 *']) {
      expect(refusal(never)).toBe('error-rule-never');
    }
    // On Mondays; in leap years; in leap years in which the 29th is a Monday.
    for (const some of ['0 9 31 2 1', '0 9 29 2 *', '0 9 * 2 1#5']) expect(readRule(some)).toBe(some);
  });

  it('that is kept was checked before', () => {
    expect(() => parsedRule('0 9 * *')).toThrow('Not a rule');
    expect(() => parsedRule('0 9 32 * *')).toThrow('Not a rule');
  });
});

describe('the days of a rule', () => {
  const daysOf = (rule: string, from = '2027-01-01', to = '2027-12-31') =>
    runsOf(readRule(rule), 'UTC', `${from}T00:00Z`, `${to}T23:59Z`).map((run) => run.slice(0, 10));

  it('on the 31st are those of the months that have one', () => {
    expect(daysOf('0 9 31 * *').map((day) => day.slice(5, 7))).toEqual(['01', '03', '05', '07', '08', '10', '12']);
  });

  it('on the last of the month are all twelve', () => {
    expect(daysOf('0 9 L * *').slice(0, 4)).toEqual(['2027-01-31', '2027-02-28', '2027-03-31', '2027-04-30']);
    expect(daysOf('0 9 L * *')).toHaveLength(12);
    expect(daysOf('0 9 L-2 2 *')).toEqual(['2027-02-26']);
  });

  it('with a date and a weekday are those that either picks', () => {
    expect(daysOf('0 9 1,3 * MON', '2027-02-01', '2027-02-28')).toEqual([
      '2027-02-01',
      '2027-02-03',
      '2027-02-08',
      '2027-02-15',
      '2027-02-22',
    ]);
  });

  it('with a star in one of the two are those that both pick', () => {
    expect(daysOf('0 9 */2 * MON', '2027-02-01', '2027-02-28')).toEqual(['2027-02-01', '2027-02-15']);
    expect(daysOf('0 9 13 * */5')).toEqual(['2027-06-13', '2027-08-13']);
  });

  it('on workdays stay within the month', () => {
    // 1 May 2027 is a Saturday, 15 May too; 28 February and 31 October are Sundays.
    expect(daysOf('0 9 1W 5 *')).toEqual(['2027-05-03']);
    expect(daysOf('0 9 15W 5 *')).toEqual(['2027-05-14']);
    expect(daysOf('0 9 LW 2,10 *')).toEqual(['2027-02-26', '2027-10-29']);
    expect(daysOf('0 9 16W 5 *')).toEqual(['2027-05-17']);
    // There is no 31 April, though 1 May is a Saturday.
    expect(daysOf('0 9 31W 4,5 *')).toEqual(['2027-05-31']);
  });

  it('of a certain week are counted in the month', () => {
    expect(daysOf('0 9 * 2,3 TUE#1')).toEqual(['2027-02-02', '2027-03-02']);
    expect(daysOf('0 9 * 2,3 5L')).toEqual(['2027-02-26', '2027-03-26']);
    expect(daysOf('0 9 * 3 3L')).toEqual(['2027-03-31']);
    expect(daysOf('0 9 * 1-3 MON#5')).toEqual(['2027-03-29']);
  });

  it('on 29 February are in leap years, 2100 left out', () => {
    expect(daysOf('0 9 29 2 *', '2027-01-01', '2033-01-01')).toEqual(['2028-02-29', '2032-02-29']);
    expect(daysOf('0 9 29 2 *', '2096-03-01', '2104-12-31')).toEqual(['2104-02-29']);
    expect(daysOf('0 9 * 2 MON#5', '2072-03-01', '2112-12-31')).toEqual(['2112-02-29']);
  });
});
