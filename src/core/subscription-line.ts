import { takeChoice } from './choices.ts';
import type { Choice } from './command.ts';
import { readTime } from './schedule.ts';
import { languageChoices } from './setting-values.ts';
import { dayChoices, importanceChoices, whenChoices } from './subscription-choices.ts';
import { readQuiet, type SubscriptionField, type TypedSubscription } from './subscription-values.ts';
import { zoneNamed } from './time-zones.ts';

/** A place, as it was written, and what else was said along with it. */
export interface SubscriptionLine {
  where: string | undefined;
  typed: TypedSubscription;
}

const rule = /(?:^|\s)((?:[\d*,/-]+\s+){2}[\dlw*,/-]+\s+[\da-z*,/-]+\s+[\da-z#*,/-]+)(?=\s|$)/iu;
const placeLike = /^(?:<#|#|@|-?\d{5,}|https?:|t\.me|telegram\.me)/u;

/**
 * Takes apart what stands in the place's stead where a command is one line of words (`@news daily 9:00 Kyiv 22-7`). Words that
 * say none of that are the place's.
 */
export function readLine(
  line: string | undefined,
  { topics, parties }: { topics: Choice[]; parties: Choice[] },
): SubscriptionLine {
  const typed: TypedSubscription = {};
  const where: string[] = [];
  const lists: [SubscriptionField, Choice[]][] = [
    ['when', whenChoices],
    ['day', dayChoices],
    ['importance', importanceChoices],
    ['topics', topics],
    ['parties', parties],
    ['language', languageChoices],
  ];
  const found = rule.exec(line ?? '')?.[1];
  const isRule = found?.includes('*') === true;
  if (isRule) typed.time = found;
  let rest = (isRule ? line?.replace(found, ' ') : line)?.split(/\s+/u).filter(Boolean) ?? [];

  let isAfterTime = isRule;
  while (rest.length > 0) {
    const [word = ''] = rest;
    // Cities name parties as well: after a time, its zone is meant.
    const isZone = isAfterTime && zoneNamed(word) !== undefined;
    const taken = isZone || placeLike.test(word) ? undefined : choiceAt(lists, rest);
    isAfterTime = false;
    if (taken) {
      const before = taken.isSeveral && typed[taken.field] ? `${typed[taken.field]},` : '';
      typed[taken.field] = before + taken.value;
    } else {
      const field = fieldOfWord(word);
      if (field === undefined || typed[field] !== undefined) where.push(word);
      else typed[field] = word;
      isAfterTime = field === 'time' || field === 'quiet';
    }
    rest = rest.slice(taken?.count ?? 1);
  }
  return { where: where.join(' ') || undefined, typed };
}

function choiceAt(lists: readonly [SubscriptionField, Choice[]][], words: readonly string[]) {
  const tidy = words.map((word) => word.replace(/[,;]+$/u, ''));
  for (const [field, choices] of lists) {
    const taken = takeChoice(choices, tidy, 1);
    if (!taken) continue;
    const isSeveral = field === 'topics' || field === 'parties';
    return { field, value: taken.choice.value, count: taken.count, isSeveral };
  }
  return undefined;
}

/** What a word by itself says: a stretch of hours, a time of day or a zone. */
function fieldOfWord(word: string): 'quiet' | 'time' | 'zone' | undefined {
  if (placeLike.test(word)) return undefined;
  if (/\d/u.test(word) && typeof readQuiet(word) === 'object') return 'quiet';
  if (readTime(word) !== undefined) return 'time';
  return zoneNamed(word) === undefined ? undefined : 'zone';
}
