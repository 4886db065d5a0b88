import { pino } from 'pino';
import { expect, it } from 'vitest';
import { createDelivery } from '../../src/delivery.ts';
import { createMetrics } from '../../src/metrics.ts';
import { texts } from '../builders/dispatcher.ts';
import { createOffice } from '../updates/office.ts';
import { seriesIn } from './series.ts';

const content = { updates: [] } as never;

it('a process that no longer leads tells nothing of the queue, which it doesn’t see any more', async () => {
  const office = await createOffice();
  await office.subscribe('discord', 'news');
  await office.post('Talks resume');
  const metrics = createMetrics();
  const queue = async () =>
    [...seriesIn(await metrics.text()).keys()].filter((name) => name.startsWith('parley_outbox'));
  // No platform is connected, so that what is posted waits.
  const delivery = createDelivery({
    store: office.clock.watch(office.store),
    library: { current: () => content, reload: async () => [] },
    catalogues: { of: async () => content } as never,
    texts,
    log: pino({ level: 'silent' }),
    metrics,
    clock: office.clock,
    newId: () => 'aaaaaaaa',
    platforms: new Map(),
    revive: async () => {},
    tellPaused: async () => {},
    onMoved: async () => {},
  });
  delivery.start();
  await office.clock.advance(20_000);
  expect(await queue()).toEqual([
    expect.stringMatching(/^parley_outbox_deliveries\{platform="discord",state="waiting",/u),
    'parley_outbox_oldest_timestamp_seconds{platform="discord"}',
  ]);
  await office.clock.run(delivery.stop());
  expect(await queue()).toEqual([]);
});
