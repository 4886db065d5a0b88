import { PassThrough, Readable } from 'node:stream';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { createConsole } from '../../../src/platforms/console/session.ts';
import { testReception } from '../../builders/callers.ts';
import { testDispatcher, texts } from '../../builders/dispatcher.ts';
import { longCatalogue, smallCatalogue, smallKnowledge } from '../../builders/knowledge.ts';
import { keys, piped, serving, terminal } from './transcript.ts';

const { dispatcher } = testDispatcher();
const reception = testReception();

describe('a person at a terminal', () => {
  it('is told what Parley is, what to type and how to connect it', async () => {
    const { seen } = terminal({ connecting: ['Discord takes DISCORD_TOKEN.', 'Telegram takes TELEGRAM_TOKEN.'] });
    const screen = await seen();
    expect(screen).toContain('Parley answers questions');
    expect(screen).toContain('Type a question');
    expect(screen).toContain('Discord takes DISCORD_TOKEN.\nTelegram takes TELEGRAM_TOKEN.');
    expect(screen).toMatch(/› /u);
  });

  it('asks in plain words, with /faq, or with any command', async () => {
    const { say } = terminal();
    const answer = await say('can ukraine join nato during the war');
    expect(answer).toContain('Hardly. The allies have not agreed on it.');
    expect(await say('/faq NATO accession')).toBe(answer);
    expect(await say('/FAQ nato-membership')).toBe(answer);
    expect(await say('/position us territory')).toContain('no sourced position of United States on Territory');
    expect(await say('/weather')).toBe('There is no command /weather. /help lists all of them.');
    expect(await say('/')).toContain('How to use Parley');
  });

  it('presses buttons by number, menu items first, then the buttons below', async () => {
    const { say } = terminal();
    expect(await say('/position russia')).toMatch(/ {1}\[1\] NATO\n \[2\] Territory/u);
    expect(await say('2')).toContain('Russia: Territory\nClaims four annexed regions');
    expect(await say('/topics nato')).toMatch(/ \[1\] Can Ukraine join.*\[2\] Compare: NATO {3}\[3\] Plans on NATO/su);
    expect(await say('3')).toContain('Ten-point plan — says nothing on this in our source');
  });

  it('asks a number that is no button as a question', async () => {
    const { say } = terminal();
    expect(await say('2077')).toContain('There is no answer to that here yet.');
    expect(await say('7')).toContain('There is no answer to that here yet.');
  });

  it('turns pages with n and p and with their numbers', async () => {
    const catalogue = longCatalogue();
    const { say } = terminal({ ...serving(catalogue), rows: 24 });
    const first = await say('NATO accession');
    expect(first).toMatch(/Page 1 of \d+ {3}\[8\] Next › \(n\)$/u);
    const second = await say('n');
    expect(second).toMatch(/Page 2 of \d+ {3}\[8\] ‹ Back \(p\) {3}\[9\] Next › \(n\)$/u);
    expect(await say('8')).toBe(first);
    expect(await say('p')).toBe('There are no more pages that way.');
    expect(await say('8')).toBe(second);
    expect(await say('p')).toBe(first);
  });

  it('sees an answer of common length whole, with its sources, even in a small window', async () => {
    expect(await terminal({ rows: 10 }).say('NATO accession')).toMatch(
      /Hardly\..*Sources:.*\[4\] United States: NATO {3}\[5\] 👍 {3}\[6\] 👎 {3}\[7\] ⚑ Report$/su,
    );
  });

  it('is asked what is missing, and answers with a number', async () => {
    const { say } = terminal();
    expect(await say('/compare')).toMatch(/Please choose.*\[1\] NATO\n \[2\] Territory/su);
    expect(await say('2')).toContain('Compare: Territory');
  });

  it('completes commands, choices and questions with Tab', async () => {
    const { press } = terminal();
    const typed = async (keysPressed: string) => {
      const seen = await press(keysPressed + keys.tab);
      await press('\x05\x15');
      return seen.trimEnd().split('› ').at(-1);
    };
    expect(await typed('/comp')).toContain('/compare');
    expect(await typed('/position united')).toBe('/position United States');
    expect(await typed('/position russia nat')).toBe('/position russia NATO');
    expect(await typed('/compare nato ukr')).toBe('/compare nato Ukraine');
    expect(await typed('land for')).toBe('Would Ukraine give up land for peace?');
    expect(await typed('/sources 1991')).toBe('/sources What are the borders of 1991?');
  });

  it('keeps what was typed where Tab finds nothing', async () => {
    const { press, say } = terminal();
    await press('weather');
    await press(keys.tab);
    await press(keys.tab);
    expect(await say('')).toContain('There is no answer to that here yet.');
  });

  it('finds earlier lines with the arrow keys', async () => {
    const { say, press } = terminal();
    await say('/about');
    expect(await press(keys.up)).toContain('/about');
  });

  it.each(['/quit', '/exit'])('leaves with %s', async (line) => {
    const { press, done } = terminal();
    await press(line + keys.enter);
    await done;
  });

  it('leaves with Ctrl-D', async () => {
    const { press, done } = terminal();
    await press(keys.ctrlD);
    await done;
  });

  it('is told how to leave at the first Ctrl-C, and leaves at the second', async () => {
    const { press, say, done, isOver } = terminal();
    expect(await press(`half a question${keys.ctrlC}`)).toMatch(/Press Ctrl-C once more to leave\.\n› $/u);
    expect(await say('/help')).toContain('How to use Parley');
    expect(await press(keys.ctrlC)).toContain('Press Ctrl-C once more to leave.');
    expect(isOver()).toBe(false);
    await press(keys.ctrlC);
    await done;
  });

  it('sees colours only where the terminal has them', async () => {
    const { press: _, ...coloured } = terminal({ colour: true });
    expect(await coloured.seen()).toContain('\x1b[1m');
    expect(await terminal().seen()).not.toContain('\x1b[1m');
  });

  it('may close the window: the session ends quietly', async () => {
    const { output, press, done } = terminal();
    await press('');
    output.destroy(Object.assign(new Error('write EIO'), { code: 'EIO' }));
    await done;
  });

  it('is let go when Parley stops', async () => {
    const { session, done, press } = terminal();
    await press('/fa');
    session.stop();
    await done;
  });
});

