/** In characters: the longest id. */
export const longestId = 40;

const cyrillic = new Map([
  ...Object.entries({ ж: 'zh', х: 'kh', ц: 'ts', ч: 'ch', ш: 'sh', щ: 'shch', ю: 'yu', я: 'ya', є: 'ye', ї: 'yi' }),
  ...[...'аaбbвvгgґgдdеeёeзzиiіiйyкkлlмmнnоoпpрrсsтtуuфfыyэeъ ь '.matchAll(/(.)(.)/gu)].map(
    ([, from, to]) => [from as string, (to as string).trim()] as const,
  ),
]);

/** Letters that Ukrainian writes otherwise than Russian. */
const ukrainian = new Map([
  ['г', 'h'],
  ['и', 'y'],
]);

/** A text as an id: small Latin letters, digits and single hyphens, cut between words; `entry` where nothing is left. */
export function slugOf(text: string, longest: number = longestId): string {
  const lower = text.normalize('NFC').toLowerCase();
  const own = /[іїєґ]/u.test(lower) ? ukrainian : undefined;
  const words = [...lower]
    .map((letter) => own?.get(letter) ?? cyrillic.get(letter) ?? letter)
    .join('')
    .normalize('NFKD')
    .replace(/[\p{M}'’ʼ]/gu, '')
    .split(/[^a-z0-9]+/u)
    .filter(Boolean);
  let slug = '';
  for (const word of words) {
    const longer = slug === '' ? word.slice(0, longest) : `${slug}-${word}`;
    if (longer.length > longest) break;
    slug = longer;
  }
  return slug || 'entry';
}

/** The slug, or the first of `slug-2`, `slug-3`… that is free. */
export function freeId(slug: string, isTaken: (id: string) => boolean): string {
  let id = slug;
  for (let number = 2; isTaken(id); number++) {
    const ending = `-${number}`;
    id = `${slug.slice(0, longestId - ending.length).replace(/-$/u, '')}${ending}`;
  }
  return id;
}
