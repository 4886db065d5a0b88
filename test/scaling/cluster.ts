import { createServer, request } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, onTestFinished, vi } from 'vitest';
import { createDiscordFake, type DiscordFakeOptions } from '../../src/loopback/discord/index.ts';
import { createTelegramFake, type TelegramOptions } from '../../src/loopback/telegram/index.ts';
import { openStore } from '../../src/store/open.ts';
import { freePort } from '../builders/free-port.ts';
import { startProgram } from '../e2e/program.ts';
import { createProxy } from '../soak/chaos/proxy.ts';
import { postgresSchema, server } from '../store/databases.ts';

/** Both platforms and a database, for as many processes as are started; everything goes when the test ends. */
export async function createCluster(options: { discord?: DiscordFakeOptions; telegram?: TelegramOptions } = {}) {
  const [discord, telegram, schema] = await Promise.all([
    createDiscordFake({ patienceMs: 20_000, ...options.discord }),
    createTelegramFake(options.telegram),
    postgresSchema(),
  ]);
  const { hostname, port } = new URL(server);
  const proxy = await createProxy(Number(port || 5432), hostname);
  const programs: ReturnType<typeof startProgram>[] = [];
  const store = await openStore(schema.options);
  onTestFinished(async () => {
    proxy.open();
    await Promise.all(programs.map((one) => one.stop()));
    await Promise.all([discord.close(), telegram.close(), store.close()]);
    await proxy.close();
    await schema.drop();
  });

  /** By way of something that can be cut. */
  function proxied(): string {
    const url = new URL(schema.options.url);
    url.port = `${proxy.port}`;
    url.hostname = '127.0.0.1';
    return url.href;
  }

  return {
    discord,
    telegram,
    proxy,
    /** Another process' way into the database. */
    store,
    /** Starts a process; resolves when it is ready. */
    async start(environment: Record<string, string> = {}, { byProxy = false } = {}) {
      const port = Number(environment.PORT ?? (await freePort()));
      const program = startProgram({
        environment: {
          DISCORD_TOKEN: discord.token,
          DISCORD_API_URL: discord.apiUrl,
          TELEGRAM_TOKEN: telegram.token,
          TELEGRAM_API_ROOT: telegram.apiRoot,
          DATABASE_URL: byProxy ? proxied() : schema.options.url,
          PORT: `${port}`,
          ...environment,
        },
        now: () => new Date(),
      });
      programs.push(program);
      const ready = async () => {
        const answer = await fetch(`http://127.0.0.1:${port}/ready`).catch(() => undefined);
        return { status: answer?.status, said: (await answer?.json()) as Record<string, unknown> | undefined };
      };
      await vi.waitFor(async () => expect((await ready()).status).toBe(200), { timeout: 30_000, interval: 100 });
      return { ...program, port, ready };
    },
  };
}

export type Cluster = Awaited<ReturnType<typeof createCluster>>;

/** Hands each request to the next of some ports that takes it, as a balancer does; counts what each was given. */
export async function createBalancer(ports: number[]) {
  const given = new Map<number, number>();
  let turn = 0;
  const balancer = createServer((asked, answer) => {
    const body: Buffer[] = [];
    asked.on('data', (chunk: Buffer) => body.push(chunk));
    asked.on('end', () => pass(ports.length));

    function pass(left: number): void {
      const port = ports[turn++ % ports.length] as number;
      const onwards = request({
        port,
        host: '127.0.0.1',
        path: asked.url,
        method: asked.method,
        headers: asked.headers,
      });
      onwards.on('response', (response) => {
        given.set(port, (given.get(port) ?? 0) + 1);
        answer.writeHead(response.statusCode ?? 502);
        response.pipe(answer);
      });
      onwards.on('error', () => (left > 1 ? pass(left - 1) : answer.writeHead(502).end()));
      onwards.end(Buffer.concat(body));
    }
  });
  await new Promise<void>((resolve) => balancer.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => new Promise((resolve) => balancer.close(() => resolve(undefined))));
  return { port: (balancer.address() as AddressInfo).port, given };
}
