/** Curly, modifier and typewriter apostrophes are one letter to whoever types them. */
const apostrophes = /['’ʼ‘`´]/gu;
const word = /[\p{L}\p{N}]+(?:'\p{L}+)*/gu;
const latin = /\p{Script=Latin}/u;
const cyrillic = /\p{Script=Cyrillic}/u;

/** Latin letters that look like Cyrillic ones: a keyboard slip, or a way round a chat's filter. */
const lookalikes: Record<string, string> = {
  a: 'а',
  c: 'с',
  e: 'е',
  i: 'і',
  k: 'к',
  m: 'м',
  o: 'о',
  p: 'р',
  t: 'т',
  x: 'х',
  y: 'у',
};

/** The words of a text as they are compared: NFKC, lower case, ё as е, one kind of apostrophe, kept inside words. */
export function words(text: string): string[] {
  const folded = text.normalize('NFKC').toLowerCase().replace(/ё/gu, 'е').replace(apostrophes, "'");
  const found: string[] = folded.match(word) ?? [];
  return isMixed(folded) ? found.map(mended) : found;
}

const isMixed = (text: string): boolean => cyrillic.test(text) && latin.test(text);

function mended(one: string): string {
  if (!isMixed(one)) return one;
  return one.replace(/[a-z]/gu, (letter) => lookalikes[letter] ?? letter);
}

export const isLatin = (one: string): boolean => latin.test(one);
export const isCyrillic = (one: string): boolean => cyrillic.test(one);
