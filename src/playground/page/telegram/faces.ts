/** How many colours avatars and names come in; the theme has as many. */
const faceCount = 7;

/** The colour of a person or chat, always the same one. */
export const faceOf = (id: number): number => Math.abs(id) % faceCount;

/** One or two first letters, as Telegram shows instead of a photo. */
export function initialsOf(name: string): string {
  const words = name.match(/[\p{L}\p{N}][^\s]*/gu) ?? [];
  const letters = [words[0], words.length > 1 ? words.at(-1) : undefined].map((word) => (word ? [...word][0] : ''));
  return letters.join('').toUpperCase();
}
