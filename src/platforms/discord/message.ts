import {
  type APIActionRowComponent,
  type APIButtonComponent,
  type APIComponentInContainer,
  type APIMessageTopLevelComponent,
  ButtonStyle,
  ComponentType,
  SeparatorSpacingSize,
} from 'discord.js';
import type { Answer, Button, Call } from '../../core/answer.ts';
import { discordCustomIdLimit, packCall } from '../../core/call-codec.ts';
import type { Command } from '../../core/command.ts';
import type { Block, Document } from '../../core/document.ts';
import { pageOf, paginate } from '../../core/paginate.ts';
import type { Translate } from '../../core/texts.ts';
import { escapeText, markdownOf } from './markdown.ts';

/** Limits of Components V2 (discord.com/developers/docs/components/reference). */
export const limits = {
  text: 4000,
  components: 40,
  buttonLabel: 80,
  rowButtons: 5,
  optionLabel: 100,
};

/** Room kept for the page line and for the buttons, which follow the text on every page. */
const reserved = { text: 60, components: 16 };
const mostButtons = 10;
/** Of all menus on a page together: more don't fit a phone's screen. Discord takes 25 in each. */
const mostChoices = 15;

export interface Rendered {
  components: APIMessageTopLevelComponent[];
  page: number;
  pages: number;
}

/** One page of an answer as Discord components: a container with the text, then the buttons. */
export function renderAnswer(answer: Answer, page: number, commands: readonly Command[], t: Translate): Rendered {
  const pack = (call: Call) =>
    packCall(commands.find((one) => one.name === call.command) as Command, call, discordCustomIdLimit);
  const at = pageOf(paginate(answer.document, fits), page);
  const inside = containerOf(at.page, pack);
  if (at.of > 1) inside.push(textDisplay(`-# ${escapeText(t('page', { number: at.number, of: at.of }))}`));
  const buttons = [...pageButtons(answer.call, at, t), ...(answer.buttons ?? []).slice(0, mostButtons)];
  return {
    components: [{ type: ComponentType.Container, components: inside }, ...rowsOf(buttons, pack)],
    page: at.number,
    pages: at.of,
  };
}

/** Whether a page stays within Discord's limits when rendered, its buttons included. */
export function fits(page: Document): boolean {
  const parts = containerOf(page, () => '');
  const text = parts.reduce((sum, part) => sum + ('content' in part ? part.content.length : 0), 0);
  const count = 1 + parts.reduce((sum, part) => sum + ('components' in part ? 1 + part.components.length : 1), 0);
  const choices = page.reduce((sum, block) => sum + (block.kind === 'menu' ? block.items.length : 0), 0);
  return (
    choices <= mostChoices && text <= limits.text - reserved.text && count <= limits.components - reserved.components
  );
}

/** For the content check: whether a text of its own fits one message. */
export const fitsOnePage = (document: Document): true | string => fits(document) || 'it takes more than one message';

function containerOf(page: Document, pack: (call: Call) => string): APIComponentInContainer[] {
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
    lines.push(...(needsGap(page[i - 1], block) && lines.length > 0 ? ['', markdownOf(block)] : [markdownOf(block)]));
    if (block.kind === 'menu' && block.items.length > 0) {
      flush();
      parts.push(selectOf(block, i, pack));
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

const textDisplay = (content: string): APIComponentInContainer => ({ type: ComponentType.TextDisplay, content });

function selectOf(
  menu: Block & { kind: 'menu' },
  place: number,
  pack: (call: Call) => string,
): APIComponentInContainer {
  const options = menu.items.map((item, i) => ({
    label: cut(`${menu.start + i}. ${item.label}`, limits.optionLabel),
    value: pack(item.call),
  }));
  return {
    type: ComponentType.ActionRow,
    components: [
      { type: ComponentType.StringSelect, custom_id: `~${place}`, options: uniqueBy(options, (o) => o.value) },
    ],
  };
}

function pageButtons(call: Call | undefined, at: { number: number; of: number }, t: Translate): Button[] {
  if (!call || at.of === 1) return [];
  return [
    ...(at.number > 1 ? [{ label: t('previous'), call: { ...call, page: at.number - 1 } }] : []),
    ...(at.number < at.of ? [{ label: t('next'), call: { ...call, page: at.number + 1 } }] : []),
  ];
}

function rowsOf(buttons: Button[], pack: (call: Call) => string): APIActionRowComponent<APIButtonComponent>[] {
  const components = buttons.map((button): APIButtonComponent => {
    const label = cut(button.label, limits.buttonLabel);
    return 'url' in button
      ? { type: ComponentType.Button, style: ButtonStyle.Link, label, url: button.url }
      : { type: ComponentType.Button, style: styleOf(button.call), label, custom_id: pack(button.call) };
  });
  const unique = uniqueBy(components, (one) => ('custom_id' in one ? one.custom_id : 'url' in one ? one.url : ''));
  return Array.from({ length: Math.ceil(unique.length / limits.rowButtons) }, (_, row) => ({
    type: ComponentType.ActionRow,
    components: unique.slice(row * limits.rowButtons, (row + 1) * limits.rowButtons),
  }));
}

const styleOf = (call: Call) => (call.page === undefined ? ButtonStyle.Secondary : ButtonStyle.Primary);

function uniqueBy<T>(items: T[], key: (item: T) => string): T[] {
  return [...new Map(items.map((item) => [key(item), item])).values()];
}

const cut = (text: string, limit: number): string => (text.length > limit ? `${text.slice(0, limit - 1)}…` : text);
