import { html, nothing } from 'lit';
import { words } from '../words.ts';
import { icon } from './icons.ts';
import { stepped } from './list-keys.ts';

interface MessageMenu {
  label: string;
  apps: { name: string; shown: string }[];
  isOpen: boolean;
  toggle: (isOpen: boolean) => void;
  choose: (command: string) => void;
}

/** The message commands of a message, behind a button that shows on hover and focus. */
export function messageMenu({ label, apps, isOpen, toggle, choose }: MessageMenu) {
  const keyed = (event: KeyboardEvent) => {
    const root = event.currentTarget as HTMLElement;
    const items = [...root.querySelectorAll<HTMLElement>('[role="menuitem"]')];
    const focused = items.findIndex((item) => item.matches(':focus'));
    const next = stepped(event.key, focused, items.length);
    if (event.key === 'Escape' && isOpen) {
      toggle(false);
      root.querySelector('button')?.focus();
    } else if (next !== undefined) items[next]?.focus();
    else return;
    event.preventDefault();
  };
  const left = ({ currentTarget, relatedTarget }: FocusEvent) => {
    if (isOpen && !(currentTarget as HTMLElement).contains(relatedTarget as Node | null)) toggle(false);
  };
  return html`<div class=${isOpen ? 'menu open' : 'menu'} @keydown=${keyed} @focusout=${left}>
    <button type="button" aria-haspopup="menu" aria-expanded=${isOpen} aria-label=${label} title=${words.discord.apps} @click=${() => toggle(!isOpen)}>
      ${icon('apps')}
    </button>
    ${
      isOpen
        ? html`<div role="menu" aria-label=${words.discord.apps}>
            ${apps.map(({ name, shown }) => html`<button type="button" role="menuitem" @click=${() => choose(name)}>${shown}</button>`)}
          </div>`
        : nothing
    }
  </div>`;
}
