import { html, nothing } from 'lit';
import type { Surroundings } from './components.ts';
import { icon } from './icons.ts';
import type { Component } from './payloads.ts';

/** By `style` (discord.com/developers/docs/components/reference#button-button-styles). */
const looks = ['', 'primary', 'secondary', 'success', 'danger'];
const linkStyle = 5;

/** A button of a message; Skyra's knows no `disabled` and has the look of some years ago. */
export function button({ label, emoji, style, url, disabled, custom_id: id = '' }: Component, around: Surroundings) {
  const content = html`${emoji?.name ? html`<span aria-hidden="true">${emoji.name}</span>` : nothing}${label ?? ''}`;
  if (style === linkStyle)
    return html`<a class="button secondary" href=${url ?? ''} target="_blank" rel="noopener noreferrer"
      >${content}${icon('launch')}</a
    >`;
  const isPending = around.pending === id;
  return html`<button
    type="button"
    class=${`button ${looks[style ?? 2] ?? 'secondary'}`}
    ?disabled=${disabled}
    aria-busy=${isPending}
    @click=${() => !isPending && around.press(id)}
  >
    ${content}
  </button>`;
}
