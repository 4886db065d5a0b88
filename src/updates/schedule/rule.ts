import { validateDetailed } from 'node-cron';
import { UserError } from '../../core/errors.ts';
import { ruleOf } from '../../core/schedule.ts';
import { type Days, daysFrom } from './days.ts';

/** A rule that has been read: at most one run in each hour of the clock. */
export interface Rule {
  minute: number;
  /** Ascending, each once. */
  hours: number[];
  days: Days;
}

const fieldNames = ['minute', 'hour', 'dayOfMonth', 'month', 'dayOfWeek'] as const;
const longestRule = 100;
const mostKept = 10_000;
const kept = new Map<string, Rule>();

/**
 * A cron rule of five fields as somebody typed it, tidied: what is daily, on weekdays or weekly is written in one way only.
 * Throws `UserError` for what is no rule, would run more than once an hour, or never runs.
 */
export function readRule(typed: string): string {
  const text = typed
    .trim()
    .toUpperCase()
    .replaceAll(/[–—]/gu, '-')
    .replaceAll(/\s*,\s*/gu, ',');
  if (text.length > longestRule) throw new UserError('error-too-long', { limit: longestRule });
  const fields = text.split(/\s+/u).map((field) => (field === '?' ? '*' : field));
  if (fields.length === 6) throw new UserError('error-rule-seconds');
  if (fields.length !== 5) throw new UserError('error-rule-fields', { count: text === '' ? 0 : fields.length });
  const wrong = fields.findIndex((field, index) => !valuesOf(field, index));
  if (wrong >= 0) {
    throw new UserError('error-rule-field', { field: fieldNames[wrong] as string, typed: fields[wrong] as string });
  }
  if (new Set(valuesOf(fields[0] as string, 0)).size > 1) throw new UserError('error-rule-often');
  const rule = fields.join(' ');
  const parsed = parsedRule(rule);
  if (daysFrom(parsed.days, 0, 1).next().done) throw new UserError('error-rule-never');
  return plainest(parsed, fields[2] as string) ?? rule;
}

/** Of a rule that `readRule` or `ruleOf` returned; throws for others. */
export function parsedRule(rule: string): Rule {
  const known = kept.get(rule);
  if (known) return known;
  const fields = rule.split(' ');
  const [minutes, hours, ofMonth, months, ofWeek] = fields.map(valuesOf);
  if (!minutes || !hours || !ofMonth || !months || !ofWeek) throw new Error(`Not a rule: ${rule}`);
  const parsed: Rule = {
    minute: Number(minutes[0]),
    hours: [...new Set(hours.map(Number))].sort((a, b) => a - b),
    // As crontab(5) has it: a field that begins with a star restricts nothing by itself.
    days: {
      ofMonth,
      months: months.map(Number),
      ofWeek,
      either: !fields[2]?.startsWith('*') && !fields[4]?.startsWith('*'),
    },
  };
  if (kept.size >= mostKept) kept.clear();
  kept.set(rule, parsed);
  return parsed;
}

/** What a field allows, read by itself: node-cron would want both the date and the weekday, and so call some rules impossible. */
function valuesOf(field: string, index: number): (number | string)[] | undefined {
  // It would count ranges to the end, however long, and read JANFEB as 12.
  if (/\d{3}|[A-Z]{4}|\d[A-Z]{2}|[A-Z]{2}\d/u.test(field)) return undefined;
  const alone = ['0', '0', '*', '*', '*'].with(index, field).join(' ');
  return validateDetailed(alone).fields?.[fieldNames[index] as (typeof fieldNames)[number]];
}

function plainest({ minute, hours, days }: Rule, dayOfMonth: string): string | undefined {
  const [hour, ...others] = hours;
  if (hour === undefined || others.length > 0 || dayOfMonth !== '*' || new Set(days.months).size < 12) return undefined;
  const time = `${hour}:${minute}`;
  const weekdays = [...new Set(days.ofWeek)].sort().join('');
  if (weekdays === '0123456') return ruleOf({ kind: 'daily', time });
  if (weekdays === '12345') return ruleOf({ kind: 'weekdays', time });
  return /^\d$/u.test(weekdays) ? ruleOf({ kind: 'weekly', time, weekday: Number(weekdays) }) : undefined;
}
