/** The named entities of the HTML parse mode (core.telegram.org/bots/api#html-style); any other name stays text. */
export const basicNames: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"' };

/** The named entities of rich HTML (core.telegram.org/bots/api#rich-html-style). */
export const richNames: Readonly<Record<string, string>> = {
  ...basicNames,
  apos: "'",
  nbsp: '\u00a0',
  hellip: '…',
  mdash: '—',
  ndash: '–',
  lsquo: '‘',
  rsquo: '’',
  ldquo: '“',
  rdquo: '”',
};

const pattern = /&(?:#[xX]([0-9a-fA-F]{1,6})|#([0-9]{1,7})|([A-Za-z]+));?/y;

/** Decodes the entity at `position`: its character and the position after it, or undefined where Telegram leaves the text alone. */
export function decodeEntity(text: string, position: number, names: Readonly<Record<string, string>>) {
  pattern.lastIndex = position;
  const match = pattern.exec(text);
  if (!match) return undefined;
  const [whole, hex, decimal, name] = match;
  const end = position + whole.length;
  if (name !== undefined) {
    return Object.hasOwn(names, name) ? { character: names[name] as string, end } : undefined;
  }
  const code = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16);
  return code === 0 || code >= 0x10ffff ? undefined : { character: String.fromCodePoint(code), end };
}

/** Decodes every entity in `text`. */
export function decodeEntities(text: string, names: Readonly<Record<string, string>>): string {
  let decoded = '';
  for (let at = 0; at < text.length; ) {
    const entity = text[at] === '&' ? decodeEntity(text, at, names) : undefined;
    decoded += entity?.character ?? text[at];
    at = entity?.end ?? at + 1;
  }
  return decoded;
}

/** The offset in UTF-8 bytes of a position in UTF-16 units, as Telegram counts in its messages. */
export function byteOffset(text: string, position: number): number {
  return Buffer.byteLength(text.slice(0, position));
}
