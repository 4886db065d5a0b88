import { describe, expect, it } from 'vitest';
import type { Answer } from '../../src/core/answer.ts';
import { paragraph } from '../../src/core/document.ts';
import { createRefreshing } from '../../src/core/refreshing.ts';

const call = { command: 'status', args: {} };
const minuteMs = 60_000;

const saying = (text: string, more: Partial<Answer> = { refreshAfterMs: minuteMs }): Answer => ({
  document: [paragraph(text)],
  call,
  ...more,
});

/** A message that shows what `answers` say one after the other, on a clock that jumps from wait to wait. */
function start({ first = saying('one'), answers = [] as (Answer | Error)[], isEditable = true } = {}) {
  let now = 0;
  const shown: string[] = [];
  const faults: unknown[] = [];
  const refreshing = createRefreshing({
    now: () => now,
    delay: async (ms) => {
      now += ms;
    },
    onFault: (error) => faults.push(error),
  });
  const message = {
    key: 'm1',
    async ask() {
      const next = answers.shift() ?? saying('the last', {});
      if (next instanceof Error) throw next;
      return next;
    },
    async put({ document }: Answer) {
      shown.push(JSON.stringify(document).match(/"text":"([^"]*)"/u)?.[1] ?? '');
      return isEditable;
    },
  };
  refreshing.shown(first, message);
  return { refreshing, message, shown, faults, passed: () => now };
}

const settled = () => new Promise((resolve) => setImmediate(resolve));

describe('an answer that changes by itself', () => {
  it('is asked for again after the time that it names, until an answer names none', async () => {
    const { shown, passed } = start({ answers: [saying('two', { refreshAfterMs: 5000 }), saying('three', {})] });
    await settled();
    expect(shown).toEqual(['two', 'three']);
    expect(passed()).toBe(minuteMs + 5000);
  });

  it('is kept up to date for 14 minutes at most', async () => {
    const { shown, passed } = start({ answers: Array.from({ length: 50 }, (_, i) => saying(`${i}`)) });
    await settled();
    expect(shown).toHaveLength(14);
    expect(passed()).toBe(14 * minuteMs);
  });

  it('is left alone where nothing changes', async () => {
    const { shown } = start({ answers: [saying('one'), saying('one'), saying('two'), saying('two', {})] });
    await settled();
    expect(shown).toEqual(['two']);
  });

  it('is left alone once it can’t be changed', async () => {
    const { shown } = start({ answers: [saying('two'), saying('three')], isEditable: false });
    await settled();
    expect(shown).toEqual(['two']);
  });

  it('stays as it is where the asker has lost the right to ask', async () => {
    const refused = saying('Moderators only', { failed: true, private: true });
    const { shown } = start({ answers: [saying('two'), refused, saying('three')] });
    await settled();
    expect(shown).toEqual(['two']);
  });

  it('never shows others what only the asker may see', async () => {
    const { shown } = start({ answers: [saying('secret', { refreshAfterMs: minuteMs, confidential: true })] });
    await settled();
    expect(shown).toEqual([]);
  });

  it('is asked for again although one time failed', async () => {
    const { shown, faults } = start({ answers: [new Error('no network'), saying('two', {})] });
    await settled();
    expect(shown).toEqual(['two']);
    expect(faults).toHaveLength(1);
  });

  it('gives way to what the message shows next', async () => {
    const { refreshing, message, shown } = start({ answers: [saying('two')] });
    refreshing.shown(saying('something else', {}), message);
    await settled();
    expect(shown).toEqual([]);
  });

  it('ends with the platform, and none begins after that', async () => {
    const { refreshing, message, shown } = start({ answers: [saying('two')] });
    await refreshing.stop();
    refreshing.shown(saying('one'), message);
    await settled();
    expect(shown).toEqual([]);
  });

  it.each([
    ['a form', { form: { title: '', fields: [], submit: call } }],
    ['files', { files: [{ name: 'a', bytes: new Uint8Array() }] }],
    ['no call to ask again', { call: undefined }],
  ])('with %s stays as it was sent', async (_, more) => {
    const first = { ...saying('one'), ...more } as Answer;
    const { shown } = start({ first, answers: [saying('two')] });
    await settled();
    expect(shown).toEqual([]);
  });
});
