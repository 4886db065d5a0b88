import { describe, expect, it } from 'vitest';
import type { Claimed, Settlement } from '../../src/store/store.ts';
import { createLedger } from '../../src/updates/ledger.ts';
import { createStarting } from '../../src/updates/starting.ts';
import { createSteppedClock } from '../builders/stepped-clock.ts';

const clock = createSteppedClock(0);
const term = 3;

describe('deliveries that are let go at the same moment', () => {
  function starting(mayStart: (id: number) => boolean) {
    const asked: number[][] = [];
    const outbox = {
      async start(ids: readonly number[]) {
        asked.push([...ids]);
        return ids.filter(mayStart);
      },
    };
    return { asked, start: createStarting({ store: { outbox } as never, clock, term }) };
  }

  it('are marked in one transaction, and each is told whether it may be sent', async () => {
    const { asked, start } = starting((id) => id !== 2);
    expect(await Promise.all([start(1), start(2), start(3)])).toEqual([true, false, true]);
    expect(await start(4)).toBe(true);
    expect(asked).toEqual([[1, 2, 3], [4]]);
  });

  it('all hear of a fault of the database, and later ones are marked when it is back', async () => {
    const { start } = starting((id) => {
      if (id < 3) throw new Error('away');
      return true;
    });
    const results = await Promise.allSettled([start(1), start(2)]);
    expect(results.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
    expect(await start(3)).toBe(true);
  });
});

it('what is answered at the same moment is written down in one transaction', async () => {
  const written: number[][] = [];
  const outbox = {
    settle: async (_: number, all: readonly Settlement[]) => void written.push(all.map(({ id }) => id)),
  };
  const ledger = createLedger({
    store: { outbox } as never,
    clock,
    term,
    onSettled: () => {},
    onFault: () => {},
  });
  const write = (id: number) => ledger.write({ id } as Claimed, { id, at: 0, state: 'cancelled', reason: '' });
  await Promise.all([write(1), write(2), write(3)]);
  await write(4);
  expect(written).toEqual([[1, 2, 3], [4]]);
});
