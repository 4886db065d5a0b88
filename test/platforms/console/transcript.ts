import { PassThrough, Readable } from 'node:stream';
import { stripVTControlCharacters } from 'node:util';
import type { Catalogue } from '../../../src/core/catalogue.ts';
import { type ConsoleParts, createConsole } from '../../../src/platforms/console/session.ts';
import { testReception } from '../../builders/callers.ts';
import { testDispatcher, texts } from '../../builders/dispatcher.ts';

const { dispatcher } = testDispatcher();
/** What serves another catalogue than the small one. */
export const serving = (catalogue: Catalogue): Pick<ConsoleParts, 'dispatcher' | 'reception'> => ({
  dispatcher: testDispatcher({ catalogue }).dispatcher,
  reception: testReception({ catalogue }),
});

const settings = {
  dispatcher,
  reception: testReception(),
  texts,
  language: 'en',
  connecting: [],
} satisfies Partial<ConsoleParts>;

/** Everything that is written to a stream, as text. */
export async function textOf(output: AsyncIterable<Buffer>): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of output) chunks.push(chunk);
  return Buffer.concat(chunks).toString();
}

/** What comes out when the lines are piped in. */
export async function piped(lines: string | Uint8Array, parts: Partial<ConsoleParts> = {}): Promise<string> {
  const output = new PassThrough();
  const written = textOf(output);
  await createConsole({ ...settings, input: Readable.from([Buffer.from(lines)]), output, ...parts }).run();
  output.end();
  return written;
}

export const keys = { tab: '\t', enter: '\r', up: '\x1b[A', ctrlC: '\x03', ctrlD: '\x04' } as const;

/** A person at a terminal, 80 by `rows`. */
export function terminal(parts: Partial<ConsoleParts> & { rows?: number; colour?: boolean } = {}) {
  const { rows = 200, colour = false, ...others } = parts;
  const input = Object.assign(new PassThrough(), { isTTY: true });
  const output = Object.assign(new PassThrough(), { isTTY: true, columns: 80, rows, hasColors: () => colour });
  let raw = '';
  output.on('data', (chunk) => {
    raw += chunk;
  });
  const session = createConsole({ ...settings, input, output, ...others });
  let over = false;
  const done = session.run().finally(() => {
    over = true;
  });

  /** Waits until nothing more is written. */
  async function quiet(): Promise<void> {
    for (let before = -1, still = 0; still < 3; still = before === raw.length ? still + 1 : 0) {
      before = raw.length;
      await new Promise((wake) => setTimeout(wake, 10));
    }
  }

  /** Presses keys and returns what appears, without the cursor's movements. */
  async function press(typed: string): Promise<string> {
    await quiet();
    const start = raw.length;
    input.write(typed);
    await quiet();
    return stripVTControlCharacters(raw.slice(start)).replaceAll('\r', '');
  }

  return {
    session,
    input,
    output,
    done,
    press,
    /** Types a line and returns the answer, without the line and the prompt. */
    async say(line: string): Promise<string> {
      const seen = await press(`${line}${keys.enter}`);
      return seen.slice(seen.indexOf('\n')).replace(/› $/u, '').trim();
    },
    async seen(): Promise<string> {
      await quiet();
      return raw;
    },
    isOver: () => over,
  };
}
