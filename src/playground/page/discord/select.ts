import { css, html, LitElement, nothing } from 'lit';
import { icon } from './icons.ts';
import { stepped } from './list-keys.ts';
import type { SelectOption } from './payloads.ts';

/**
 * A select menu; Skyra's cannot be used with the keyboard. Fires `choose` with the values: at once where one may be
 * chosen, else when the list closes, as Discord's own does.
 */
export class DiscordChoice extends LitElement {
  static override properties = {
    options: { attribute: false },
    label: { attribute: false },
    placeholder: { attribute: false },
    least: { attribute: false },
    most: { attribute: false },
    disabled: { type: Boolean },
    /** In a form, what is chosen stays chosen. */
    keeps: { type: Boolean },
    chosen: { attribute: false },
    isOpen: { state: true },
    at: { state: true },
  };

  declare options: SelectOption[];
  declare label: string;
  declare placeholder: string;
  declare least: number;
  declare most: number;
  declare disabled: boolean;
  declare keeps: boolean;
  declare chosen: string[];
  declare private isOpen: boolean;
  declare private at: number;
  private chosenBefore: string[] = [];

  constructor() {
    super();
    this.options = [];
    this.label = '';
    this.placeholder = '';
    this.least = 1;
    this.most = 1;
    this.disabled = false;
    this.keeps = false;
    this.chosen = [];
    this.isOpen = false;
    this.at = 0;
  }

  override focus() {
    void this.updateComplete.then(() => this.renderRoot.querySelector('button')?.focus());
  }

  private open() {
    if (this.disabled || this.isOpen) return;
    this.chosenBefore = this.chosen;
    this.at = Math.max(
      0,
      this.options.findIndex(({ value }) => this.chosen.includes(value)),
    );
    this.isOpen = true;
  }

  private close() {
    if (!this.isOpen) return;
    this.isOpen = false;
    const changed = this.chosen.join('\n') !== this.chosenBefore.join('\n');
    if (changed && this.chosen.length >= Math.min(this.least, 1)) this.tell();
  }

  private tell() {
    this.dispatchEvent(new CustomEvent('choose', { detail: this.chosen }));
    if (!this.keeps) this.chosen = [];
    this.chosenBefore = this.chosen;
  }

  private pick(option: SelectOption | undefined) {
    if (!option) return;
    const { value } = option;
    if (this.most === 1) {
      this.chosen = this.chosen.includes(value) && this.least === 0 ? [] : [value];
      this.isOpen = false;
      this.tell();
    } else if (this.chosen.includes(value)) this.chosen = this.chosen.filter((one) => one !== value);
    else if (this.chosen.length < this.most) this.chosen = [...this.chosen, value];
  }

  private readonly keyed = (event: KeyboardEvent) => {
    const { key } = event;
    const next = this.isOpen ? stepped(key, this.at, this.options.length) : undefined;
    if (next !== undefined) this.at = next;
    else if (this.isOpen && (key === 'Enter' || key === ' ')) this.pick(this.options[this.at]);
    else if (this.isOpen && key === 'Escape') this.close();
    else if (!this.isOpen && ['ArrowDown', 'ArrowUp', 'Enter', ' '].includes(key)) this.open();
    else return;
    event.preventDefault();
    event.stopPropagation();
  };

  override updated(changed: Map<string, unknown>) {
    if (changed.has('isOpen') && this.isOpen)
      this.renderRoot.querySelector('[role="listbox"]')?.scrollIntoView({ block: 'nearest' });
    this.renderRoot.querySelector('.active')?.scrollIntoView({ block: 'nearest' });
  }

  override render() {
    const names = this.options.filter(({ value }) => this.chosen.includes(value)).map(({ label }) => label);
    return html`
      <button
        type="button"
        role="combobox"
        aria-haspopup="listbox"
        aria-expanded=${this.isOpen}
        aria-controls="options"
        aria-label=${names.length > 0 ? `${this.label}: ${names.join(', ')}` : this.label}
        aria-activedescendant=${this.isOpen ? `option-${this.at}` : nothing}
        ?disabled=${this.disabled}
        @click=${() => (this.isOpen ? this.close() : this.open())}
        @keydown=${this.keyed}
        @blur=${() => this.close()}
      >
        <span class=${names.length > 0 ? '' : 'placeholder'}>${names.join(', ') || this.placeholder}</span>
        ${icon('down')}
      </button>
      <div
        id="options"
        role="listbox"
        aria-label=${this.label}
        aria-multiselectable=${this.most > 1}
        ?hidden=${!this.isOpen}
        @mousedown=${(event: Event) => event.preventDefault()}
      >
        ${this.isOpen ? this.options.map((option, i) => this.option(option, i)) : nothing}
      </div>
    `;
  }

  private option(option: SelectOption, i: number) {
    const isChosen = this.chosen.includes(option.value);
    return html`<div
      id=${`option-${i}`}
      role="option"
      class=${i === this.at ? 'active' : ''}
      aria-selected=${isChosen}
      @click=${() => this.pick(option)}
      @mousemove=${() => {
        this.at = i;
      }}
    >
      <span>${option.label}${option.description ? html`<small>${option.description}</small>` : nothing}</span>
      ${isChosen ? html`<span class="tick" aria-hidden="true">✓</span>` : nothing}
    </div>`;
  }

  static override styles = css`
    :host {
      display: block;
      position: relative;
      width: 100%;
      max-width: 400px;
    }
    :host([keeps]) {
      max-width: none;
    }
    * {
      box-sizing: border-box;
    }
    button {
      display: flex;
      width: 100%;
      min-height: 44px;
      align-items: center;
      justify-content: space-between;
      gap: 8px;
      padding: 8px 12px;
      border: 1px solid var(--field-edge);
      border-radius: 8px;
      background: var(--field);
      color: var(--text);
      font: inherit;
      text-align: start;
      cursor: pointer;
    }
    button:disabled {
      opacity: 0.5;
      cursor: not-allowed;
    }
    button:focus-visible {
      outline: 2px solid var(--focus);
      outline-offset: 2px;
    }
    button > span {
      overflow: hidden;
      text-overflow: ellipsis;
      white-space: nowrap;
    }
    .placeholder {
      color: var(--muted);
    }
    .icon {
      width: 20px;
      height: 20px;
      flex: none;
    }
    [role="listbox"] {
      position: absolute;
      z-index: 5;
      inset-inline: 0;
      margin-top: 4px;
      max-height: 264px;
      overflow-y: auto;
      border: 1px solid var(--field-edge);
      border-radius: 8px;
      background: var(--raised);
      box-shadow: 0 8px 24px rgb(0 0 0 / 0.3);
    }
    [hidden] {
      display: none;
    }
    [role="option"] {
      display: flex;
      justify-content: space-between;
      gap: 8px;
      padding: 10px 12px;
      cursor: pointer;
      overflow-wrap: anywhere;
    }
    .active {
      background: var(--hover);
    }
    small {
      display: block;
      color: var(--muted);
    }
    .tick {
      color: var(--brand-text);
    }
  `;
}

customElements.define('discord-choice', DiscordChoice);
