import { styleText } from 'node:util';
import stringWidth from 'string-width';
import wrapAnsi from 'wrap-ansi';
import { plainText, type Span } from '../../core/document.ts';
import { printable } from './printable.ts';

type Style = Extract<Parameters<typeof styleText>[0], unknown[]>[number];

/** Colours text, or leaves it alone where colours are off. */
export type Paint = (styles: Style[], text: string) => string;

export const painter =
  (colour: boolean): Paint =>
  (styles, text) =>
    colour && styles.length > 0 && text !== '' ? styleText(styles, text, { validateStream: false }) : text;

/** Spans as ANSI text. Each run carries all of its styles, since the end of bold is also the end of dim. */
export function inline(spans: readonly Span[], paint: Paint, styles: Style[] = []): string {
  return spans.map((span) => run(span, paint, styles)).join('');
}

function run(span: Span, paint: Paint, styles: Style[]): string {
  switch (span.kind) {
    case 'text':
      return paint(styles, printable(span.text));
    case 'code':
      return paint([...styles, 'cyan'], printable(span.text));
    case 'strong':
      return inline(span.spans, paint, [...styles, 'bold']);
    case 'emphasis':
      return inline(span.spans, paint, [...styles, 'italic']);
    case 'strike':
      return `~~${inline(span.spans, paint, [...styles, 'strikethrough'])}~~`;
    case 'link': {
      const label = inline(span.spans, paint, [...styles, 'underline']);
      return plainText(span.spans) === span.url ? label : `${label} ${paint([...styles, 'dim'], address(span.url))}`;
    }
  }
}

/** A link as it is written out, since not every terminal can open one behind a word. */
export const address = (url: string): string => `<${printable(url)}>`;

/** The lines of ANSI text, none wider than `width` columns; a word longer than that is cut. */
export const wrap = (text: string, width: number): string[] => wrapAnsi(text, width, { hard: true }).split('\n');

/** Wrapped lines behind a marker, the second and later ones under the first one's text. */
export function hanging(marker: string, text: string, width: number): string[] {
  const indent = stringWidth(marker);
  return wrap(text, width - indent).map((line, i) => (i === 0 ? marker : ' '.repeat(indent)) + line);
}
