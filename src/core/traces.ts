import { fold } from './fold.ts';

/** In characters: what is kept of a question at most. */
export const longestKept = 300;

/** Joiners, direction marks, controls: what hides one text inside another. */
const unseen = /[\p{Cf}\p{Cc}\p{Co}\p{Cn}]+/gu;
const markFlood = /(\p{M}{2})\p{M}+/gu;
const chatMarkup = /<(?:[@#:/]|a:|t:|id:)[^>\s]*>?/gu;
const places = String.raw`вул|вулиц\p{L}*|ул|улиц\p{L}*|просп|проспект\p{L}*|пр-т|пров|провул\p{L}*|пер|переул\p{L}*|бульв\p{L}*|шосе|шоссе|наб|пл|street|avenue|road|boulevard|lane|square`;
/** “вул. Хрещатик, буд. 22, кв. 5” */
const addressBefore = new RegExp(
  String.raw`(?<![\p{L}\p{N}])(?:${places})\.?\s+(?:[\p{L}'’-]+\.?\s+){0,3}[\p{L}'’-]+,?\s*(?:(?:буд|будинок|дом|д|№|no)\.?\s*)?\d+\p{L}?(?![\p{L}\p{N}])(?:[\s,/]*(?:корп|кв|apt|flat)\.?\s*\d+)?`,
  'giu',
);
/** “12 Baker Street” */
const addressAfter =
  /(?<![\p{L}\p{N}])\d+\p{L}?,?\s+(?:[\p{L}'’-]+\s+){1,3}(?:street|st|avenue|ave|road|rd|boulevard|blvd|lane|ln|square|sq)(?![\p{L}\p{N}])\.?/giu;
/** Digits with what stands between the groups of a telephone, card or account number. */
const digitGroups = /\p{L}{0,3}\+?\(?\p{N}(?:[\s().\-–—/]{0,3}\p{N}){3,}\p{L}{0,3}/gu;
const domain = /^[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)*\.(?:[a-z]{2,}|рф|укр)(?:[/:?#]\S*)?$/iu;
const punctuation = /^[\p{P}\p{S}]+|[\p{P}\p{S}]+$/gu;

/**
 * A question without what points to a person: mentions, links, addresses, telephone and other long numbers. Years
 * from 1900 to 2100 stay. Empty for what then has fewer than two words.
 */
export function withoutTraces(text: string): string {
  let left = tidy(text.slice(0, 4 * longestKept));
  // What stood apart may form an address once something between is gone.
  for (let before = ''; before !== left; ) {
    before = left;
    left = tidy(stripped(left));
  }
  return fold(left).split(' ').filter(Boolean).length < 2 ? '' : left;
}

const tidy = (text: string): string =>
  [...text.normalize('NFKC').replace(/\s+/gu, ' ').replace(unseen, '').replace(markFlood, '$1').trim()]
    .slice(0, longestKept)
    .join('')
    .trim();

function stripped(text: string): string {
  return text
    .replace(chatMarkup, ' ')
    .replace(addressBefore, ' ')
    .replace(addressAfter, ' ')
    .replace(digitGroups, (found) => (isYears(found) ? found : ' '))
    .split(/\s+/u)
    .filter((word) => !isTrace(word))
    .join(' ');
}

/** Years only, as in “1991–2014”. */
const isYears = (digits: string): boolean => (digits.match(/\p{N}+/gu) ?? []).every(isYear);

const isYear = (digits: string): boolean => /^\d{4}$/u.test(digits) && Number(digits) >= 1900 && Number(digits) <= 2100;

function isTrace(word: string): boolean {
  if (word.includes('@') || word.includes('://') || /^www\./iu.test(word)) return true;
  if (domain.test(word.replace(punctuation, ''))) return true;
  return (word.match(/\p{N}{4,}/gu) ?? []).some((run) => !isYear(run));
}
