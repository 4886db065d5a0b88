/** Signs that are not seen but change what is: direction overrides, joiners outside words, controls. */
const unseen = /(?![\n\u200c\u200d])[\p{Cc}\p{Cf}\p{Co}\p{Cn}]/gu;
/** No script that people write stacks more marks on a letter. */
const markFlood = /(\p{M}{4})\p{M}+/gu;

/** What a person typed, without invisible signs, stacked marks and blank edges; lines stay lines. */
export const tidyText = (text: string): string =>
  text
    .normalize('NFC')
    .replace(/\r\n?/gu, '\n')
    .replace(unseen, '')
    .replace(markFlood, '$1')
    .replace(/\n{3,}/gu, '\n\n')
    .trim();
