/** Latin spellings of Cyrillic letters, longest first; what the languages share. */
const shared: [string, string][] = [
  ['tsya', 'ться'],
  ['shch', 'щ'],
  ['sch', 'щ'],
  ['zh', 'ж'],
  ['kh', 'х'],
  ['ts', 'ц'],
  ['ch', 'ч'],
  ['sh', 'ш'],
  ['yu', 'ю'],
  ['ju', 'ю'],
  ['iu', 'ю'],
  ['ya', 'я'],
  ['ja', 'я'],
  ['ia', 'я'],
  ...pairs('abvdzklmnoprstufcjxw', 'абвдзклмнопрстуфцйхв'),
  ["'", 'ь'],
];

const russian = new Map<string, string>([
  ['yo', 'е'],
  ['ye', 'е'],
  ['iy', 'ий'],
  ['yy', 'ый'],
  ...shared,
  ...pairs('gheiy', 'гхеиы'),
]);

const ukrainian = new Map<string, string>([
  ['zgh', 'зг'],
  ['ye', 'є'],
  ['je', 'є'],
  ['ie', 'є'],
  ['yi', 'ї'],
  ['ji', 'ї'],
  ...shared,
  ...pairs('gheiy', 'ггеіи'),
]);

const vowels = /[aeiouy]/u;
const longest = 4;

/** A Russian or Ukrainian text typed in Latin letters, as it would be spelt in each. */
export function inCyrillic(text: string): string[] {
  const lower = text.toLowerCase();
  return /[a-z]/u.test(lower) ? [spelt(lower, russian), spelt(lower, ukrainian)] : [];
}

function spelt(text: string, letters: Map<string, string>): string {
  let result = '';
  for (let at = 0; at < text.length; ) {
    let length = longest;
    while (length > 1 && !letters.has(text.slice(at, at + length))) length--;
    const piece = text.slice(at, at + length);
    // After a vowel y closes the syllable: «мой», «який».
    const closing = piece === 'y' && vowels.test(text[at - 1] ?? '');
    result += closing ? 'й' : (letters.get(piece) ?? piece);
    at += length;
  }
  return result;
}

function pairs(from: string, to: string): [string, string][] {
  return [...from].map((letter, at) => [letter, to[at] as string]);
}
