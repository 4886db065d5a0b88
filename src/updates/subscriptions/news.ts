import type { Answer } from '../../core/answer.ts';
import type { Community } from '../../core/community.ts';
import { paragraph } from '../../core/document.ts';
import type { Messenger, Reader } from '../../core/messenger.ts';
import type { Subscription } from '../../core/subscription.ts';
import { deedInWords } from '../../core/views/deed.ts';
import { subscriptionCall, titleOfPlace } from '../../core/views/subscription-words.ts';
import type { Act } from '../../store/store.ts';
import { isPersonal } from './rights.ts';

/** What moderators hear of subscriptions that they did not just now act on. */
export interface SubscriptionNews {
  /** An act, in the log channel if there is one. Nobody waits for it. */
  log(act: Act, subscription: Subscription): void;
  /** That nothing can be sent there any more, and why: a key of the interface's texts. */
  paused(subscription: Subscription, reason: string): Promise<void>;
  /** That updates are sent there again. */
  resumed(subscription: Subscription): Promise<void>;
}

export function createSubscriptionNews({
  messenger,
  communityById,
}: {
  messenger: Messenger;
  communityById(id: string): Promise<Community | undefined>;
}): SubscriptionNews {
  /** In the log channel, unless that is the place itself, or else in private to who made it. */
  async function tell(subscription: Subscription, say: (reader: Reader) => Answer, isDead: boolean): Promise<void> {
    const { community, isPrivate, by } = subscription;
    const settings = isPrivate ? undefined : (await communityById(community))?.settings;
    const log = settings?.logChat;
    const isSpeakable = log && !(isDead && isAt(log.id, subscription));
    if (isSpeakable && (await messenger.post(log, say, settings.language))) return;
    if (by && isPersonal(by) && !(isPrivate && isDead)) await messenger.tell(by, say);
  }

  return {
    log(act, subscription) {
      void (async () => {
        const settings = (await communityById(act.community))?.settings;
        if (!settings?.logChat) return;
        const { logChat, timeZone, language } = settings;
        const say = (reader: Reader): Answer => ({
          document: [paragraph(deedInWords(act, timeZone, reader))],
          ...(subscription.state !== 'ended' && {
            buttons: [{ label: reader.t('show-it'), call: subscriptionCall(subscription.id) }],
          }),
        });
        await messenger.post(logChat, say, language);
      })();
    },

    paused: (subscription, reason) =>
      tell(
        subscription,
        (reader) => ({
          document: [
            paragraph(reader.t('told-paused', { place: titleOfPlace(subscription, reader), reason: reader.t(reason) })),
            paragraph(reader.t('told-paused-then')),
          ],
          buttons: [{ label: reader.t('subscription-resume'), call: subscriptionCall(subscription.id, 'resume') }],
        }),
        true,
      ),

    resumed: (subscription) =>
      tell(
        subscription,
        (reader) => ({
          document: [paragraph(reader.t('told-resumed', { place: titleOfPlace(subscription, reader) }))],
          buttons: [{ label: reader.t('show-it'), call: subscriptionCall(subscription.id) }],
        }),
        false,
      ),
  };
}

/** Telegram's log is a whole chat, Discord's a channel. */
const isAt = (log: string, { place }: Subscription): boolean => log === place.channel || log === place.chat;