describe('lines from a pipe', () => {
  it('are answered in turn, without greeting, prompt or colour', async () => {
    const seen = await piped('/about\nNATO accession\n\n/position russia\n1');
    expect(seen).toMatch(/^About Parley.*Hardly\..*Where Russia stands.*Russia: NATO/su);
    expect(seen).not.toMatch(/›|[^\P{Cc}\n]/u);
  });

  it('end with /quit', async () => {
    expect(await piped('/quit\n/about\n')).toBe('');
  });

  it('may be very long, empty, or hold anything at all', async () => {
    const seen = await piped(
      Buffer.concat([
        Buffer.from(`${'word '.repeat(400_000)}\n\n   \n\0\0\x1b[2J\x07\n`),
        Buffer.from([0xff, 0xfe, 0xc3, 0x28, 0x0a]),
        Buffer.from('/about\r\n'),
      ]),
    );
    expect(seen).toContain('That is too long. 300 characters at most, please.');
    expect(seen).toContain('About Parley');
    expect(seen).not.toContain('\x1b');
  });

  it('may come a byte at a time', async () => {
    const bytes = [...Buffer.from('вступ до НАТО\n')].map((byte) => Buffer.from([byte]));
    expect(await piped('', { input: Readable.from(bytes) })).toContain('Hardly.');
  });

  it('are not read further when nobody reads the answers', async () => {
    let given = 0;
    const input = Readable.from(
      (function* () {
        for (; given < 100_000; given++) yield Buffer.from('/about\n');
      })(),
    );
    const output = new PassThrough();
    const running = createConsole({
      dispatcher,
      reception,
      texts,
      input,
      output,
      language: 'en',
      connecting: [],
    }).run();
    await nextTurn();
    output.destroy(Object.assign(new Error('write EPIPE'), { code: 'EPIPE' }));
    await running;
    expect(given).toBeLessThan(1000);
  });

  it('end with the error if the answers cannot be written', async () => {
    const output = new PassThrough();
    output.destroy(Object.assign(new Error('no space left'), { code: 'ENOSPC' }));
    output.write = ((_: string, done: (error: Error) => void) => done(new Error('no space left'))) as never;
    const input = Readable.from([Buffer.from('/about\n')]);
    const running = createConsole({
      dispatcher,
      reception,
      texts,
      input,
      output,
      language: 'en',
      connecting: [],
    }).run();
    await expect(running).rejects.toThrow('no space left');
  });

  it('are no longer awaited when Parley stops', async () => {
    const session = createConsole({
      dispatcher,
      reception,
      texts,
      input: new PassThrough(),
      output: new PassThrough(),
      language: 'en',
      connecting: [],
    });
    const running = session.run();
    await nextTurn();
    session.stop();
    await running;
  });

  it('cannot be answered with anything that steers the terminal', async () => {
    const records = smallKnowledge();
    const entry = records.entries[0];
    if (!entry?.text.en) throw new Error('There is an entry.');
    entry.text.en.question = 'Evil\x1b]0;title\x07 \x9b2J\r\n‮question';
    const evil = smallCatalogue(records);
    const seen = await piped('/faq nato-membership\n/faq\n', serving(evil));
    expect(seen).toContain('Evil');
    expect(seen).not.toMatch(/[^\P{Cc}\n]|\u202e/u);
  });
});
