import { findChoice } from './choices.ts';
import { UserError } from './errors.ts';
import type { Language } from './language.ts';
import { describeRule, readTime, ruleOf, type Schedule } from './schedule.ts';
import { switches } from './setting-values.ts';
import type { QuietHours, SubscriptionChoices } from './subscription.ts';
import { weekdayOf } from './subscription-choices.ts';
import type { TextValues } from './texts.ts';
import { zoneNamed } from './time-zones.ts';

/** What can be chosen of a subscription, as options, form fields and buttons have it. */
export type SubscriptionField =
  | 'topics'
  | 'parties'
  | 'importance'
  | 'language'
  | 'when'
  | 'day'
  | 'time'
  | 'zone'
  | 'quiet'
  | 'passes'
  | 'silent'
  | 'crosspost';

/** As typed or chosen; several topics or parties with commas between them. What is left out is not chosen. */
export type TypedSubscription = Partial<Record<SubscriptionField, string | undefined>>;

/** What will not do in one field, as a text of the interface. */
export interface Complaint {
  field: SubscriptionField;
  key: string;
  values: TextValues;
}

/** What is understood of what was typed, and what is not. */
export interface ReadSubscription {
  choices: Partial<SubscriptionChoices>;
  complaints: Complaint[];
}

/** What stands there before something is chosen. */
type Before = Pick<SubscriptionChoices, 'digest' | 'quiet'>;

/** Of texts that are said again, in characters. */
const longestShown = 80;

/** Reads what was chosen; `readRule` is the service's. What is not chosen is not among the choices. */
export function readSubscription(
  typed: TypedSubscription,
  before: Before | undefined,
  readRule: (typed: string) => string,
): ReadSubscription {
  const complaints: Complaint[] = [];
  const complain = (field: SubscriptionField, key: string, values: TextValues = {}): undefined => {
    complaints.push({ field, key, values });
  };
  const quiet = readQuietField(typed, before?.quiet, complain);
  const zone = typed.zone ? zoneNamed(typed.zone) : undefined;
  if (typed.zone && zone === undefined) complain('zone', 'error-setting-timezone', { typed: shown(typed.zone) });
  const digest = readWhen(typed, before?.digest, readRule, complain);
  const choices: Partial<SubscriptionChoices> = {
    ...(typed.topics !== undefined && { topics: idsIn(typed.topics) }),
    ...(typed.parties !== undefined && { parties: idsIn(typed.parties) }),
    ...(typed.importance && { importance: typed.importance as SubscriptionChoices['importance'] }),
    ...(typed.language && { language: typed.language as Language }),
    ...(zone !== undefined && { timeZone: zone }),
    ...(digest && { digest: digest.rule }),
    ...(quiet && { quiet: quiet.hours }),
    ...(typed.silent && { silent: typed.silent === 'on' }),
    ...(typed.crosspost && { crosspost: typed.crosspost === 'on' }),
  };
  return { choices, complaints };
}

const idsIn = (typed: string): string[] => typed.split(',').filter(Boolean);
const shown = (typed: string): string => [...typed].slice(0, longestShown).join('');

type Complain = (field: SubscriptionField, key: string, values?: TextValues) => undefined;

/** Undefined where nothing is chosen, or where it is not understood; a rule that is undefined is each update at once. */
function readWhen(
  { when, day, time }: TypedSubscription,
  before: string | undefined,
  readRule: (typed: string) => string,
  complain: Complain,
): { rule: string | undefined } | undefined {
  const was = before === undefined ? undefined : describeRule(before);
  const kind = when || kindMeant(day, time, was);
  if (!kind) return undefined;
  if (kind === 'instant') return { rule: undefined };
  if (kind === 'custom') {
    if (!time) return was?.kind === 'custom' ? { rule: was.rule } : complain('time', 'problem-rule-missing');
    try {
      return { rule: readRule(time) };
    } catch (error) {
      if (!(error instanceof UserError)) throw error;
      return complain('time', error.key, error.values);
    }
  }
  const at = time ? readTime(time) : was && 'time' in was ? was.time : undefined;
  if (at === undefined)
    return time ? complain('time', 'problem-time', { typed: shown(time) }) : complain('time', 'problem-time-missing');
  const weekday = day ? weekdayOf(day) : was?.kind === 'weekly' ? was.weekday : 1;
  return { rule: ruleOf({ kind, time: at, weekday } as Schedule) };
}

/** Where only a day or time is named: a day is once a week, a time what it was or daily, and a rule is a rule. */
function kindMeant(day: string | undefined, time: string | undefined, was: Schedule | undefined): string | undefined {
  if (day) return 'weekly';
  if (!time) return undefined;
  if (isRuleLike(time)) return 'custom';
  return was && was.kind !== 'custom' ? was.kind : 'daily';
}

/** Whether it is meant as a cron rule: three words or more, which no time of day has. */
export const isRuleLike = (typed: string): boolean => typed.trim().split(/\s+/u).length > 2;

/** What is wrong with a time of day or a rule by itself; nothing where it will do for some kind of schedule. */
export function complaintOfTime(
  typed: string,
  readRule: (typed: string) => string,
): Omit<Complaint, 'field'> | undefined {
  if (typed.trim() === '' || readTime(typed) !== undefined) return undefined;
  if (!isRuleLike(typed)) return { key: 'problem-time', values: { typed: shown(typed) } };
  try {
    readRule(typed);
    return undefined;
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    return { key: error.key, values: error.values };
  }
}

function readQuietField(
  { quiet, passes }: TypedSubscription,
  before: QuietHours | undefined,
  complain: Complain,
): { hours: QuietHours | undefined } | undefined {
  const breakingPasses = passes ? passes === 'on' : (before?.breakingPasses ?? false);
  if (quiet === undefined) return before && passes ? { hours: { ...before, breakingPasses } } : undefined;
  const read = readQuiet(quiet);
  if (read === undefined) return complain('quiet', 'problem-quiet', { typed: shown(quiet) });
  return { hours: read === 'off' ? undefined : { ...read, breakingPasses } };
}

/** `22:00-07:00` however it is written, or that there are none (`off`, or nothing); undefined for anything else. */
export function readQuiet(typed: string): { from: string; to: string } | 'off' | undefined {
  const text = typed.trim();
  if (text === '' || text === '-' || findChoice(switches, text)?.value === 'off' || noWords.test(text)) return 'off';
  const parts = text.replace(/^(?:from|з|із|с|від|от)\s+/iu, '').split(/\s*[-–—]\s*|\s+(?:to|till|until|до|по)\s+/iu);
  const [from, to] = parts.map(readTime);
  if (parts.length !== 2 || from === undefined || to === undefined) return undefined;
  return from === to ? 'off' : { from, to };
}

const noWords = /^(?:none|never|немає|жодних|нет|никаких)$/iu;
