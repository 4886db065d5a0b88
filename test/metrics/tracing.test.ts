import { describe, expect, it } from 'vitest';
import { createTracing } from '../../src/metrics/tracing.ts';
import { createWatch } from '../../src/metrics/watch.ts';
import { createMetrics } from '../../src/metrics.ts';
import { testDispatcher } from '../builders/dispatcher.ts';
import { smallCatalogue } from '../builders/knowledge.ts';
import { startBot } from '../platforms/telegram/bot.ts';
import { startCollector } from './collector.ts';

async function start(status = 200) {
  const collector = await startCollector(status);
  const faults: unknown[] = [];
  const tracing = createTracing({
    url: `${collector.url}/v1/traces`,
    serviceName: 'parley-test',
    onFault: (error) => faults.push(error),
  });
  const { dispatcher } = testDispatcher({ catalogue: smallCatalogue() });
  const watch = createWatch({ metrics: createMetrics(), commands: dispatcher.commands, tracing });
  const bot = await startBot({ parts: { dispatcher: watch.over(dispatcher), watch } });
  return { ...bot, collector, tracing, faults };
}

describe('a trace', () => {
  it('shows a command with its search and each request of it, and nobody’s words or ids', async () => {
    const { telegram, ann, collector, tracing } = await start();
    const chat = telegram.privateChat(ann);
    await chat.say(ann, 'can ukraine join nato');
    await telegram.settled();
    await tracing.stop();
    const [command] = collector.spans().filter(({ parent }) => parent === undefined);
    expect(command).toEqual({
      name: 'command question',
      parent: undefined,
      attributes: { platform: 'telegram', command: 'question', outcome: 'answered' },
      isError: false,
    });
    const parts = collector.spans().filter(({ parent }) => parent === 'command question');
    expect(parts).toContainEqual(expect.objectContaining({ name: 'search', attributes: { outcome: 'answer' } }));
    expect(parts).toContainEqual(expect.objectContaining({ name: 'request', attributes: { platform: 'telegram' } }));
    const sent = JSON.stringify(collector.bodies);
    expect(sent).toContain('parley-test');
    expect(sent).toContain('/v1/traces');
    for (const secret of [telegram.token, 'nato', 'Ann', String(ann.id)]) expect(sent).not.toContain(secret);
  });

  it('shows what failed as an error, without its message', async () => {
    const { telegram, ann, collector, tracing } = await start();
    telegram.fail({ kind: 'reset', when: 'before' }, { times: 20 });
    telegram.privateChat(ann).post(ann, '/about');
    await telegram.settled();
    await tracing.stop();
    expect(collector.spans()).toContainEqual({
      name: 'command about',
      parent: undefined,
      attributes: { platform: 'telegram', command: 'about', outcome: 'failed' },
      isError: true,
    });
    expect(collector.spans()).toContainEqual(expect.objectContaining({ name: 'request', isError: true }));
    expect(JSON.stringify(collector.bodies)).not.toContain(telegram.token);
  });

  it('is of each command alone, however many are answered at once', async () => {
    const { telegram, collector, tracing } = await start();
    const people = Array.from({ length: 10 }, (_, i) => telegram.user({ first_name: `P${i}` }));
    await Promise.all(people.map((one, i) => telegram.privateChat(one).say(one, i % 2 ? '/about' : 'borders of 1991')));
    await telegram.settled();
    await tracing.stop();
    const names = collector
      .spans()
      .filter(({ parent }) => parent === undefined)
      .map(({ name }) => name);
    expect(names.sort()).toEqual([...Array(5).fill('command about'), ...Array(5).fill('command question')]);
    const searched = collector.spans().filter(({ name }) => name === 'search');
    expect(searched.map(({ parent }) => parent)).toEqual(Array(5).fill('command question'));
  });

  it('is lost where the collector does not take it, which is told once and troubles nobody', async () => {
    const { telegram, ann, tracing, faults, collector } = await start(400);
    const heard = await telegram.privateChat(ann).say(ann, '/about');
    expect(heard.text).toContain('Parley');
    await telegram.settled();
    // More than go into one request to the collector.
    for (let i = 0; i < 600; i++)
      await tracing.command('telegram', { command: 'about', outcome: 'answered' }, async () => {});
    await tracing.stop();
    expect(collector.bodies.length).toBeGreaterThan(1);
    expect(faults).toHaveLength(1);
  });
});
