import type { TextEntity } from './text-html.ts';

const word = '\\p{L}\\p{N}_';
const notAfterWord = `(?<![${word}])`;
const hostEnd = 'com|org|net|info|gov|edu|int|mil|io|me|co|eu|un|uk|us|ru|ua|by|de|fr|pl|tr|cn|ch|tv|dev|app|example';

/** What Telegram's servers recognise in plain text, first match wins (core.telegram.org/bots/api#messageentity). */
const detectors: readonly [type: string, pattern: RegExp][] = [
  ['url', new RegExp(`${notAfterWord}(?:https?|ftp)://[^\\s<>"]+|${notAfterWord}tg://[^\\s<>"]+`, 'giu')],
  ['email', new RegExp(`${notAfterWord}[\\w.+-]+@(?:[a-z0-9-]+\\.)+[a-z]{2,24}(?![${word}])`, 'giu')],
  ['url', new RegExp(`(?<![${word}@.])(?:[${word}-]+\\.)+(?:${hostEnd})(?![${word}])(?:[/?#][^\\s<>"]*)?`, 'giu')],
  ['bot_command', new RegExp(`(?<![${word}/<>])/\\w{1,64}(?:@\\w{3,32})?(?![${word}/<>])`, 'gu')],
  ['mention', new RegExp(`${notAfterWord}@[A-Za-z0-9_]{2,32}(?![${word}])`, 'gu')],
  ['hashtag', new RegExp(`${notAfterWord}#(?![0-9]+(?![${word}]))[${word}\u00b7\u200c]{1,256}`, 'gu')],
  ['cashtag', new RegExp(`${notAfterWord}\\$[A-Z]{1,8}(?![${word}])`, 'gu')],
];

const opaque = new Set(['code', 'pre', 'text_link', 'text_mention', 'custom_emoji']);

/** Finds links, mentions, commands, hashtags, cashtags and e-mail addresses outside code and links; offsets in UTF-16 units. */
export function detectEntities(text: string, given: readonly TextEntity[] = []): TextEntity[] {
  const taken = given.filter((entity) => opaque.has(entity.type)).map(({ offset, length }) => ({ offset, length }));
  const found: TextEntity[] = [];
  for (const [type, pattern] of detectors) {
    for (const match of text.matchAll(pattern)) {
      const offset = match.index;
      const length = type === 'url' ? match[0].replace(/[.,:;!?'")\]}»”…]+$/u, '').length : match[0].length;
      if (taken.some((other) => offset < other.offset + other.length && other.offset < offset + length)) continue;
      taken.push({ offset, length });
      found.push({ type, offset, length });
    }
  }
  return found.sort((a, b) => a.offset - b.offset);
}
