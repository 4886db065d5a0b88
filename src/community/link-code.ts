import { createHash, randomInt } from 'node:crypto';

/** Without signs that are taken for one another: 0 and O, 1, I and L. */
const alphabet = 'ABCDEFGHJKMNPQRSTUVWXYZ23456789';
const length = 10;

/** Ten signs out of 31, five and five: 8 × 10¹⁴ codes, of which one works for ten minutes. */
export function newLinkCode(): string {
  const signs = Array.from({ length }, () => alphabet[randomInt(alphabet.length)]).join('');
  return `${signs.slice(0, 5)}-${signs.slice(5)}`;
}

/** What is kept of a code, however it was typed; undefined for what can't be one. */
export function hashOfLinkCode(typed: string): string | undefined {
  const signs = typed
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[\s\-–—]/gu, '');
  const isCode = signs.length === length && [...signs].every((sign) => alphabet.includes(sign));
  return isCode ? createHash('sha256').update(signs).digest('hex') : undefined;
}
