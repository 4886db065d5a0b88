import { setImmediate as turn } from 'node:timers/promises';
import { expect, it } from 'vitest';
import type { Claimed, KeptUpdate, Settlement, Store } from '../../../src/store/store.ts';
import { randomFrom } from '../../crash/random.ts';
import type { Setting } from '../contract.ts';
import { at, correction } from '../things.ts';
import { channel, communityOf, deskOf, minute, type Outcome, publish, subscribe } from './queue.ts';

const platforms = ['discord', 'telegram'] as const;
/** Places on each platform; the first two get digests. */
const count = 8;
const placeId = (platform: (typeof platforms)[number], i: number): string => `${platform.slice(0, 5)}00${i}`;
const isDigested = (id: string): boolean => /[01]$/u.test(id);

/** What stands in a place: the revision that each message shows. */
interface Board {
  shows: Map<string, number>;
  /** Messages that can no longer be changed. */
  frozen: Set<string>;
  /** Whether a message may stand there that nobody has heard of. */
  isDoubtful: boolean;
}

/** Two platforms in memory, on which everything goes wrong now and then; Discord makes one message of two with the same key. */
function createPlatforms(chance: (share: number) => boolean) {
  const boards = new Map<string, Board>();
  const byKey = new Map<string, string>();
  let [isCalm, messages] = [false, 0];
  const may = (share: number): boolean => !isCalm && chance(share);
  const later: Outcome = { state: 'later', dueAt: at, reason: 'x', isAttempt: false };

  function edited(board: Board, message: Claimed['message'], revision: number): Outcome {
    if (!message) throw new Error('Nobody knows what is to be changed.');
    if (board.frozen.has(message.id) || may(0.05)) {
      board.frozen.add(message.id);
      return { ...later, act: 'follow' } as Outcome;
    }
    board.shows.set(message.id, revision);
    return may(0.1) ? later : { state: 'sent', message };
  }

  /** Nothing where its dispatcher forgets it, as where that had been killed. */
  function posted(board: Board, delivery: Claimed, revision: number): Outcome | undefined {
    const { platform, item, destination, act, unknownSince = at } = delivery;
    const key = [item, destination, delivery.revision, act].join(' ');
    const isBroken = may(0.2);
    let id = platform === 'discord' ? byKey.get(key) : undefined;
    if (!isBroken || chance(0.5)) {
      id ??= `m${++messages}`;
      byKey.set(key, id);
      if (!board.shows.has(id)) board.shows.set(id, revision);
    }
    const isForgotten = !isBroken && may(0.1);
    board.isDoubtful ||= platform === 'telegram' && (isBroken || isForgotten);
    if (isForgotten) return undefined;
    if (!isBroken && id) return { state: 'sent', message: { channel: destination, id } };
    return platform === 'telegram' ? { state: 'uncertain', reason: 'x' } : ({ ...later, unknownSince } as Outcome);
  }

  return {
    boards,
    add: (id: string) => boards.set(id, { shows: new Map(), frozen: new Set(), isDoubtful: false }),
    calmDown() {
      isCalm = true;
    },
    /** What comes of a delivery that shows the update as it is read. */
    answer(delivery: Claimed, update: KeptUpdate): Outcome | undefined {
      const { act, kind, destination, message, unknownSince } = delivery;
      const board = boards.get(destination) as Board;
      const isUpdate = kind === 'update';
      if (may(0.15)) return later;
      if (isUpdate && unknownSince === undefined && may(0.1)) return { state: 'failed', reason: 'x' };
      if (act === 'edit') return edited(board, message, update.revision);
      const isNew = act === 'post' && unknownSince === undefined;
      if (isUpdate && isNew && update.state === 'retracted') return { state: 'cancelled', reason: '' };
      return posted(board, delivery, update.revision);
    },
  };
}

