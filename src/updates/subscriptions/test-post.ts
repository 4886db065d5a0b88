import type { Broadcaster } from '../../core/broadcast.ts';
import { heading, note, paragraph } from '../../core/document.ts';
import { UserError } from '../../core/errors.ts';
import type { Reader } from '../../core/messenger.ts';
import type { Pause, Subscription } from '../../core/subscription.ts';
import type { Texts } from '../../core/texts.ts';
import type { Store } from '../../store/store.ts';

export interface TestPostParts {
  store: { subscriptions: Pick<Store['subscriptions'], 'pause' | 'wait'> };
  texts: Texts;
  now: () => number;
  newId: () => string;
  changed(): void;
}

/**
 * Sends one message that says it is a test, as updates are sent there. Throws `UserError` that says what came of it; where
 * nothing can be sent any more, the subscription is paused.
 */
export async function postTest(
  { id, place, language, silent }: Subscription,
  broadcaster: Broadcaster,
  { store, texts, now, newId, changed }: TestPostParts,
  reader: Pick<Reader, 't'>,
): Promise<void> {
  const t = texts.in(language);
  const document = [heading(2, t('test-title')), paragraph(t('test-text')), note(t('test-note'))];
  const message = broadcaster.render({ document }, { language, t });
  const sent = await broadcaster.post(place, message, { key: `test-${newId()}`, silent });
  switch (sent.kind) {
    case 'sent':
      return;
    case 'wait':
      if (!sent.everywhere) await store.subscriptions.wait(id, now() + sent.forMs);
      throw new UserError('error-test-wait', { minutes: Math.ceil(sent.forMs / 60_000) });
    case 'gone': {
      const pause: Pause = { by: 'platform', reason: sent.reason, at: now() };
      await store.subscriptions.pause(id, pause);
      changed();
      throw new UserError('error-test-gone', { missing: reader.t(sent.reason) });
    }
    case 'transient':
      throw new UserError(sent.isUnknown ? 'error-test-unknown' : 'error-place-silent');
    case 'moved':
      // The platform also tells of it by itself, and everything follows then.
      throw new UserError('error-place-silent');
    default:
      throw new UserError('error-test-refused', { reason: sent.reason });
  }
}
