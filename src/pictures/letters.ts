import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { type DrawnNode, fontSubsets } from './nodes.ts';

type Range = readonly [first: number, last: number];

/**
 * A check that throws a RangeError for a text with a sign that no font of ours has: it would be drawn as an empty box, and
 * words are better than that.
 */
export async function loadLetterCheck(): Promise<(node: DrawnNode) => void> {
  const file = fileURLToPath(import.meta.resolve('@fontsource/noto-sans/unicode.json'));
  const bySubset = JSON.parse(await readFile(file, 'utf8')) as Record<string, string>;
  const ranges = fontSubsets.flatMap((name) => (bySubset[name] ?? '').split(',').map(rangeOf));
  const has = (sign: string): boolean => {
    const code = sign.codePointAt(0) ?? 0;
    return ranges.some(([first, last]) => first <= code && code <= last);
  };
  return function check({ props: { children } }: DrawnNode): void {
    if (Array.isArray(children)) for (const child of children) check(child);
    if (typeof children !== 'string') return;
    const missing = [...children].find((sign) => !has(sign));
    if (missing !== undefined) throw new RangeError(`No font of the pictures has the sign “${missing}”.`);
  };
}

/** `U+0000-00FF` or `U+0131`. */
function rangeOf(written: string): Range {
  const [first = '', last = first] = written.trim().replace('U+', '').split('-');
  return [Number.parseInt(first, 16), Number.parseInt(last, 16)];
}
