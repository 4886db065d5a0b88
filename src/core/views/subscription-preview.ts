import type { Answer } from '../answer.ts';
import type { Caller } from '../command.ts';
import { type Document, divider, menu, note, paragraph } from '../document.ts';
import type { Reader } from '../messenger.ts';
import type { Subscription } from '../subscription.ts';
import type { ShownUpdate } from '../update.ts';
import { digestAnswer } from './digest.ts';
import { instantInWords } from './instants.ts';
import { subscriptionCall, titleOfPlace } from './subscription-words.ts';
import { updateAnswer, updateItem } from './update.ts';

export interface Preview {
  updates: readonly ShownUpdate[];
  /** When the next digest comes; undefined where none will. */
  nextAt: number | undefined;
}

/**
 * What the next digest would be if it came now or, where updates come at once, the latest one that would have come; as the
 * `reader` of the place sees it.
 */
export function previewAnswer(
  subscription: Subscription,
  { updates, nextAt }: Preview,
  reader: Reader,
  caller: Caller,
): Answer {
  const { t, language } = caller;
  const { id, timeZone, digest } = subscription;
  const viewing = { knowledge: caller.catalogue.knowledge, reader, timeZone };
  const place = titleOfPlace(subscription, caller);
  const isDigest = digest !== undefined;
  const due =
    nextAt === undefined ? [] : [note(t('subscription-next', { date: instantInWords(nextAt, timeZone, language) }))];
  const [latest, ...others] = updates;
  const shown: Document = isDigest
    ? digestAnswer(updates, viewing).document
    : [
        ...(latest ? updateAnswer(latest, viewing).document : []),
        ...(others.length > 0 ? [menu(others.map((one) => updateItem(one, reader)))] : []),
      ];
  return {
    document: [
      paragraph(t(isDigest ? 'preview-digest' : 'preview-latest', { place })),
      ...due,
      ...(latest ? [divider, ...shown] : [paragraph(t(isDigest ? 'preview-empty' : 'preview-none'))]),
    ],
    buttons: [{ label: t('subscription-back'), call: subscriptionCall(id) }],
    call: subscriptionCall(id, 'preview'),
    confidential: true,
  };
}
