import { type APIComponentInContainer, ComponentType, SeparatorSpacingSize } from 'discord.js';
import type { Call } from '../../core/answer.ts';
import type { Block, Document } from '../../core/document.ts';
import { fitLines } from '../../core/figure-words.ts';
import type { Translate } from '../../core/texts.ts';
import { markdownOf } from './markdown.ts';

/** Limits of Components V2 (discord.com/developers/docs/components/reference). */
export const limits = {
  text: 4000,
  components: 40,
  mediaDescription: 1024,
  buttonLabel: 80,
  rowButtons: 5,
  optionLabel: 100,
};

/** The call as a component's `custom_id` or an option's value; undefined where it is too long for that. */
export type Pack = (call: Call) => string | undefined;

/** The blocks of a page within its container. */
export function containerOf(page: Document, pack: Pack, t: Translate): APIComponentInContainer[] {
  const parts: APIComponentInContainer[] = [];
  let lines: string[] = [];
  const flush = () => {
    if (lines.length > 0) parts.push(textDisplay(lines.join('\n')));
    lines = [];
  };
  page.forEach((block, i) => {
    if (block.kind === 'divider') {
      flush();
      parts.push({ type: ComponentType.Separator, divider: true, spacing: SeparatorSpacingSize.Small });
      return;
    }
    if (block.kind === 'picture') {
      flush();
      parts.push(galleryOf(block, t));
      return;
    }
    lines.push(...(needsGap(page[i - 1], block) && lines.length > 0 ? ['', markdownOf(block)] : [markdownOf(block)]));
    if (block.kind === 'menu' && block.items.length > 0) {
      flush();
      parts.push(...selectOf(block, i, pack));
    }
  });
  flush();
  return parts;
}

/** Paragraphs stand apart; headings, small print and lists bring their own room. */
function needsGap(before: Block | undefined, block: Block): boolean {
  return (
    (before?.kind === 'paragraph' || before?.kind === 'list' || before?.kind === 'table') &&
    (block.kind === 'paragraph' || block.kind === 'quote' || block.kind === 'table')
  );
}

export const textDisplay = (content: string): APIComponentInContainer => ({ type: ComponentType.TextDisplay, content });

/** The words of a picture are its description, which screen readers read out. */
const galleryOf = ({ picture, alt }: Block & { kind: 'picture' }, t: Translate): APIComponentInContainer => ({
  type: ComponentType.MediaGallery,
  items: [
    {
      media: { url: `attachment://${picture.name}` },
      description: fitLines(alt, limits.mediaDescription, (count) => t('alt-more', { count, button: t('in-words') })),
    },
  ],
});

function selectOf(menu: Block & { kind: 'menu' }, place: number, pack: Pack): APIComponentInContainer[] {
  const options = menu.items.flatMap((item, i) => {
    const value = pack(item.call);
    return value === undefined ? [] : [{ label: cut(`${menu.start + i}. ${item.label}`, limits.optionLabel), value }];
  });
  if (options.length === 0) return [];
  const unique = uniqueBy(options, ({ value }) => value);
  return [
    {
      type: ComponentType.ActionRow,
      components: [{ type: ComponentType.StringSelect, custom_id: `~${place}`, options: unique }],
    },
  ];
}

/** The last of those with the same key stands in the place of the first. */
export function uniqueBy<T>(items: T[], key: (item: T) => string): T[] {
  return [...new Map(items.map((item) => [key(item), item])).values()];
}

export const cut = (text: string, limit: number): string =>
  text.length > limit ? `${text.slice(0, limit - 1)}…` : text;
