import { PassThrough, Readable } from 'node:stream';
import { describe, expect, it } from 'vitest';
import { type AskRequest, ask } from '../../../src/platforms/console/ask.ts';
import { linesOf } from '../../../src/platforms/console/lines.ts';
import { testReception } from '../../builders/callers.ts';
import { testDispatcher } from '../../builders/dispatcher.ts';
import { smallCatalogue } from '../../builders/knowledge.ts';
import { textOf } from './transcript.ts';

const small = smallCatalogue();
const { dispatcher } = testDispatcher({ catalogue: small });
const reception = testReception({ catalogue: small });
const fromInput = { question: { from: 'input' }, language: 'en', json: true } as const;

/** What is printed for a request, in English and in words unless it says otherwise. */
async function asked(request: Partial<AskRequest>, input: Iterable<Buffer> = []): Promise<string> {
  const output = new PassThrough();
  const written = textOf(output);
  const parts = { catalogue: () => small, dispatcher, reception, input: Readable.from(input), output };
  await ask({ question: '', language: 'en', json: false, ...request }, parts);
  output.end();
  return written;
}

describe('one question', () => {
  it('is answered in words', async () => {
    const answer = await asked({ question: 'NATO accession' });
    expect(answer).toMatch(/^Can Ukraine join NATO during the war\?\nHardly\./u);
    expect(answer).toContain('<https://example.org/remarks>');
    expect(answer).not.toContain('[1]');
  });

  it('is answered in the language asked for', async () => {
    expect(await asked({ question: 'NATO accession', language: 'uk' })).toContain('Навряд чи.');
  });

  it('is answered in one line of JSON', async () => {
    expect(await asked({ question: 'would ukraine swap land', json: true })).toBe(
      '{"query":"would ukraine swap land","lang":"en","answer":{"id":"land-for-peace","score":0.75},' +
        '"alternatives":[{"id":"nato-membership","score":0.25}]}\n',
    );
  });

  it('that is an entry’s name has that entry for its answer, and the others found beside it', async () => {
    const { answer, alternatives } = JSON.parse(await asked({ question: 'вступ до нато', language: 'ru', json: true }));
    expect(answer).toEqual({ id: 'nato-membership', score: 1 });
    expect(alternatives.map((hit: { id: string }) => hit.id)).not.toContain('nato-membership');
  });

  it('without an answer says so', async () => {
    expect(await asked({ question: 'weather in Paris' })).toContain('There is no answer to that here yet.');
    expect(JSON.parse(await asked({ question: 'weather in Paris', json: true }))).toMatchObject({
      answer: null,
      alternatives: [],
    });
  });
});

describe('questions on standard input', () => {
  it('have a line each, blank ones too, in order', async () => {
    const lines = (await asked(fromInput, [Buffer.from('NATO accession\n\n  \r\nweather\nland for peace')])).split(
      '\n',
    );
    expect(lines.pop()).toBe('');
    expect(lines.map((line) => JSON.parse(line)).map(({ query, answer }) => [query, answer?.id])).toEqual([
      ['NATO accession', 'nato-membership'],
      ['', undefined],
      ['  ', undefined],
      ['weather', undefined],
      ['land for peace', 'land-for-peace'],
    ]);
  });

  it('may hold any bytes and separators: only \\n ends a line', async () => {
    const bytes = Buffer.concat([Buffer.from('a\0b\u2028c\rd\v\n'), Buffer.from([0xff, 0xc3, 0x0a, 0x80])]);
    const lines = (await asked(fromInput, [bytes])).trimEnd().split('\n');
    expect(lines.map((line) => JSON.parse(line).query)).toEqual(['a\0b\u2028c\rd\v', '\ufffd\ufffd', '\ufffd']);
  });

  it('are read no faster than the answers are', async () => {
    let given = 0;
    const output = new PassThrough();
    const input = Readable.from(
      (function* () {
        while (given++ < 100_000) yield Buffer.from('NATO accession\n');
      })(),
      { highWaterMark: 1 },
    );
    const running = ask(fromInput, { catalogue: () => small, dispatcher, reception, input, output });
    await new Promise((wake) => setTimeout(wake, 100));
    expect(given).toBeLessThan(1000);
    output.destroy();
    await running;
  });
});

describe('lines', () => {
  async function collect(chunks: Buffer[], longest = 5): Promise<string[]> {
    const found: string[] = [];
    for await (const line of linesOf(Readable.from(chunks), longest)) found.push(line);
    return found;
  }

  it('are cut where they are too long, whatever the pieces they come in', async () => {
    const bytes = Buffer.from('12345\r\n123456\n\nпривіт\n1234😀\nend\n');
    const whole = ['12345', '12345', '', 'приві', '1234', 'end'];
    expect(await collect([bytes])).toEqual(whole);
    expect(await collect([...bytes].map((byte) => Buffer.from([byte])))).toEqual(whole);
  });

  it('without end keep no more than one line in memory', async () => {
    const endless = Array.from({ length: 5000 }, () => Buffer.alloc(65_536, 'x'));
    const before = process.memoryUsage().heapUsed;
    expect(await collect([...endless, Buffer.from('\nend')])).toEqual(['xxxxx', 'end']);
    expect(process.memoryUsage().heapUsed - before).toBeLessThan(100_000_000);
  });
});
