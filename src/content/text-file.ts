import { isUtf8 } from 'node:buffer';
import type { Report } from './problem.ts';

/** The text of a file, without a byte order mark and with `\n` as its only line end; nothing where it is not UTF-8. */
export function readText(bytes: Buffer, report: Report): string | undefined {
  if (!isUtf8(bytes) || bytes.includes(0)) {
    const mend = 'Save the file as UTF-8; most editors offer this under “Save as” or “Encoding”.';
    report.error(firstBrokenLine(bytes), 'The file is not UTF-8 text.', mend);
    return undefined;
  }
  return bytes
    .toString('utf8')
    .replace(/^\uFEFF/u, '')
    .replace(/\r\n?/gu, '\n');
}

function firstBrokenLine(bytes: Buffer): number {
  let line = 1;
  for (let start = 0; start < bytes.length; line++) {
    const end = bytes.indexOf('\n', start);
    const content = bytes.subarray(start, end === -1 ? bytes.length : end);
    if (!isUtf8(content) || content.includes(0)) break;
    start += content.length + 1;
  }
  return line;
}