export function turmoilContract(setting: Setting): void {
  it.each([1, 2, 3, 4, 5, 6])(
    'leaves one message in each place, as the update reads in the end, whatever happens at once (%i)',
    async (seed) => {
      const random = randomFrom(seed);
      const platform = createPlatforms((share) => random() < share);
      const { store } = setting;
      const other = await setting.another();
      const { term } = await deskOf(store);
      const community = await communityOf(setting);
      for (const id of platforms.flatMap((one) => Array.from({ length: count }, (_, i) => placeId(one, i)))) {
        platform.add(id);
        const digest = isDigested(id) ? '0 9 * * *' : undefined;
        await subscribe(setting, community, id, { ...(id.startsWith('disco') && channel(id)), digest });
      }
      const places = [...platform.boards.keys()];
      const update = await publish(setting, community);
      const due = { slotAt: at + 1, updates: [update.id], digestedUntil: at };
      await store.outbox.enqueueDigests(
        places.filter(isDigested).map((subscription) => ({ subscription, ...due })),
        at,
      );
      const latest = async () => (await store.updates.get(update.id)) as KeptUpdate;

      async function wait(most = 4): Promise<void> {
        for (let turns = Math.floor(random() * most); turns > 0; turns--) await turn();
      }

      async function deal(delivery: Claimed): Promise<void> {
        // Read before it is started, as a dispatcher does.
        const shown = await latest();
        await wait();
        const [started] = await store.outbox.start([delivery.id], term, at);
        await wait();
        const refused: Outcome = { state: 'later', dueAt: at, reason: '', isAttempt: false };
        const outcome = started === undefined ? refused : platform.answer(delivery, shown);
        await wait();
        if (outcome) await store.outbox.settle(term, [{ ...outcome, id: delivery.id, at } as Settlement]);
      }

      /** Returns how many were dealt with. */
      async function round(now: number): Promise<number> {
        await store.outbox.promote(at, 100);
        await store.outbox.recover(term, now, ['discord']);
        const claim = { term, most: 5, now: at, leaseUntil: at + minute };
        const claimed: Claimed[] = [];
        for (const one of platforms) claimed.push(...(await store.outbox.claim({ ...claim, platform: one })));
        await Promise.all(claimed.map(deal));
        return claimed.length;
      }

      const far = at + 1000 * minute;
      async function dispatch(): Promise<void> {
        for (let i = 0; i < 25; i++) await round(random() < 0.3 ? far : at);
      }
      async function correct({ updates }: Store): Promise<void> {
        for (let [revised, i] = [update, 0]; i < 4; i++) {
          await wait(80);
          const intent = i === 3 && random() < 0.5 ? 'retract' : 'edit';
          revised = await updates.revise(correction(revised, { intent }));
        }
      }
      async function pause({ subscriptions }: Store): Promise<void> {
        for (let i = 0; i < 10; i++) {
          const id = places[Math.floor(random() * places.length)] ?? '';
          await subscriptions.pause(id, { by: 'person', reason: '', at });
          await wait();
          await subscriptions.resume(id, at, 0);
        }
      }
      await Promise.all([dispatch(), correct(other), pause(other)]);

      platform.calmDown();
      do {
        await store.updates.resend(update.id, 'failed', at);
        await store.outbox.cancelHeld(0, at);
      } while ((await round(far)) > 0 || (await store.outbox.depth()).length > 0);

      const { revision, state } = await latest();
      const sure = [...platform.boards].filter(([, { isDoubtful }]) => !isDoubtful);
      const told = sure.map(([id, { shows, frozen }]) => [
        id,
        ...[...shows].filter(([one]) => !frozen.has(one)).map(([, shown]) => shown),
      ]);
      const expected = sure.map(([id, { shows }]) => {
        const isSpared = state === 'retracted' && shows.size === 0 && !isDigested(id);
        return isSpared ? [id] : [id, revision];
      });
      expect(told).toEqual(expected);
      expect(told.length).toBeGreaterThanOrEqual(count);
    },
  );
}
