import { fold } from './fold.ts';

/** Small letters of which the small or the capital form looks like the Latin letter they stand under. */
const cyrillic = 'аaвbсcԁdеeһhіiјjкkмmнhоoрpԛqѕsтtуyѵvԝwхx';
const greek = 'αaβbεeζzηhιiκkμmνnοoρpτtυyχx';
const latin = 'ıiɑaɡg';

const alike = new Map([...(cyrillic + greek + latin).matchAll(/(.)(.)/gu)].map(([, from, to]) => [from, to]));

/** Two names that look the same in print are equal after this, also where one has letters of another alphabet. */
export function foldLookAlikes(name: string): string {
  return [...fold(name)].map((letter) => alike.get(letter) ?? letter).join('');
}
