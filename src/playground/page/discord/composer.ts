import { html, LitElement, nothing } from 'lit';
import type { Act, ActResult } from '../../protocol.ts';
import { words } from '../words.ts';
import './command-form.ts';
import type { Offered } from './commands.ts';
import { composerStyle } from './composer-style.ts';
import { icon } from './icons.ts';
import { stepped } from './list-keys.ts';
import { listStyle, partStyle } from './list-style.ts';

/** Where messages are written; a slash at the start lists the commands offered here. */
export class DiscordComposer extends LitElement {
  static override styles = [partStyle, listStyle, composerStyle];
  static override properties = {
    channel: { attribute: false },
    commands: { attribute: false },
    locale: { attribute: false },
    perform: { attribute: false },
    text: { state: true },
    command: { state: true },
    at: { state: true },
    isDismissed: { state: true },
  };

  declare channel: string;
  declare commands: Offered[];
  declare locale: string;
  declare perform: (act: Act) => Promise<ActResult>;
  declare private text: string;
  declare private command: { offered: Offered; typed: string } | undefined;
  declare private at: number;
  declare private isDismissed: boolean;

  constructor() {
    super();
    this.channel = '';
    this.commands = [];
    this.text = '';
    this.at = 0;
    this.isDismissed = false;
  }

  private fitting(): Offered[] {
    const typed = this.text.slice(1).trim().toLowerCase();
    const rank = ({ path, shown }: Offered) => (path.startsWith(typed) || shown.startsWith(typed) ? 0 : 1);
    return this.commands
      .filter(({ path, shown }) => path.includes(typed) || shown.toLowerCase().includes(typed))
      .sort((one, other) => rank(one) - rank(other));
  }

  private pick(offered: Offered | undefined, typed = '') {
    if (!offered) return;
    this.command = { offered, typed };
    this.text = '';
  }

  override focus() {
    void this.updateComplete.then(() => this.renderRoot.querySelector('textarea')?.focus());
  }

  private readonly leave = () => {
    this.command = undefined;
    this.focus();
  };

  private readonly typed = ({ target }: Event) => {
    this.text = (target as HTMLTextAreaElement).value;
    this.at = 0;
    this.isDismissed = false;
    const named = this.commands.find(({ path, shown }) =>
      [path, shown].some((name) => this.text.startsWith(`/${name} `)),
    );
    if (!named) return;
    const name = this.text.startsWith(`/${named.path} `) ? named.path : named.shown;
    this.pick(named, this.text.slice(name.length + 2));
  };

  private readonly keyed = (event: KeyboardEvent) => {
    const { key } = event;
    const list = this.isListing() ? this.fitting() : [];
    const next = key.startsWith('Arrow') ? stepped(key, this.at, list.length) : undefined;
    if (next !== undefined) this.at = next;
    else if (list.length > 0 && (key === 'Enter' || key === 'Tab')) this.pick(list[this.at]);
    else if (key === 'Escape' && this.isListing()) this.isDismissed = true;
    else if (key === 'Enter' && !event.shiftKey) void this.say();
    else return;
    event.preventDefault();
  };

  private isListing(): boolean {
    return this.text.startsWith('/') && !this.isDismissed;
  }

  private async say() {
    const { text } = this;
    if (text.trim() === '') return;
    this.text = '';
    const { refused } = await this.perform({ kind: 'discord-say', text });
    if (refused && this.text === '') this.text = text;
  }

  override updated() {
    this.renderRoot.querySelector('.active')?.scrollIntoView({ block: 'nearest' });
  }

  override render() {
    if (this.command)
      return html`<discord-command-form
        .command=${this.command.offered}
        .typed=${this.command.typed}
        .locale=${this.locale}
        .perform=${this.perform}
        @done=${this.leave}
        @leave=${this.leave}
      ></discord-command-form>`;
    const isListing = this.isListing();
    const list = isListing ? this.fitting() : [];
    const label = words.discord.composer.label(this.channel);
    return html`
      ${isListing ? this.listing(list) : nothing}
      <div class="box">
        <textarea
          rows=${Math.min(6, this.text.split('\n').length)}
          role="combobox"
          aria-label=${label}
          aria-autocomplete="list"
          aria-expanded=${list.length > 0}
          aria-controls="commands"
          aria-activedescendant=${list.length > 0 ? `command-${this.at}` : nothing}
          placeholder=${label}
          maxlength="2000"
          .value=${this.text}
          @input=${this.typed}
          @keydown=${this.keyed}
        ></textarea>
        <button type="button" aria-label=${words.discord.composer.send} @click=${() => void this.say()}>${icon('send')}</button>
      </div>
    `;
  }

  private listing(list: Offered[]) {
    return html`<div class="list" @mousedown=${(event: Event) => event.preventDefault()}>
      ${list.length === 0 ? html`<p class="about" role="status">${words.discord.composer.noCommand}</p>` : nothing}
      <div id="commands" role="listbox" aria-label=${words.discord.composer.commands}>
        ${list.map(
          ({ shown, description, options }, i) =>
            html`<div
              id=${`command-${i}`}
              role="option"
              aria-selected=${i === this.at}
              class=${i === this.at ? 'active' : ''}
              @click=${() => this.pick(list[i])}
            >
              <span><strong>/${shown}</strong> <span class="options">${options.map(({ name }) => name).join(' ')}</span></span>
              <small>${description}</small>
            </div>`,
        )}
      </div>
    </div>`;
  }
}

customElements.define('discord-composer', DiscordComposer);
