import pg from 'pg';
import type { DatabaseProxy } from './proxy.ts';
import { between, delay, type Ground, type Strike } from './strike.ts';

const [shortestMs, longestMs] = [1_000, 12_000];

/** A server that restarts, is out of reach or slow; `name` is what the program’s connections are called. */
export function postgresStrikes(
  { troubles, random }: Ground,
  url: string,
  name: string,
  proxy: DatabaseProxy,
): Strike[] {
  async function onServer(work: (client: pg.Client) => Promise<unknown>): Promise<void> {
    const client = new pg.Client({ connectionString: url });
    await client.connect();
    await work(client).finally(() => client.end());
  }
  const endAll = (client: pg.Client) =>
    client.query('select pg_terminate_backend(pid) from pg_stat_activity where application_name = $1', [name]);
  const forAWhile = (kind: string, weight: number, begin: () => unknown): Strike => ({
    kind: `database: ${kind}`,
    weight,
    async run() {
      const end = troubles.begin('database', kind);
      await begin();
      await delay(between(random, shortestMs, longestMs));
      proxy.open();
      end();
    },
  });

  return [
    forAWhile('restart', 2, async () => {
      proxy.refuse();
      await onServer(endAll);
    }),
    {
      kind: 'database: connections ended',
      weight: 2,
      async run() {
        const end = troubles.begin('database', 'connections ended');
        await onServer(endAll);
        end();
      },
    },
    forAWhile('out of reach', 2, () => proxy.refuse()),
    forAWhile('stalled', 2, () => proxy.stall()),
    {
      kind: 'database: slow disk',
      weight: 2,
      async run() {
        const end = troubles.begin('database', 'slow disk');
        await onServer(async (client) => {
          await client.query('begin');
          await client.query('lock table deliveries, subscriptions, updates in access exclusive mode');
          await delay(between(random, shortestMs, longestMs));
          await client.query('rollback');
        });
        end();
      },
    },
  ];
}
