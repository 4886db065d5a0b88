import { expect, it } from 'vitest';
import { createPacer } from '../../src/updates/pacer.ts';
import { createSteppedClock } from '../builders/stepped-clock.ts';

const start = Date.UTC(2026, 10, 23, 12);

it('the pacer tells how long what it held up has waited, and what a platform said, but nothing of what went at once', async () => {
  const clock = createSteppedClock(start);
  const waits: number[] = [];
  const pacer = createPacer({
    everywhere: { most: 1, perMs: 1000 },
    ofPlace: () => [],
    clock,
    onWait: (forMs) => waits.push(forMs),
  });
  const first = await pacer.take(0, 'chat');
  first.left();
  first.answered();
  expect(waits).toEqual([]);
  await clock.run(pacer.take(0, 'chat'));
  const heldMs = clock.now() - start;
  expect(heldMs).toBeGreaterThanOrEqual(1000);
  expect(waits).toEqual([heldMs]);
  pacer.limited('chat', 7000, true);
  expect(waits).toEqual([heldMs, 7000]);
});
