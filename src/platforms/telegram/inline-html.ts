import { plainText, type Span } from '../../core/document.ts';
import { asItIs, type Joints, joiner } from './entities.ts';

const tags = { strong: 'b', emphasis: 'i', strike: 's' } as const;

/** Text as HTML for both parse modes; half a surrogate pair, which Telegram refuses, becomes U+FFFD. */
export const escapeHtml = (text: string): string =>
  text
    .replace(/\p{Surrogate}/gu, '\uFFFD')
    .replace(/&/gu, '&amp;')
    .replace(/</gu, '&lt;')
    .replace(/>/gu, '&gt;')
    .replace(/"/gu, '&quot;');

/** The address as Telegram keeps it as a link: http(s), a dotted host, nobody's name in it; else undefined. */
export function linkable(url: string): string | undefined {
  if (!URL.canParse(url)) return undefined;
  const { protocol, hostname, username, password, href } = new URL(url);
  const isWeb = /^https?:$/u.test(protocol) && /^[^.]+(\.[^.]+)+$/u.test(hostname);
  return isWeb && !username && !password ? href : undefined;
}

/** Spans as inline HTML, the same for plain and rich messages; `joints` says where the text needs joiners. */
export function inlineHtml(spans: readonly Span[], joints: Joints = asItIs): string {
  const places = joints(plainText(spans));
  let offset = 0;

  /** Inside code and links Telegram recognises nothing, so their text stays clean for copying. */
  function words(text: string, isOpaque: boolean): string {
    const start = offset;
    offset += text.length;
    const cuts = isOpaque
      ? []
      : places.filter((place) => place > start && place <= offset).map((place) => place - start);
    return [0, ...cuts].map((from, i) => escapeHtml(text.slice(from, cuts[i]))).join(joiner);
  }

  function write(span: Span, isOpaque: boolean): string {
    if (span.kind === 'text') return words(span.text, isOpaque);
    if (span.kind === 'code') return wrap('code', words(span.text, true));
    if (span.kind !== 'link') return wrap(tags[span.kind], writeAll(span.spans, isOpaque));
    const url = linkable(span.url);
    if (url === undefined) return writeAll(span.spans, isOpaque);
    return wrap('a', writeAll(span.spans, true), ` href="${escapeHtml(url)}"`);
  }

  const writeAll = (all: readonly Span[], isOpaque: boolean): string =>
    all.map((span) => write(span, isOpaque)).join('');

  return writeAll(spans, false);
}

/** The content in a tag, or nothing where there is no content. */
export const wrap = (tag: string, content: string, attributes = ''): string =>
  content === '' ? '' : `<${tag}${attributes}>${content}</${tag}>`;

/** The same spans without bold, for text that is bold as a whole. */
export const withoutStrong = (spans: readonly Span[]): Span[] =>
  spans.flatMap((span): Span[] => {
    if (span.kind === 'strong') return withoutStrong(span.spans);
    return ['spans' in span ? { ...span, spans: withoutStrong(span.spans) } : span];
  });
