import type { Block, Document } from '../../core/document.ts';
import type { Picture } from '../../core/figure.ts';
import { fitLines } from '../../core/figure-words.ts';
import type { Reader } from '../../core/messenger.ts';
import { plainHtml } from './html.ts';
import { measure, room } from './measure.ts';

/** A picture with what is said under it. */
export interface Photo {
  picture: Picture;
  /** HTML. Telegram has no other place for what a picture shows in words. */
  caption: string;
}

/** Of a caption, in characters after parsing (core.telegram.org/bots/api#sendphoto). */
const longestCaption = 1024;
/** What the words of a picture are given at least, in characters. */
const leastAlt = 200;

/** A document with a picture as a photo: first its words are shortened, then blocks at the end are left out. */
export function photoOf(document: Document, commands: ReadonlySet<string>, { t }: Reader): Photo | undefined {
  const shown = document.find((block) => block.kind === 'picture');
  if (shown?.kind !== 'picture') return undefined;
  const more = (count: number): string => t('alt-more', { count, button: t('in-words') });
  const captionWith = (blocks: Document, limit: number): string =>
    plainHtml(
      blocks.map(
        (block): Block => (block.kind === 'picture' ? { ...block, alt: fitLines(block.alt, limit, more) } : block),
      ),
      commands,
    );
  for (let count = document.length; count > 0; count--) {
    const blocks = document.slice(0, count);
    for (let limit = longestCaption; limit >= leastAlt; limit -= 40) {
      const caption = captionWith(blocks, limit);
      const { characters, entities } = measure(caption);
      if (characters <= longestCaption && entities <= room.entities) return { picture: shown.picture, caption };
    }
  }
  return { picture: shown.picture, caption: '' };
}
