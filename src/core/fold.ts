const apostrophes = /['’ʼ‘`´]/gu;

/**
 * Two names that a reader takes for the same are equal after folding: compatibility forms, case, accents,
 * ё and е, kinds of apostrophes, and whatever stands between words. Й and ї stay themselves.
 */
export function fold(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/ё/gu, 'е')
    .replace(apostrophes, '')
    .normalize('NFD')
    .replace(/(?<=\p{Script=Latin}\p{M}*)\p{M}+/gu, '')
    .normalize('NFC')
    .replace(/[^\p{L}\p{N}\p{M}]+/gu, ' ')
    .trim();
}
