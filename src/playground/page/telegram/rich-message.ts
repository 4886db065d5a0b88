import { html, nothing } from 'lit';
import {
  captionText,
  plainText,
  type RichBlock,
  type RichCaption,
  type RichCell,
  type RichItem,
  type RichText,
} from '../../../loopback/telegram/rich-blocks.ts';
import { button } from './keyboard.ts';
import { richText } from './rich-text.ts';
import type { MessageSurface } from './surface.ts';
import { folding, preformatted, type Shown } from './text.ts';

/** The blocks of a rich message (core.telegram.org/bots/api#richblock); one of a kind unknown here is shown as its text. */
export function richMessage(blocks: readonly RichBlock[], surface: MessageSurface): Shown {
  return blocks.map((block) => richBlock(block, surface));
}

function richBlock(block: RichBlock, surface: MessageSurface): Shown {
  const text = () => richText(block.text, surface);
  const inner = () => richMessage(block.blocks ?? [], surface);
  switch (block.type) {
    case 'heading':
      return heading(Number(block.size), text());
    case 'footer':
      return html`<footer>${text()}</footer>`;
    case 'divider':
      return html`<hr>`;
    case 'pre':
      return preformatted(plainText(block.text), block.language as string | undefined, surface);
    case 'list':
      return list(block.items ?? [], surface);
    case 'blockquote':
      return html`<blockquote>${inner()}${credit(block, surface)}</blockquote>`;
    case 'expandable_blockquote':
      return folding([text(), credit(block, surface)], surface);
    case 'pullquote':
      return html`<blockquote class="pull">${text()}${credit(block, surface)}</blockquote>`;
    case 'table':
      return table(block, surface);
    case 'details':
      return html`<details ?open=${block.is_open === true}><summary><span>${richText(block.summary, surface)}</span></summary>
        <div class="blocks">${inner()}</div></details>`;
    case 'buttons':
      return html`<div class="buttons ${String(block.align ?? 'left')}">${(block.buttons ?? []).map((one) => button(one, surface))}</div>`;
    case 'collage':
    case 'slideshow':
      return html`<figure>${inner()}${caption(block, surface)}</figure>`;
    case 'photo':
    case 'video':
    case 'animation':
    case 'audio':
    case 'document':
    case 'voice_note':
    case 'map':
      return html`<figure><div class="elsewhere">${surface.words.media}</div>${caption(block, surface)}</figure>`;
    case 'mathematical_expression':
      return html`<p class="formula">${String(block.expression)}</p>`;
    case 'anchor':
      return '';
    default:
      return html`<p>${text()}${inner()}</p>`;
  }
}

function heading(size: number, text: Shown): Shown {
  if (size <= 1) return html`<h3 class="h1">${text}</h3>`;
  if (size === 2) return html`<h3>${text}</h3>`;
  return size === 3 ? html`<h4>${text}</h4>` : html`<h5>${text}</h5>`;
}

function list(items: readonly RichItem[], surface: MessageSurface): Shown {
  const isOrdered = items.some(({ value }) => value !== undefined);
  const rows = items.map(
    (item) => html`<li><span class="label" aria-hidden=${String(!isOrdered)}>${item.label ?? '•'}</span>
      ${item.has_checkbox ? html`<input type="checkbox" disabled .checked=${item.is_checked === true}>` : nothing}
      <div class="blocks">${richMessage(item.blocks, surface)}</div></li>`,
  );
  return isOrdered ? html`<ol role="list">${rows}</ol>` : html`<ul role="list">${rows}</ul>`;
}

/** Wider tables than the message are scrolled inside it, by keyboard too. */
function table(block: RichBlock, surface: MessageSurface): Shown {
  const title = block.caption === undefined ? surface.words.table : captionText(block.caption);
  const look = ['bordered', 'striped', 'compact'].filter((name) => block[`is_${name}`] === true).join(' ');
  const [first, ...rest] = block.cells ?? [];
  const isHead = first?.every(({ is_header }) => is_header) ?? false;
  const row = (cells: readonly RichCell[]) => html`<tr>${cells.map((one) => cell(one, isHead, surface))}</tr>`;
  return html`<div class="table" role="region" tabindex="0" aria-label=${title}><table class=${look}>
    ${block.caption === undefined ? nothing : html`<caption>${richText(block.caption as RichText, surface)}</caption>`}
    ${isHead && first ? html`<thead>${row(first)}</thead>` : nothing}
    <tbody>${(isHead ? rest : (block.cells ?? [])).map(row)}</tbody></table></div>`;
}

function cell(
  { text, is_header, colspan, rowspan, align, valign }: RichCell,
  isHead: boolean,
  surface: MessageSurface,
) {
  const look = `${align} ${valign}`;
  return is_header
    ? html`<th class=${look} scope=${isHead ? 'col' : 'row'} colspan=${colspan ?? 1} rowspan=${rowspan ?? 1}>${richText(text, surface)}</th>`
    : html`<td class=${look} colspan=${colspan ?? 1} rowspan=${rowspan ?? 1}>${richText(text, surface)}</td>`;
}

function credit({ credit: by }: RichBlock, surface: MessageSurface): Shown {
  return by === undefined ? '' : html`<cite>${richText(by, surface)}</cite>`;
}

function caption({ caption: under }: RichBlock, surface: MessageSurface): Shown {
  if (under === undefined) return '';
  const isCaption = typeof under === 'object' && !Array.isArray(under) && !('type' in under);
  const { text, credit: by } = isCaption ? (under as RichCaption) : { text: under as RichText, credit: undefined };
  return html`<figcaption>${richText(text, surface)}${credit({ type: '', ...(by !== undefined && { credit: by }) }, surface)}</figcaption>`;
}
