import { createHash } from 'node:crypto';

/** What goes wrong with a platform, as shares from 0 to 1. */
export interface Weather {
  /** Of all attempts: the platform fails, and nothing is done. */
  failing: number;
  /** Of the places: nothing can be sent there any more. */
  gone: number;
  /** Of the places: groups that become supergroups just as something is sent to them. */
  moved: number;
}

export const clear: Weather = { failing: 0, gone: 0, moved: 0 };
export const rough: Weather = { failing: 0.05, gone: 0.01, moved: 0.01 };

export type Luck = 'fine' | 'failing' | 'gone' | 'moved';

/** What befalls each attempt to write to the place of that number: the same every time for the same seed. */
export function luckBy(seed: number, { failing, gone, moved }: Weather) {
  const attempts = new Map<number, number>();
  return (place = 0): Luck => {
    const attempt = (attempts.get(place) ?? 0) + 1;
    attempts.set(place, attempt);
    const fate = fraction(`${seed} ${place}`);
    if (fate < gone) return 'gone';
    if (attempt === 1 && fate < gone + moved) return 'moved';
    return fraction(`${seed} ${place} ${attempt}`) < failing ? 'failing' : 'fine';
  };
}

/** From 0 to 1, and to 1 never. */
const fraction = (text: string): number => createHash('sha256').update(text).digest().readUInt32BE() / 2 ** 32;
