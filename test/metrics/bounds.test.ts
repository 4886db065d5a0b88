import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Outcome } from '../../src/core/watch.ts';
import { testCaller } from '../builders/callers.ts';
import { testDispatcher } from '../builders/dispatcher.ts';
import { seriesIn, watching } from './series.ts';

const { dispatcher } = testDispatcher();
const platforms = ['discord', 'telegram'] as const;
const outcomes: readonly Outcome[] = ['answered', 'refused', 'failed'];
const kinds = ['autocomplete', 'press', 'question', 'inline', 'form', 'other'];
/** Eleven buckets and the one for whatever is slower, the sum and the count. */
const seriesOfHistogram = 14;

/** Whatever people can write: names of commands, words, ids, and what breaks Prometheus' text format. */
const written = fc.oneof(
  fc.string({ unit: 'grapheme' }),
  fc.bigInt({ min: 0n, max: 2n ** 64n }).map(String),
  fc.constantFrom('__proto__', 'constructor', 'faq"} 1\nparley_evil 1', '\\', 'FAQ', 'faq ', 'toString'),
  fc
    .tuple(fc.constantFrom(...dispatcher.commands.map(({ name }) => name)), fc.string())
    .map(([name, more]) => `${name} ${more}`),
);

describe('the metrics', () => {
  it('have the same few series whatever people write', async () => {
    const { metrics, watch } = watching(dispatcher);
    const before = [...seriesIn(await metrics.text()).keys()].length;
    const words = fc.sample(written, { numRuns: 5000, seed: 7 });
    const over = watch.over(dispatcher);
    for (const [i, word] of words.entries()) {
      await watch.answering(platforms[i % 2] ?? 'discord', async (asked) => {
        asked.command = word;
        asked.outcome = outcomes[i % 3] ?? 'answered';
        if (i % 50 === 0) await over.answer({ command: 'faq', args: { question: word } }, testCaller());
      });
      watch.limited(platforms[i % 2] ?? 'discord', i);
    }
    const text = await metrics.text();
    const series = [...seriesIn(text).keys()];
    const commands = new Set([...text.matchAll(/command="([^"]*)"/gu)].map(([, name]) => name));
    const allowed = new Set([...kinds, ...dispatcher.commands.map(({ name }) => name)]);
    expect([...commands].filter((name) => !allowed.has(name ?? ''))).toEqual([]);
    expect(text).not.toContain('evil');
    const most = platforms.length * outcomes.length * allowed.size * seriesOfHistogram;
    expect(series.length).toBeLessThanOrEqual(before + most + 2 * seriesOfHistogram + 3);
    // Nearly everything that was written is none of our names.
    expect(commands.size).toBeLessThan(10);
  });

  it('have these many series at the very most', async () => {
    const { metrics, watch } = watching(dispatcher);
    for (const platform of platforms)
      for (const outcome of outcomes)
        for (const command of [...kinds, ...dispatcher.commands.map(({ name }) => name)])
          await watch.answering(platform, async (asked) => void Object.assign(asked, { command, outcome }));
    const commands = [...seriesIn(await metrics.text()).keys()].filter((name) => name.startsWith('parley_command_'));
    expect(commands).toHaveLength(
      platforms.length * outcomes.length * (kinds.length + dispatcher.commands.length) * seriesOfHistogram,
    );
    expect(commands.length).toBeLessThan(8000);
  });
});
