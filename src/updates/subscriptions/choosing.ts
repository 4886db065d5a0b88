import type { Caller } from '../../core/command.ts';
import { isShared } from '../../core/community.ts';
import { languages } from '../../core/language.ts';
import type { Subscription, SubscriptionChoices } from '../../core/subscription.ts';

/** Just what was chosen of a subscription. */
export const choicesOf = (all: SubscriptionChoices): SubscriptionChoices => ({
  topics: all.topics,
  parties: all.parties,
  importance: all.importance,
  language: all.language,
  timeZone: all.timeZone,
  digest: all.digest,
  quiet: all.quiet,
  silent: all.silent,
  crosspost: all.crosspost,
});

/** Everything at once, in the language and zone of the community, or of the person whose private chat it is. */
export function defaultsFor({ language, community }: Caller, isPrivate: boolean): SubscriptionChoices {
  const { settings } = community;
  const isOwn = isPrivate || isShared(community);
  return {
    topics: [],
    parties: [],
    importance: 'all',
    language: isOwn ? language : (languages.find((one) => one === settings.language) ?? language),
    timeZone: isOwn ? (language === 'uk' ? 'Europe/Kyiv' : 'UTC') : settings.timeZone,
    digest: undefined,
    quiet: undefined,
    silent: false,
    crosspost: false,
  };
}

/** What changes from one to the other, as the audit log has it. */
export function changesIn(before: SubscriptionChoices, after: SubscriptionChoices): Record<string, string> {
  const [was, is] = [told(before), told(after)];
  return Object.fromEntries(Object.entries(is).filter(([name, value]) => was[name] !== value));
}

const told = (choices: SubscriptionChoices): Record<string, string> => ({
  topics: choices.topics.join(', ') || '—',
  parties: choices.parties.join(', ') || '—',
  importance: choices.importance,
  language: choices.language,
  zone: choices.timeZone,
  digest: choices.digest ?? 'instant',
  quiet: choices.quiet ? `${choices.quiet.from}–${choices.quiet.to}` : '—',
  ...(choices.quiet && { passes: choices.quiet.breakingPasses ? 'on' : 'off' }),
  silent: choices.silent ? 'on' : 'off',
  crosspost: choices.crosspost ? 'on' : 'off',
});

/**
 * The same subscription with other choices. Where its schedule changes, slots until now are dealt with, or one that lies
 * behind would be sent at once; and what came at once until now goes into no digest.
 */
export function withChoices(before: Subscription, choices: SubscriptionChoices, now: number): Subscription {
  const isOtherSchedule = choices.digest !== before.digest || choices.timeZone !== before.timeZone;
  const isFirstDigest = before.digest === undefined && choices.digest !== undefined;
  return {
    ...before,
    ...choices,
    ...(isOtherSchedule && choices.digest !== undefined && { slotAt: Math.max(before.slotAt, now) }),
    ...(isFirstDigest && { digestedUntil: Math.max(before.digestedUntil, now) }),
  };
}
