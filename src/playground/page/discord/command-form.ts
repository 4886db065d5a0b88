import { html, LitElement, nothing } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { Act, ActResult, UploadedFile } from '../../protocol.ts';
import { words } from '../words.ts';
import { nameIn, type Offered } from './commands.ts';
import { commandFormStyle } from './composer-style.ts';
import { icon } from './icons.ts';
import { partStyle } from './list-style.ts';
import './option.ts';
import type { DiscordOption } from './option.ts';
import type { CommandOption } from './payloads.ts';

/** A slash command that was picked, with fields for its options. Fires `done` once sent and `leave` when given up. */
export class DiscordCommandForm extends LitElement {
  static override styles = [partStyle, commandFormStyle];
  static override properties = {
    command: { attribute: false },
    /** What was typed after the command's name: the first option. */
    typed: { attribute: false },
    locale: { attribute: false },
    perform: { attribute: false },
    used: { state: true },
    isSending: { state: true },
  };

  declare command: Offered;
  declare typed: string;
  declare locale: string;
  declare perform: (act: Act) => Promise<ActResult>;
  declare private used: string[];
  declare private isSending: boolean;
  private readonly values = new Map<string, string>();
  private file: File | undefined;

  constructor() {
    super();
    this.used = [];
    this.isSending = false;
    this.typed = '';
  }

  override firstUpdated() {
    const { options } = this.command;
    const required = options.filter((option) => option.required);
    const [first] = options;
    this.used = (required.length === 0 && first ? [first] : required).map(({ name }) => name);
    void this.updateComplete.then(() => {
      const field = this.field(this.used[0]);
      if (this.typed) field?.fill(this.typed);
      if (field) field.focus();
      else this.renderRoot.querySelector<HTMLElement>('.send')?.focus();
    });
  }

  private field(name: string | undefined): DiscordOption | null {
    return name === undefined ? null : this.renderRoot.querySelector<DiscordOption>(`discord-option[name="${name}"]`);
  }

  private add({ name }: CommandOption) {
    this.used = [...this.used, name];
    void this.updateComplete.then(() => this.field(name)?.focus());
  }

  private drop({ name, type }: CommandOption) {
    this.used = this.used.filter((one) => one !== name);
    this.values.delete(name);
    if (type === 11) this.file = undefined;
    this.renderRoot.querySelector<HTMLElement>('.send')?.focus();
  }

  private entered({ name }: CommandOption, { detail }: CustomEvent<{ value: string; file?: File }>) {
    this.values.set(name, detail.value);
    if (detail.file) this.file = detail.file;
  }

  private async suggestions({ name }: CommandOption, typed: string) {
    const options = this.given();
    const act = { kind: 'discord-suggest', command: this.command.path, option: name, typed, options } as const;
    return (await this.perform(act)).suggestions ?? [];
  }

  private given(): Record<string, string> {
    const isFile = (name: string) => this.command.options.some((option) => option.name === name && option.type === 11);
    return Object.fromEntries([...this.values].filter(([name, value]) => value !== '' && !isFile(name)));
  }

  private async send() {
    const missing = this.command.options.find(({ name, required }) => required && !this.values.get(name));
    if (missing) return this.field(missing.name)?.miss();
    if (this.isSending) return;
    this.isSending = true;
    const file = this.file && { file: await uploaded(this.file) };
    const result = await this.perform({
      kind: 'discord-slash',
      command: this.command.path,
      options: this.given(),
      ...file,
    });
    this.isSending = false;
    if (!result.refused) this.dispatchEvent(new CustomEvent('done'));
  }

  private readonly keyed = ({ key }: KeyboardEvent) => {
    if (key === 'Escape') this.dispatchEvent(new CustomEvent('leave'));
  };

  override render() {
    const { command, locale, used } = this;
    const byName = (name: string) => command.options.filter((option) => option.name === name);
    const others = command.options.filter(({ name }) => !used.includes(name));
    return html`<form
      aria-label=${`/${command.shown}`}
      @submit=${(event: Event) => {
        event.preventDefault();
        void this.send();
      }}
      @keydown=${this.keyed}
    >
      <span class="name">/${command.shown}</span>
      ${repeat(
        used.flatMap(byName),
        ({ name }) => name,
        (option) => this.option(option),
      )}
      ${others.map(
        (option) =>
          html`<button type="button" class="add" aria-label=${words.discord.composer.add(nameIn(option, locale))} @click=${() => this.add(option)}>
            + ${nameIn(option, locale)}
          </button>`,
      )}
      <span class="ends">
        <button type="button" class="leave" aria-label=${words.discord.composer.leave} @click=${() => this.dispatchEvent(new CustomEvent('leave'))}>
          ${icon('close')}
        </button>
        <button type="submit" class="send" aria-label=${words.discord.composer.send} aria-busy=${this.isSending}>
          ${icon('send')}
        </button>
      </span>
      ${this.isSending ? html`<span class="sending" role="status">…</span>` : nothing}
    </form>`;
  }

  private option(option: CommandOption) {
    return html`<discord-option
      name=${option.name}
      .option=${option}
      .locale=${this.locale}
      .suggest=${(typed: string) => this.suggestions(option, typed)}
      @entered=${(event: CustomEvent) => this.entered(option, event)}
      @drop=${() => this.drop(option)}
      @send=${() => void this.send()}
    ></discord-option>`;
  }
}

async function uploaded(file: File): Promise<UploadedFile> {
  const bytes = new Uint8Array(await file.arrayBuffer());
  let binary = '';
  for (const byte of bytes) binary += String.fromCharCode(byte);
  return { name: file.name, base64: btoa(binary) };
}

customElements.define('discord-command-form', DiscordCommandForm);
