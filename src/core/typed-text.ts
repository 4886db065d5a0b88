import { tidyText } from './tidy-text.ts';

/** In UTF-16 units: what is read of one typed value at most; more than any field takes, less than can be a burden. */
const mostRead = 6000;
/** A joiner that holds no emoji together, and the non-joiner, which no language of ours has. */
const looseJoiner =
  /\u200c|(?<!\p{Extended_Pictographic}[\ufe0f\u{1f3fb}-\u{1f3ff}]?)\u200d|\u200d(?!\p{Extended_Pictographic})/gu;
const fourMarks = /\p{M}{4}/u;

/** A value as it is kept, whatever was sent: not endless, and without what no database takes. */
export const keptValue = (value: unknown): string =>
  typeof value === 'string' ? value.slice(0, mostRead).replace(/\0|\p{Cs}/gu, '') : '';

/** Several lines as typed, without what can't be seen. */
export const typedText = (value: string): string =>
  tidyText(keptValue(value).replace(/[\t\u00a0]/gu, ' ')).replace(looseJoiner, '');

export const typedLine = (value: string): string => typedText(value).replace(/\s+/gu, ' ');

/** Each line that says something. */
export const typedLines = (value: string): string[] =>
  typedText(value)
    .split('\n')
    .map((line) => line.replace(/\s+/gu, ' ').trim())
    .filter(Boolean);

/** Whether marks are stacked on a letter as no language does. */
export const hasStackedMarks = (text: string): boolean => fourMarks.test(text);

/** In characters, as people count. */
export const lengthOf = (text: string): number => [...text].length;
