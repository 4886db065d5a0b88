/** Updates can be told apart by a word in their titles: the third revision of the twelfth is `t12r3`. */
export const titleOf = (update: number, revision: number): string => `Talks t${update}r${revision}`;

/** What a message, or the request that sent it, is about. */
export interface Sighting {
  update: number;
  revision: number;
  isRetracted: boolean;
  /** Whether it was sent because an earlier copy can't be changed. */
  isFollowUp: boolean;
}

/** How the interface's texts say it, in English. */
const followUp = /This (corrects|is about) an earlier message here/u;
const retracted = /Retracted/u;

/** Undefined for a text that is about no update. */
export function sightingIn(text: string): Sighting | undefined {
  const [, update, revision] = /\bt(\d+)r(\d+)\b/u.exec(text) ?? [];
  if (update === undefined || revision === undefined) return undefined;
  return {
    update: Number(update),
    revision: Number(revision),
    isRetracted: retracted.test(text),
    isFollowUp: followUp.test(text),
  };
}
