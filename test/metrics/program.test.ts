import { createRequire } from 'node:module';
import { PerformanceObserver } from 'node:perf_hooks';
import { expect, it, onTestFinished, vi } from 'vitest';
import { createDiscordFake } from '../../src/loopback/discord/index.ts';
import { createTelegramFake } from '../../src/loopback/telegram/index.ts';
import { freePort } from '../builders/free-port.ts';
import { startProgram } from '../e2e/program.ts';
import { startCollector } from './collector.ts';
import { commandsIn, seriesIn } from './series.ts';

/** What of OpenTelemetry's SDK is in memory. */
const loaded = () => Object.keys(createRequire(import.meta.url).cache).filter((file) => /sdk-trace|otlp/u.test(file));

async function run(changes: Record<string, string> = {}) {
  const [discord, telegram] = await Promise.all([createDiscordFake(), createTelegramFake()]);
  const environment = {
    DISCORD_TOKEN: discord.token,
    DISCORD_API_URL: discord.apiUrl,
    TELEGRAM_TOKEN: telegram.token,
    TELEGRAM_API_ROOT: telegram.apiRoot,
    ...changes,
  };
  const program = startProgram({ environment });
  onTestFinished(async () => {
    await program.stop();
    await Promise.all([discord.close(), telegram.close()]);
  });
  const patience = { timeout: 60_000 };
  await vi.waitFor(() => program.logged('Connected to Discord'), patience);
  await vi.waitFor(() => program.logged('Telegram is ready'), patience);
  const ann = telegram.user({ first_name: 'Ann' });
  await telegram.privateChat(ann).say(ann, 'can ukraine join nato at war?');
  await discord.user({ username: 'ann' }).slash(discord.guild().channel('general'), '/about');
  return { discord, telegram, program };
}

it('the program tells Prometheus how it answers, how it is, and no secret', { timeout: 90_000 }, async () => {
  const port = await freePort();
  const { discord, telegram } = await run({ PORT: String(port) });
  const scrape = async () => await (await fetch(`http://127.0.0.1:${port}/metrics`)).text();
  await expect
    .poll(async () => commandsIn(await scrape()))
    .toEqual({ 'telegram question answered': 1, 'discord about answered': 1 });
  const text = await scrape();
  const series = seriesIn(text);
  expect(series.get('parley_searches_total{outcome="answer"}')).toBe(1);
  expect(series.get('parley_cache_entries{cache="communities"}')).toBeGreaterThan(0);
  expect(series.get('parley_cache_entries{cache="pictures"}')).toBeDefined();
  expect(series.get('nodejs_eventloop_lag_p99_seconds')).toBeGreaterThan(0);
  expect(series.get('process_resident_memory_bytes')).toBeGreaterThan(0);
  for (const secret of [discord.token, telegram.token, 'can ukraine', 'Ann']) expect(text).not.toContain(secret);
});

it('nothing watches the event loop or the memory where nobody scrapes', { timeout: 90_000 }, async () => {
  const hooks = await import('node:perf_hooks');
  const monitor = vi.spyOn(hooks.default, 'monitorEventLoopDelay');
  const observe = vi.spyOn(PerformanceObserver.prototype, 'observe');
  onTestFinished(() => void vi.restoreAllMocks());
  await run();
  expect(monitor).not.toHaveBeenCalled();
  expect(observe).not.toHaveBeenCalled();
  expect(loaded()).toEqual([]);
});

it('the program sends traces where a collector is named', { timeout: 90_000 }, async () => {
  const collector = await startCollector();
  const { program } = await run({ OTEL_EXPORTER_OTLP_ENDPOINT: collector.url, OTEL_SERVICE_NAME: 'peace' });
  expect(await program.stop()).toBe(0);
  const commands = collector.spans().filter(({ parent }) => parent === undefined);
  expect(commands.map(({ name }) => name).sort()).toEqual(['command about', 'command question']);
  expect(JSON.stringify(collector.bodies)).toContain('"peace"');
  expect(loaded()).not.toEqual([]);
});
