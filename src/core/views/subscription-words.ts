import type { Call } from '../answer.ts';
import type { Named } from '../knowledge.ts';
import type { Reader } from '../messenger.ts';
import { describeRule } from '../schedule.ts';
import type { Place, Subscription } from '../subscription.ts';
import type { Translate } from '../texts.ts';
import { nameOf } from './names.ts';

/** The call that shows a subscription, or does something to it. */
export const subscriptionCall = (id: string, act?: string): Call => ({
  command: 'subscription',
  args: { id, ...(act !== undefined && { act }) },
});

/** What its moderators call the place; a private chat is called what it is. */
export const titleOfPlace = (
  { isPrivate, title, place }: Pick<Subscription, 'isPrivate' | 'title' | 'place'>,
  { t }: Pick<Reader, 't'>,
): string => (isPrivate ? t('subscription-private') : title || place.channel);

/** A place as the option `where` takes it, from anywhere on its platform. */
export const whereOfPlace = ({ platform, channel, thread }: Place): string =>
  platform === 'telegram' && thread !== undefined ? `${channel}/${thread}` : channel;

/** When updates come. */
export function whenInWords(digest: string | undefined, t: Translate): string {
  if (digest === undefined) return t('subscription-instant');
  const schedule = describeRule(digest);
  switch (schedule.kind) {
    case 'daily':
      return t('subscription-daily', { time: schedule.time });
    case 'weekdays':
      return t('subscription-weekdays', { time: schedule.time });
    case 'weekly':
      return t('subscription-weekly', { day: schedule.weekday, time: schedule.time });
    case 'custom':
      return t('subscription-custom', { rule: schedule.rule });
  }
}

/** Why nothing is sent there; empty where something is. */
export function pauseInWords({ pause }: Pick<Subscription, 'pause'>, t: Translate): string {
  if (!pause) return '';
  return pause.reason === '' ? t('subscription-paused-person') : t(pause.reason);
}

/** Topics or parties by their names; those that are no longer known by their ids. */
export const namesOf = (ids: readonly string[], all: readonly Named[], reader: Reader): string =>
  ids
    .map(
      (id) =>
        nameOf(
          all.find((one) => one.id === id),
          reader,
        ) || id,
    )
    .join(', ');

export const quietInWords = ({ quiet }: Pick<Subscription, 'quiet'>, t: Translate): string =>
  quiet
    ? t(quiet.breakingPasses ? 'subscription-quiet-but' : 'subscription-quiet-all', { from: quiet.from, to: quiet.to })
    : t('subscription-quiet-none');
