import { html, LitElement, nothing } from 'lit';
import { words } from '../words.ts';
import { descriptionIn, nameIn } from './commands.ts';
import { optionStyle } from './composer-style.ts';
import { icon } from './icons.ts';
import { stepped } from './list-keys.ts';
import { listStyle, partStyle } from './list-style.ts';
import { type CommandOption, optionType } from './payloads.ts';

interface Suggestion {
  name: string;
  value: string;
}

const typingPauseMs = 150;

/** One option of a command being written: free text, with its choices or the bot's suggestions, or a file. Fires `entered`, `drop` and `send`. */
export class DiscordOption extends LitElement {
  static override styles = [partStyle, listStyle, optionStyle];
  static override properties = {
    option: { attribute: false },
    locale: { attribute: false },
    suggest: { attribute: false },
    text: { state: true },
    list: { state: true },
    isOpen: { state: true },
    at: { state: true },
    isMissing: { state: true },
  };

  declare option: CommandOption;
  declare locale: string;
  declare suggest: (typed: string) => Promise<Suggestion[]>;
  declare private text: string;
  declare private list: Suggestion[];
  declare private isOpen: boolean;
  declare private at: number;
  declare private isMissing: boolean;
  private asked = 0;
  private pause: ReturnType<typeof setTimeout> | undefined;

  constructor() {
    super();
    this.text = '';
    this.list = [];
    this.isOpen = false;
    this.at = -1;
    this.isMissing = false;
  }

  /** Takes what was typed before the option had a field. */
  fill(text: string) {
    this.text = text;
    this.tell(text);
  }

  override focus() {
    void this.updateComplete.then(() => this.renderRoot.querySelector('input')?.focus());
  }

  /** Says that it may not stay empty. */
  miss() {
    this.isMissing = true;
    this.focus();
  }

  private tell(value: string, file?: File) {
    this.isMissing = false;
    this.dispatchEvent(new CustomEvent('entered', { detail: { value, file } }));
  }

  private fixedChoices(): Suggestion[] {
    const { type, choices } = this.option;
    if (type === optionType.boolean)
      return [
        { name: words.discord.composer.yes, value: 'true' },
        { name: words.discord.composer.no, value: 'false' },
      ];
    return (choices ?? []).map((choice) => ({ name: nameIn(choice, this.locale), value: String(choice.value) }));
  }

  private offer() {
    this.isOpen = true;
    if (this.option.autocomplete) {
      clearTimeout(this.pause);
      this.pause = setTimeout(() => void this.ask(), typingPauseMs);
      return;
    }
    const typed = this.text.toLowerCase();
    const all = this.fixedChoices();
    const fitting = all.filter(({ name, value }) => name.toLowerCase().includes(typed) || value.includes(typed));
    this.list = all.some(({ name }) => name === this.text) ? all : fitting;
    // Enter sends a command whose optional choice was left alone.
    this.at = this.list.length > 0 && (this.option.required || typed !== '') ? 0 : -1;
  }

  private async ask() {
    this.asked += 1;
    const { asked } = this;
    const list = await this.suggest(this.text);
    if (asked !== this.asked) return;
    this.list = list;
    this.at = -1;
  }

  private readonly typed = ({ target }: Event) => {
    this.text = (target as HTMLInputElement).value;
    const meant = this.fixedChoices().find(({ name }) => name.toLowerCase() === this.text.trim().toLowerCase());
    this.tell(meant?.value ?? this.text);
    this.offer();
  };

  private pick({ name, value }: Suggestion) {
    this.text = name;
    this.isOpen = false;
    this.tell(value);
  }

  private readonly keyed = (event: KeyboardEvent) => {
    const { key } = event;
    const isListed = this.isOpen && this.list.length > 0;
    const next =
      isListed && (key === 'ArrowDown' || key === 'ArrowUp') ? stepped(key, this.at, this.list.length) : undefined;
    const picked = this.list[this.at];
    if (next !== undefined) this.at = next;
    else if (isListed && picked && (key === 'Enter' || key === 'Tab') && picked.name !== this.text) this.pick(picked);
    else if (isListed && key === 'Escape') this.isOpen = false;
    else if (key === 'Enter') this.dispatchEvent(new CustomEvent('send'));
    else if (key === 'Backspace' && this.text === '' && !this.option.required)
      this.dispatchEvent(new CustomEvent('drop'));
    else return;
    event.stopPropagation();
    if (key !== 'Tab') event.preventDefault();
  };

  private readonly fileChosen = ({ target }: Event) => {
    const [file] = (target as HTMLInputElement).files ?? [];
    this.tell(file?.name ?? '', file);
  };

  override updated() {
    this.renderRoot.querySelector('.active')?.scrollIntoView({ block: 'nearest' });
  }

  override render() {
    const { option, locale } = this;
    const name = nameIn(option, locale);
    const isListed = this.isOpen && this.list.length > 0;
    return html`
      <label class=${this.isMissing ? 'missing' : ''} title=${descriptionIn(option, locale)}>
        <span>${name}${option.required ? html`<span aria-hidden="true">*</span>` : nothing}</span>
        ${option.type === optionType.attachment ? this.fileField() : this.textField(isListed)}
      </label>
      ${
        option.required
          ? nothing
          : html`<button type="button" class="drop" aria-label=${words.discord.composer.remove(name)}
              @click=${() => this.dispatchEvent(new CustomEvent('drop'))}>${icon('close')}</button>`
      }
      ${this.isOpen ? this.listing(name, isListed) : nothing}
    `;
  }

  private fileField() {
    return html`<input type="file" ?required=${this.option.required} aria-invalid=${this.isMissing} @change=${this.fileChosen} />`;
  }

  private textField(isListed: boolean) {
    return html`<input
      role="combobox"
      autocomplete="off"
      aria-autocomplete="list"
      aria-expanded=${isListed}
      aria-controls="list"
      aria-activedescendant=${isListed && this.at >= 0 ? `item-${this.at}` : nothing}
      aria-required=${this.option.required === true}
      aria-invalid=${this.isMissing}
      aria-description=${descriptionIn(this.option, this.locale)}
      .value=${this.text}
      @input=${this.typed}
      @focus=${() => this.offer()}
      @blur=${() => {
        this.isOpen = false;
      }}
      @keydown=${this.keyed}
    />`;
  }

  private listing(name: string, isListed: boolean) {
    return html`<div class="list" @mousedown=${(event: Event) => event.preventDefault()}>
      <p class="about"><strong>${name}</strong> ${descriptionIn(this.option, this.locale)}</p>
      <div id="list" role="listbox" aria-label=${words.discord.composer.suggestions(name)} ?hidden=${!isListed}>
        ${this.list.map(
          (one, i) =>
            html`<div id=${`item-${i}`} role="option" aria-selected=${i === this.at} class=${i === this.at ? 'active' : ''} @click=${() => this.pick(one)}>
              ${one.name}
            </div>`,
        )}
      </div>
    </div>`;
  }
}

customElements.define('discord-option', DiscordOption);
