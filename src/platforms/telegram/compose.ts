import type { InlineKeyboardMarkup, InputRichMessage } from 'grammy/types';
import type { Answer } from '../../core/answer.ts';
import type { Command } from '../../core/command.ts';
import { type Block, type Document, note } from '../../core/document.ts';
import type { Reader } from '../../core/messenger.ts';
import { kept, onceEach } from '../../core/once-each.ts';
import { pageOf, paginate } from '../../core/paginate.ts';
import type { Translate } from '../../core/texts.ts';
import { firstWord } from './command-groups.ts';
import { noCommands } from './entities.ts';
import { plainHtml } from './html.ts';
import { isTurnable, keyboard } from './keyboard.ts';
import { measure, room } from './measure.ts';
import { type Photo, photoOf } from './photo.ts';
import { richMessage } from './rich.ts';

/** One page of an answer, ready to be sent in either form. */
export interface Composed {
  /** Written when it is wanted: most servers and chats take the other. */
  readonly html: string;
  rich: InputRichMessage;
  keyboard: InlineKeyboardMarkup | undefined;
  /** Sent as a photo with a caption where the chat takes photos. */
  photo?: Photo | undefined;
}

/** Makes a page of an answer into a message; pages are the same in both forms, so that their numbers hold in both. */
export type Compose = (answer: Answer, reader: Reader, page?: number) => Composed;

/** Whether a document is shown whole in one message, whatever its menus. */
export function fitsOnePage(page: Document): boolean {
  const { characters, entities, lines } = measure(plainHtml(page, noCommands));
  return characters <= room.characters && entities <= room.entities && lines <= room.lines;
}

export function createComposer(commands: readonly Command[]): Compose {
  const names = new Set(commands.map(firstWord));
  /** The documents of entries are shown again and again. */
  const richPage = onceEach((page: Document) => richMessage(page, names));
  const plainPages = onceEach((document: Document) => paginate(document, fitsOnePage));

  /** A long menu is cut into pages only where the others can be reached. */
  function pagesOf(answer: Answer): Document[] {
    return isTurnable(answer, commands) && answer.document.some(({ kind }) => kind === 'menu')
      ? paginate(answer.document.flatMap(menuPages), (page) => menuLength(page) <= room.menuItems && fitsOnePage(page))
      : plainPages(answer.document);
  }

  function compose(answer: Answer, reader: Reader, wanted: number): Composed {
    const shown = pageOf(pagesOf(answer), wanted);
    const { number, of } = shown;
    const page = of > 1 ? [...shown.page, note(reader.t('page', { number, of }))] : shown.page;
    return {
      get html() {
        return plainHtml(page, names);
      },
      rich: richPage(page),
      keyboard: keyboard(answer, shown, reader, commands),
      photo: photoOf(answer.document, names, reader),
    };
  }

  /** By what is said in whose words: an entry's answer is the same for all readers of a language. */
  const firstPages = onceEach((_: Translate) => new WeakMap<Answer, Composed>());
  return (answer, reader, wanted = 1) => {
    if (wanted !== 1) return compose(answer, reader, wanted);
    return kept(firstPages(reader.t), answer, () => compose(answer, reader, 1));
  };
}

const menuLength = (page: Document): number =>
  page.reduce((sum, block) => sum + (block.kind === 'menu' ? block.items.length : 0), 0);

/** A long menu in pieces that fill a page each; halving it would leave pages of seven or eight. */
function menuPages(block: Block): Block[] {
  if (block.kind !== 'menu') return [block];
  return Array.from({ length: Math.ceil(block.items.length / room.menuItems) }, (_, i) => ({
    ...block,
    start: block.start + i * room.menuItems,
    items: block.items.slice(i * room.menuItems, (i + 1) * room.menuItems),
  }));
}
