import { setImmediate as turn } from 'node:timers/promises';
import { expect, it } from 'vitest';
import type { Claimed, Settlement, Store } from '../../../src/store/store.ts';
import { randomFrom } from '../../crash/random.ts';
import type { Setting } from '../contract.ts';
import { at, correction } from '../things.ts';
import { channel, communityOf, deskOf, minute, publish, subscribe } from './queue.ts';

const count = 8;
const far = at + 1000 * minute;

/** What stands in a place: the revision that each message shows, and which of them can no longer be changed. */
interface Board {
  shows: Map<string, number>;
  frozen: Set<string>;
  /** Whether a message may stand there that nobody has heard of. */
  isDoubtful: boolean;
}

export function turmoilContract(setting: Setting): void {
  it.each(Array.from({ length: 600 }, (_, i) => i + 1))(
    'leaves one message in each place, as the update reads in the end, whatever happens at once (%i)',
    async (seed) => {
      const random = randomFrom(seed);
      const chance = (share: number): boolean => random() < share;
      const other = await setting.another();
      const community = await communityOf(setting);
      const { term } = await deskOf(setting.store);
      const boards = new Map<string, Board>();
      const byKey = new Map<string, string>();
      for (const platform of ['discord', 'telegram'] as const) {
        for (let i = 0; i < count; i++) {
          const id = `${platform.slice(0, 5)}${i}`.padEnd(8, '0');
          const digest = i < 2 ? '0 9 * * *' : undefined;
          await subscribe(setting, community, id, { ...(platform === 'discord' && channel(id)), digest });
          boards.set(id, { shows: new Map(), frozen: new Set(), isDoubtful: false });
        }
      }
      const update = await publish(setting, community);
      const digests = [...boards.keys()].filter((id) => /^(disco|teleg)[01]/u.test(id));
      const due = digests.map((id) => ({ subscription: id, slotAt: at + 1, updates: [update.id], digestedUntil: at }));
      await setting.store.outbox.enqueueDigests(due, at);

      let [isCalm, messages] = [false, 0];
      const wait = async () => {
        for (let turns = Math.floor(random() * 4); turns > 0; turns--) await turn();
      };

      /** As a platform would answer, and what its dispatcher makes of it. */
      function answer(delivery: Claimed, revision: number, isRetracted: boolean): Partial<Settlement> | undefined {
        const { act, item, destination, platform, message, unknownSince } = delivery;
        const board = boards.get(destination) as Board;
        const later = { state: 'later', dueAt: at, reason: 'x', isAttempt: false } as const;
        if (!isCalm && chance(0.15)) return later;
        if (!isCalm && chance(0.1) && unknownSince === undefined && delivery.kind === 'update')
          return { state: 'failed', reason: 'x' };
        if (act === 'edit') {
          if (!message) throw new Error(`Nobody knows what ${item} ${delivery.revision} is to change.`);
          if (board.frozen.has(message.id) || (!isCalm && chance(0.05))) {
            board.frozen.add(message.id);
            return { ...later, act: 'follow' };
          }
          board.shows.set(message.id, revision);
          return !isCalm && chance(0.1) ? { ...later, isAttempt: true } : { state: 'sent', message };
        }
        const isKnown = unknownSince === undefined;
        if (act === 'post' && delivery.kind === 'update' && isRetracted && isKnown) return { state: 'cancelled', reason: '' };
        const key = `${item} ${destination} ${delivery.revision} ${act}`;
        const isBroken = !isCalm && chance(0.2);
        let id = platform === 'discord' ? byKey.get(key) : undefined;
        if (!isBroken || chance(0.5)) {
          id ??= `m${++messages}`;
          byKey.set(key, id);
          if (!board.shows.has(id)) board.shows.set(id, revision);
        }
        if (!isBroken && id)
          return chance(0.1) && !isCalm
            ? forgotten(board, platform)
            : { state: 'sent', message: { channel: destination, id } };
        board.isDoubtful ||= platform === 'telegram';
        return platform === 'telegram'
          ? { state: 'uncertain', reason: 'x' }
          : { ...later, isAttempt: true, unknownSince: unknownSince ?? at };
      }

      /** Its dispatcher forgets it, as where that had been killed. */
      function forgotten(board: Board, platform: string): undefined {
        board.isDoubtful ||= platform === 'telegram';
        return undefined;
      }

      async function deal(store: Store, delivery: Claimed): Promise<void> {
        const shown = await store.updates.get(update.id);
        await wait();
        const isStarted = (await store.outbox.start([delivery.id], term, at)).length > 0;
        await wait();
        const settlement = isStarted
          ? answer(delivery, shown?.revision ?? 0, shown?.state === 'retracted')
          : ({ state: 'later', dueAt: at, reason: '', isAttempt: false } as const);
        await wait();
        if (settlement) await store.outbox.settle(term, [{ ...settlement, id: delivery.id, at } as Settlement]);
      }

      /** Returns how many it dealt with. */
      async function round(store: Store): Promise<number> {
        await store.outbox.promote(at, 100);
        await store.outbox.recover(term, chance(0.3) || isCalm ? far : at, ['discord']);
        const claimed: Claimed[] = [];
        for (const platform of ['discord', 'telegram'] as const) {
          claimed.push(...(await store.outbox.claim({ platform, term, most: 5, now: at, leaseUntil: at + minute })));
        }
        await Promise.all(claimed.map((one) => deal(store, one)));
        return claimed.length;
      }

      const dispatching = async () => {
        for (let i = 0; i < 25; i++) await round(setting.store);
      };
      const correcting = async () => {
        for (let revised = update, i = 0; i < 4; i++) {
          for (let turns = 0; turns < 40; turns++) await turn();
          const intent = i === 3 && chance(0.5) ? 'retract' : 'edit';
          revised = await other.updates.revise(correction(revised, { intent }));
        }
      };
      const pausing = async () => {
        for (let i = 0; i < 10; i++) {
          const id = [...boards.keys()][Math.floor(random() * boards.size)] ?? '';
          await other.subscriptions.pause(id, { by: 'person', reason: '', at });
          await wait();
          await other.subscriptions.resume(id, at, 0);
        }
      };
      await Promise.all([dispatching(), correcting(), pausing()]);

      isCalm = true;
      do {
        await setting.store.updates.resend(update.id, 'failed', at);
        await setting.store.outbox.cancelHeld(0, at);
      } while ((await round(setting.store)) > 0 || (await setting.store.outbox.depth()).length > 0);

      const { revision = 0, state } = (await setting.store.updates.get(update.id)) ?? {};
      const told: Record<string, number[]> = {};
      const expected: Record<string, number[]> = {};
      for (const [id, { shows, frozen, isDoubtful }] of boards) {
        if (isDoubtful) continue;
        told[id] = [...shows].filter(([one]) => !frozen.has(one)).map(([, shown]) => shown);
        const isSpared = state === 'retracted' && shows.size === 0;
        expected[id] = isSpared && !digests.includes(id) ? [] : [revision];
      }
      expect(told).toEqual(expected);
      expect(Object.keys(told).length).toBeGreaterThanOrEqual(count);
    },
  );
}
