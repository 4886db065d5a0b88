import { expect, it } from 'vitest';
import { createMetrics } from '../../src/metrics.ts';
import { seriesIn } from './series.ts';

const read = async (metrics: ReturnType<typeof createMetrics>) =>
  Object.fromEntries(
    [...seriesIn(await metrics.text())].filter(([name]) => /cache|database|inbox|gateway/u.test(name)),
  );

const noGateway = {
  'parley_gateway_shards{state="ready"}': 0,
  'parley_gateway_shards{state="connecting"}': 0,
  'parley_gateway_shards{state="gone"}': 0,
  parley_gateway_resumes_total: 0,
};

it('sizes and states are read when somebody asks, as they are then', async () => {
  const metrics = createMetrics();
  const caches = { communities: 3, pictures: 1 };
  metrics.readAtScrape({
    caches: () => caches,
    connections: () => ({ total: 5, idle: 4, waiting: 0 }),
    isDatabaseUp: async () => true,
    inboxUpdates: async () => 7,
  });
  metrics.readAtScrape({ caches: () => ({ catalogues: 2 }) });
  expect(await read(metrics)).toEqual({
    ...noGateway,
    'parley_cache_entries{cache="communities"}': 3,
    'parley_cache_entries{cache="pictures"}': 1,
    'parley_cache_entries{cache="catalogues"}': 2,
    'parley_database_connections{state="total"}': 5,
    'parley_database_connections{state="idle"}': 4,
    'parley_database_connections{state="waiting"}': 0,
    parley_database_up: 1,
    parley_inbox_updates: 7,
  });
  caches.communities = 4;
  expect((await read(metrics))['parley_cache_entries{cache="communities"}']).toBe(4);
});

it('what nobody can read is not told as 0', async () => {
  expect(await read(createMetrics())).toEqual(noGateway);
});

it('a database that does not answer is down, and takes none of the other figures with it', async () => {
  const metrics = createMetrics();
  const gone = () => {
    throw new Error('postgres://user:secret@host/name');
  };
  metrics.readAtScrape({
    caches: () => ({ people: 1 }),
    connections: gone,
    isDatabaseUp: gone,
    inboxUpdates: () => Promise.reject(new Error('secret')),
  });
  expect(await read(metrics)).toEqual({
    ...noGateway,
    'parley_cache_entries{cache="people"}': 1,
    parley_database_up: 0,
  });
});

it('shards are told by their state, and what becomes of their sessions', async () => {
  const { gateway, ...metrics } = createMetrics();
  gateway.shard(0, 'connecting');
  gateway.shard(1, 'connecting');
  gateway.shard(0, 'ready');
  gateway.shard(2, 'gone');
  gateway.resumed();
  gateway.restarted('silent');
  expect(await read({ gateway, ...metrics })).toEqual({
    'parley_gateway_shards{state="ready"}': 1,
    'parley_gateway_shards{state="connecting"}': 1,
    'parley_gateway_shards{state="gone"}': 1,
    parley_gateway_resumes_total: 1,
    'parley_gateway_restarts_total{reason="silent"}': 1,
  });
  gateway.forget(2);
  expect((await read({ gateway, ...metrics }))['parley_gateway_shards{state="gone"}']).toBe(0);
});
