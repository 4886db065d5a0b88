import { type Platform, platforms } from '../../core/community.ts';
import { updateTextIn } from '../../core/update-text.ts';
import type { DeliveryCounts, UpdateStatus, Updates } from '../../core/updates.ts';
import type { DeliveryCount, DeliveryState } from '../../store/store.ts';
import { type EditorialParts, ownUpdate, shownOf } from './ground.ts';

type Outcome = keyof DeliveryCounts;

/** What a delivery's state means to a moderator; what is not wanted any more is left out. */
const outcomes: Partial<Record<DeliveryState, Outcome>> = {
  sent: 'delivered',
  waiting: 'waiting',
  later: 'waiting',
  claimed: 'waiting',
  sending: 'waiting',
  held: 'held',
  failed: 'failed',
  uncertain: 'uncertain',
};

/** What the dispatcher itself gives as reasons; what is missing in a place has texts of its own. */
const reasonTexts: Record<string, string> = {
  'rate-limit': 'delivery-rate-limit',
  'quiet-hours': 'delivery-quiet-hours',
  interrupted: 'delivery-interrupted',
  moved: 'delivery-moved',
  fault: 'delivery-fault',
};

/** How far updates have come. */
export const createFollowing = (parts: EditorialParts): Pick<Updates, 'status'> => ({
  async status(caller, id): Promise<UpdateStatus> {
    const { store, texts, now } = parts;
    const update = await ownUpdate(caller, id, parts);
    const counted = (await store.updates.counts(id)).flatMap((one) => {
      const outcome = outcomes[one.state];
      return outcome ? [{ ...one, outcome }] : [];
    });
    const tried = counted.filter(({ outcome, reason }) => outcome !== 'delivered' && reason !== '');
    const inWords = (reason: string) => {
      const key = reasonTexts[reason] ?? reason;
      return texts.has('en', key) ? caller.t(key) : reason;
    };
    const isPending = update.state === 'pending';
    return {
      update: shownOf(update),
      title: updateTextIn(update.writing, caller.language).text.title,
      platforms: platforms.flatMap((platform) => countsOf(platform, counted)),
      undoSeconds: isPending ? secondsUntil(update.publishedAt, now()) : undefined,
      reasons: summed(tried.map(({ outcome, reason, count }) => ({ outcome, reason: inWords(reason), count }))),
      nextAt: earliest(tried.filter(({ state }) => state === 'later').map(({ dueAt }) => dueAt)),
      isOver: !isPending && counted.every(({ outcome }) => outcome !== 'waiting'),
    };
  },
});

function countsOf(platform: Platform, counted: readonly (DeliveryCount & { outcome: Outcome })[]) {
  const own = counted.filter((one) => one.platform === platform);
  if (own.length === 0) return [];
  const counts: DeliveryCounts = { delivered: 0, waiting: 0, held: 0, failed: 0, uncertain: 0 };
  for (const { outcome, count } of own) counts[outcome] += count;
  return [{ platform, counts }];
}

/** The same reason on two platforms, or in two acts, is one. */
function summed(reasons: UpdateStatus['reasons']): UpdateStatus['reasons'] {
  const sums = new Map<string, UpdateStatus['reasons'][number]>();
  for (const one of reasons) {
    const key = `${one.outcome} ${one.reason}`;
    sums.set(key, { ...one, count: one.count + (sums.get(key)?.count ?? 0) });
  }
  return [...sums.values()].sort((a, z) => z.count - a.count);
}

const earliest = (times: readonly number[]): number | undefined => (times.length > 0 ? Math.min(...times) : undefined);

/** Nothing once it is due: it can't be taken back then. */
function secondsUntil(at: number, now: number): number | undefined {
  return at > now ? Math.ceil((at - now) / 1000) : undefined;
}
