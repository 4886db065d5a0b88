import pg from 'pg';
import { beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { hasPostgres, postgresSchema, server } from '../store/databases.ts';
import { compile, root } from './compiling.ts';
import { type Bureau, openBureau, slowestMs } from './delivery/bureau.ts';
import { sayings, startWorker, type Worker } from './delivery/workers.ts';
import { randomFrom } from './random.ts';

/** On each platform. */
const places = 80;
const settledWithinMs = slowestMs + 100;
const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

describe.runIf(await hasPostgres())('of two processes on PostgreSQL', { timeout: 180_000 }, () => {
  let folder = '';
  beforeAll(async () => {
    folder = await compile('stand-by');
  }, 60_000);

  /** A bureau and so many processes, of which the first one leads and the others stand by. */
  async function setUp({ processes, name }: { processes: number; name?: string }) {
    const database = await postgresSchema();
    const named = { url: `${database.options.url}${name === undefined ? '' : `&application_name=${name}`}` };
    const bureau = await openBureau({
      database: database.options,
      platforms: ['discord', 'telegram'],
      places,
      random: randomFrom(20261125),
    });
    const workers = Array.from({ length: processes }, () =>
      startWorker(folder, { root, database: named, connections: bureau.connections }),
    );
    onTestFinished(async () => {
      for (const worker of workers) await worker.kill().catch(() => {});
      await bureau.close();
      await database.drop();
    });
    await Promise.all(workers.map((worker) => worker.said('Ready')));
    const [first, ...others] = workers as [Worker, ...Worker[]];
    first.go();
    await first.said(sayings.leads);
    for (const other of others) other.go();
    return { bureau, first, others };
  }

  /** Resolves when half of an update is on its way, with another one behind it: new messages are in hand, not corrections. */
  async function midway({ newsroom, platforms }: Bureau): Promise<void> {
    const requests = () => Math.min(...platforms.map((one) => one.requests()));
    const before = requests();
    await newsroom.post();
    await newsroom.post();
    await until(() => requests() >= before + places / 2);
  }

  const leadingLines = ({ lines }: Worker) => lines.filter(({ msg }) => msg === sayings.leads).length;

  /** What was being sent by a process that stands still. */
  async function inFlight({ books }: Bureau): Promise<number> {
    // Statements that it had sent are carried out all the same.
    await pause(settledWithinMs);
    return (await books.inFlight('telegram')).posts;
  }

  async function expectWhole(bureau: Bureau, mostUncertain: number): Promise<void> {
    for (const verdict of await bureau.verdicts()) {
      expect(verdict).toMatchObject({ lost: 0, duplicates: 0, outdated: 0, failed: 0, faults: [] });
      expect(verdict.uncertain).toBeLessThanOrEqual(verdict.platform === 'discord' ? 0 : mostUncertain);
    }
  }

  it('the second one finishes what the first one was sending when it was killed', async ({ annotate }) => {
    const { bureau, first, others } = await setUp({ processes: 2 });
    const [second] = others as [Worker];
    await midway(bureau);
    expect(leadingLines(second)).toBe(0);
    first.signal('SIGSTOP');
    const caught = await inFlight(bureau);
    await first.kill();
    const killedAt = performance.now();
    const { at } = await second.said(sayings.leads);
    await annotate(`Killed; the other one led after ${Math.round(at - killedAt)} ms.`);
    await bureau.newsroom.revise();
    await bureau.done();
    await expectWhole(bureau, caught);
  });

  it('one that stood still sends nothing a second time, and leads again when the other one stops', async ({
    annotate,
  }) => {
    const { bureau, first, others } = await setUp({ processes: 2 });
    const [second] = others as [Worker];
    await midway(bureau);
    first.signal('SIGSTOP');
    const stoppedAt = performance.now();
    const caught = await inFlight(bureau);
    const { at } = await second.said(sayings.leads);
    await annotate(`Stood still; the other one led after ${Math.round(at - stoppedAt)} ms.`);
    await bureau.requests(1, 10_000);
    first.signal('SIGCONT');
    await first.said(sayings.standsDown);
    await bureau.newsroom.revise();
    await bureau.done();
    await expectWhole(bureau, caught);
    expect(leadingLines(first)).toBe(1);

    const askedAt = performance.now();
    await second.stop();
    const again = await first.said(sayings.leads, 2);
    await annotate(`Asked to stop; the other one led after ${Math.round(again.at - askedAt)} ms.`);
    await bureau.newsroom.post();
    await bureau.done();
    await expectWhole(bureau, caught);
  });

  it('or a single one, that loses its connections goes on by itself, and knows what it has sent', async () => {
    const name = `parley_${process.pid}_${Date.now()}`;
    const { bureau, first } = await setUp({ processes: 1, name });
    for (let time = 1; time <= 3; time++) {
      await midway(bureau);
      expect(await endConnections(name)).toBeGreaterThan(0);
      await first.said(sayings.leads, time + 1);
      await bureau.newsroom.revise();
    }
    await bureau.done();
    await expectWhole(bureau, 0);
  });
});

async function until(isSo: () => boolean): Promise<void> {
  while (!isSo()) await pause(10);
}

async function endConnections(name: string): Promise<number> {
  const client = new pg.Client({ connectionString: server });
  await client.connect();
  try {
    const statement = 'select pg_terminate_backend(pid) from pg_stat_activity where application_name = $1';
    return (await client.query(statement, [name])).rowCount ?? 0;
  } finally {
    await client.end();
  }
}
