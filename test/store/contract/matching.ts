import fc from 'fast-check';
import { expect, it } from 'vitest';
import { wants } from '../../../src/core/subscription.ts';
import { importances } from '../../../src/core/update.ts';
import type { Setting } from '../contract.ts';
import { at, group, guild, updateWriting } from '../things.ts';
import { publish, rows, subscribe } from './queue.ts';

/** Ids of which one is in another, and such as a pattern would take for more than they are. */
const topics = ['nato', 'nato-2', 'to', 'security_guarantees', 'security-guarantees'] as const;
const parties = ['ukraine', 'russia', 'russian-elites'] as const;

export function matchingContract(setting: Setting): void {
  it('sends an update to just the subscriptions that want it', async () => {
    const ids = await Promise.all(
      [guild, group].map(async (chat) => (await setting.store.communities.of(chat, at)).id),
    );
    const community = fc.constantFrom(...ids, 'shared');
    const choices = fc.record({
      community,
      topics: fc.subarray([...topics]),
      parties: fc.subarray([...parties]),
      importance: fc.constantFrom('all' as const, 'breaking' as const),
    });
    const update = fc.record({
      community,
      topics: fc.subarray([...topics]),
      parties: fc.subarray([...parties]),
      importance: fc.constantFrom(...importances),
    });
    let count = 0;
    const newId = () => String(++count).padStart(8, '0');
    await fc.assert(
      fc.asyncProperty(
        fc.array(choices, { minLength: 1, maxLength: 12 }),
        update,
        async (chosen, { community, ...said }) => {
          const ids: string[] = [];
          try {
            const subscriptions = [];
            for (const one of chosen) {
              const isPrivate = one.community === 'shared';
              subscriptions.push(await subscribe(setting, one.community, newId(), { ...one, isPrivate }));
            }
            ids.push(...subscriptions.map(({ id }) => id));
            const writing = updateWriting(said);
            const expected = subscriptions.filter((one) => wants(one, { community, writing })).map(({ id }) => id);
            expect(await setting.store.updates.audience(community, writing)).toBe(expected.length);
            const { id } = await publish(setting, community, newId(), { writing });
            const destinations = (await rows(setting))
              .filter(({ item }) => item === id)
              .map(({ destination }) => destination);
            expect(destinations).toEqual(expected);
          } finally {
            for (const id of ids) await setting.store.subscriptions.end(id, at);
          }
        },
      ),
      { numRuns: 30 },
    );
  });
}
