import type { Writable } from 'node:stream';
import type { WriteStream } from 'node:tty';

/** Standard output, or whatever stands for it: a terminal says so itself. */
export type Output = Writable & Partial<Pick<WriteStream, 'isTTY' | 'columns' | 'rows' | 'hasColors'>>;

/** Long lines are hard to read, however wide the window. */
const widest = 100;

/** The room there is and whether to colour; `hasColors` heeds NO_COLOR, FORCE_COLOR and TERM. */
export function terminalLook(output: Output): { width: number; height: number; colour: boolean } {
  const { isTTY = false, columns = 80, rows = 24 } = output;
  return {
    width: Math.min(columns || 80, widest),
    height: isTTY ? rows || 24 : Number.POSITIVE_INFINITY,
    colour: isTTY && (output.hasColors?.() ?? false),
  };
}

/** Writes and waits until it is written; false once nobody reads any more. Other errors of the stream are thrown. */
export type Write = (text: string) => Promise<boolean>;

/**
 * Writing to a stream whose reader may leave at any time, as `head` does. One write at a time. The listeners stay: the
 * stream reports a failed write once more after the write itself has failed.
 */
export function writerTo(output: Output, onGone: () => void = () => {}): Write {
  let abandon: (() => void) | undefined;
  output.on('error', onGone);
  // A stream that is destroyed may never call back for the write under way.
  output.on('close', () => abandon?.());
  return (text) =>
    new Promise((resolve, reject) => {
      abandon = () => resolve(false);
      output.write(text, (error) => {
        if (!error) resolve(true);
        else if (isReaderGone(error)) resolve(false);
        else reject(error);
      });
    });
}

const gone = new Set(['EPIPE', 'EIO', 'ECONNRESET', 'ERR_STREAM_DESTROYED', 'ERR_STREAM_WRITE_AFTER_END']);
const isReaderGone = (error: NodeJS.ErrnoException): boolean => gone.has(error.code ?? '');
