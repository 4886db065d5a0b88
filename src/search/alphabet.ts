/**
 * By character: the small letter, digit or apostrophe that it is read as in a word, with ё as е and one kind of
 * apostrophe; 0 where it parts words; `beyond` for all that this alphabet does not tell of.
 */
const readAs = new Uint16Array(0x2030);
export const beyond = 0xffff;
export const apostrophe = 39;

const letters = 'abcdefghijklmnopqrstuvwxyzабвгдежзийклмнопрстуфхцчшщъыьэюяєіїґ';

readAs.fill(beyond, 0x80);
for (const parting of '\xa0«»–—“”„…') readAs[parting.charCodeAt(0)] = 0;
for (const one of `0123456789${letters}`) read(one + one.toUpperCase(), one);
read('Ёё', 'е');
read("'’‘`", "'");

function read(forms: string, as: string): void {
  for (let at = 0; at < forms.length; at++) readAs[forms.charCodeAt(at)] = as.charCodeAt(0);
}

/** What the character at this place of a text is read as; 0 behind its end. */
export function letterAt(text: string, at: number): number {
  if (at >= text.length) return 0;
  const code = text.charCodeAt(at);
  return code < readAs.length ? (readAs[code] as number) : beyond;
}

export const isDigit = (code: number): boolean => code >= 48 && code <= 57;
export const isLetter = (code: number): boolean => code >= 97 && code !== beyond;
export const isLatin = (code: number): boolean => code >= 97 && code <= 122;

/** Latin letters that look like Cyrillic ones: a keyboard slip, or a way round a chat's filter. */
const lookalikes = new Map(pairs('aceikmoptxy', 'асеікмортху'));

/** The Cyrillic letter that a Latin one looks like, or the letter itself. */
export const cyrillicFor = (code: number): number => lookalikes.get(code) ?? code;

function pairs(from: string, to: string): [number, number][] {
  return [...from].map((letter, at) => [letter.charCodeAt(0), to.charCodeAt(at)]);
}
