import { stripVTControlCharacters } from 'node:util';

const breaks = /[\t\n\v\f\r\u0085\u2028\u2029]+/gu;
/** What steers a terminal: all control characters, and the marks that turn the direction of writing around. */
const steering = /[\p{Cc}\u202A-\u202E\u2066-\u2069]/gu;
const loneSurrogates = /\p{Cs}/gu;

/** Text as one line that can only be read: it cannot move the cursor, change colours or reorder what stands around it. */
export function printable(text: string): string {
  return stripVTControlCharacters(text).replace(breaks, ' ').replace(steering, '').replace(loneSurrogates, '\uFFFD');
}
