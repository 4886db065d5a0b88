import type { Readable } from 'node:stream';

/**
 * The lines of a stream in constant memory, without their `\n` or `\r\n`; bytes that are no UTF-8 become U+FFFD.
 * Unlike readline it breaks at nothing else, so that line numbers are those of other tools.
 * What a line holds beyond `longest` UTF-16 units is dropped.
 */
export async function* linesOf(input: Readable, longest: number): AsyncGenerator<string> {
  const decoder = new TextDecoder();
  let line = '';
  const add = (part: string) => {
    // One more unit than is kept, for the \r of a line that is exactly as long as it may be.
    if (line.length <= longest) line += part.slice(0, longest + 1 - line.length);
  };
  for await (const chunk of input) {
    const [first = '', ...others] = (typeof chunk === 'string' ? chunk : decoder.decode(chunk, { stream: true })).split(
      '\n',
    );
    add(first);
    for (const other of others) {
      yield finished(line, longest);
      line = '';
      add(other);
    }
  }
  add(decoder.decode());
  if (line !== '') yield finished(line, longest);
}

/** Without the line's end, and without half of a character where it was cut. */
const finished = (line: string, longest: number): string =>
  line
    .replace(/\r$/u, '')
    .slice(0, longest)
    .replace(/\p{Cs}$/u, '');
