import { html } from 'lit';
import { plainText, type RichText } from '../../../loopback/telegram/rich-blocks.ts';
import { icon } from './icons.ts';
import { linkTarget } from './links.ts';
import type { InlineButton } from './message.ts';
import type { MessageSurface } from './surface.ts';
import { openHere, type Shown } from './text.ts';

/** The rows of buttons under a message (core.telegram.org/bots/api#inlinekeyboardmarkup). */
export const keyboard = (rows: readonly InlineButton[][], surface: MessageSurface): Shown =>
  html`<div class="keyboard">${rows.map((row) => html`<div class="row">${row.map((one) => button(one, surface))}</div>`)}</div>`;

/** A button of a keyboard or within a rich message, by the one action that it has. */
export function button(one: { text: RichText; [action: string]: unknown }, surface: MessageSurface): Shown {
  const label = plainText(one.text);
  const { words } = surface;
  const look = `key ${typeof one.style === 'string' ? one.style : ''}`;
  const url = urlOf(one);
  if (url !== undefined) {
    return html`<a class=${look} href=${url} target="_blank" rel="noopener noreferrer" @click=${openHere(url, surface)}
      ><span>${label}</span>${icon('arrow', words.link)}</a>`;
  }
  if (typeof one.callback_data === 'string') {
    const isPressing = surface.pressing === label;
    return html`<button class="${look} ${isPressing ? 'pressing' : ''}" aria-busy=${String(isPressing)}
      @click=${() => surface.press(label)}><span>${label}</span></button>`;
  }
  const copied = (one.copy_text as { text?: unknown } | undefined)?.text;
  if (typeof copied === 'string') {
    return html`<button class=${look} @click=${() => surface.copy(copied)}><span>${label}</span>${icon('copy', words.copy)}</button>`;
  }
  const query = one.switch_inline_query_current_chat ?? one.switch_inline_query;
  if (typeof query === 'string') {
    return html`<button class=${look} @click=${() => surface.write(query)}><span>${label}</span></button>`;
  }
  return html`<button class=${look} disabled><span>${label}</span></button>`;
}

function urlOf(one: Record<string, unknown>): string | undefined {
  const held = (one.web_app ?? one.login_url) as { url?: unknown } | undefined;
  const url = one.url ?? held?.url;
  return typeof url === 'string' ? linkTarget(url) : undefined;
}
