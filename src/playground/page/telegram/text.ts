import { html, type TemplateResult } from 'lit';
import { linkTarget } from './links.ts';
import type { Entity } from './message.ts';
import type { Surface } from './surface.ts';
import { type TextNode, textTree } from './text-tree.ts';

/** What lit puts into the page: text, always as text, and elements. */
export type Shown = TemplateResult | string | Shown[];

/** A text with its entities (core.telegram.org/bots/api#messageentity). */
export function formattedText(text: string, entities: readonly Entity[], surface: Surface): Shown {
  const show = (nodes: readonly TextNode[]): Shown[] =>
    nodes.map((node) => {
      if (typeof node === 'string') return node;
      const { entity, children } = node;
      if (entity.type === 'text_link') return link(entity.url ?? '', show(children), surface);
      if (entity.type === 'url') return link(node.text, show(children), surface);
      if (entity.type === 'bot_command') return command(node.text, surface);
      if (entity.type === 'pre') return preformatted(node.text, entity.language, surface);
      if (entity.type === 'blockquote') return html`<blockquote>${show(children)}</blockquote>`;
      if (entity.type === 'expandable_blockquote') return folding(show(children), surface);
      return styled(entity.type, show(children), surface);
    });
  return show(textTree(text, entities));
}

/** A stretch of text in one of the styles that entities and rich texts share; any other is shown as it is. */
export function styled(style: string, inner: Shown, { words }: Surface): Shown {
  switch (style) {
    case 'bold':
      return html`<strong>${inner}</strong>`;
    case 'italic':
      return html`<em>${inner}</em>`;
    case 'underline':
      return html`<u>${inner}</u>`;
    case 'strikethrough':
      return html`<s>${inner}</s>`;
    case 'marked':
      return html`<mark>${inner}</mark>`;
    case 'subscript':
      return html`<sub>${inner}</sub>`;
    case 'superscript':
      return html`<sup>${inner}</sup>`;
    case 'code':
      return html`<code>${inner}</code>`;
    case 'spoiler':
      return html`<span class="spoiler" role="button" tabindex="0" aria-label=${words.spoiler} @click=${reveal}
        @keydown=${revealByKey}><span>${inner}</span></span>`;
    case 'mention':
    case 'text_mention':
    case 'hashtag':
    case 'cashtag':
    case 'email':
    case 'email_address':
    case 'phone_number':
    case 'bank_card_number':
      return html`<span class="tag">${inner}</span>`;
    default:
      return inner;
  }
}

/** A link, where it leads somewhere safe; else just its text. */
export function link(url: string, inner: Shown, surface: Surface): Shown {
  const target = linkTarget(url);
  return target === undefined
    ? inner
    : html`<a href=${target} target="_blank" rel="noopener noreferrer" @click=${openHere(target, surface)}>${inner}</a>`;
}

/** Keeps the browser from following a link that the pane itself opens. */
export const openHere = (url: string, surface: Surface) => (event: Event) => {
  if (surface.open(url)) event.preventDefault();
};

export const command = (text: string, surface: Surface): Shown =>
  html`<button class="command" @click=${() => surface.say(text)}>${text}</button>`;

/** Preformatted text under the name of its language, with a button that copies it. */
export const preformatted = (text: string, language: string | undefined, { words, copy }: Surface): Shown => html`<div
  class="pre"><div class="pre-head"><span>${language ?? ''}</span><button @click=${() => copy(text)}>${words.copy}</button>
  </div><pre tabindex="0">${text}</pre></div>`;

/** A quotation that shows its first lines until it is unfolded. */
export const folding = (
  inner: Shown,
  { words }: Surface,
): Shown => html`<blockquote class="folding"><div class="folded">${inner}</div
  ><button class="unfold" aria-expanded="false" @click=${unfold}><span>${words.more}</span
  ><span>${words.less}</span></button></blockquote>`;

function unfold({ currentTarget }: Event): void {
  const button = currentTarget as HTMLButtonElement;
  const isOpen = button.parentElement?.classList.toggle('unfolded') ?? false;
  button.setAttribute('aria-expanded', String(isOpen));
}

function reveal({ currentTarget }: Event): void {
  const spoiler = currentTarget as HTMLElement;
  spoiler.classList.add('revealed');
  for (const name of ['role', 'tabindex', 'aria-label']) spoiler.removeAttribute(name);
}

function revealByKey(event: KeyboardEvent): void {
  if (event.key !== 'Enter' && event.key !== ' ') return;
  event.preventDefault();
  reveal(event);
}
