import { html, LitElement, nothing, type PropertyValues } from 'lit';
import type { Act, ActResult, UploadedFile, View } from '../../protocol.ts';
import { composerStyle } from './composer-style.ts';
import { icon } from './icons.ts';
import type { Reply } from './replying.ts';
import { inlineQuery, matchingCommands, type Suggestion, suggestionList } from './suggestions.ts';
import type { ClientWords } from './words.ts';

const typingPauseMs = 250;

/**
 * The field in which a message is written. Events: `say` (a text), `file` (an UploadedFile), `choose` (an inline result: its query
 * and id), and `drop-reply`.
 */
export class TelegramComposer extends LitElement {
  static override styles = composerStyle;
  static override properties = {
    words: { attribute: false },
    botUsername: { attribute: false },
    menu: { attribute: false },
    placeholder: { attribute: false },
    reply: { attribute: false },
    act: { attribute: false },
    typed: { state: true },
    results: { state: true },
    active: { state: true },
    isClosed: { state: true },
  };

  declare words: ClientWords;
  declare botUsername: string;
  declare menu: View['telegram']['menu'];
  declare placeholder: string;
  declare reply: Reply | undefined;
  declare act: (act: Act) => Promise<ActResult>;
  declare private typed: string;
  declare private results: readonly Suggestion[] | undefined;
  declare private active: number;
  declare private isClosed: boolean;
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor() {
    super();
    this.typed = '';
    this.active = 0;
    this.isClosed = false;
  }

  /** Replaces what is typed, as a button that starts an inline query does. */
  write(text: string): void {
    this.typed = text;
    this.active = 0;
    this.isClosed = false;
    this.field?.focus();
    this.askInline();
  }

  private get field(): HTMLTextAreaElement | null {
    return this.renderRoot.querySelector('textarea');
  }

  private get query(): string | undefined {
    return inlineQuery(this.typed, this.botUsername);
  }

  private get suggestions(): readonly Suggestion[] | undefined {
    if (this.isClosed) return undefined;
    if (this.query !== undefined) return this.results;
    const commands = matchingCommands(this.menu, this.typed);
    return commands.length > 0 ? commands : undefined;
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearTimeout(this.timer);
  }

  override updated(changed: PropertyValues): void {
    if (changed.has('reply') && this.reply) this.field?.focus({ preventScroll: true });
    this.renderRoot.querySelector('.active')?.scrollIntoView({ block: 'nearest' });
  }

  override render() {
    const { words, reply, suggestions } = this;
    const isOpen = suggestions !== undefined;
    return html`
      ${
        suggestions
          ? suggestionList({
              all: suggestions,
              active: this.active,
              label: this.query === undefined ? words.commands : words.results,
              empty: words.noResults,
              choose: (one) => this.choose(one),
            })
          : nothing
      }
      ${
        reply
          ? html`<div class="replying">${icon('reply')}<div><b>${words.replyTo} ${reply.name}</b><span>${reply.text}</span></div>
            <button aria-label=${words.cancelReply} @click=${() => this.tell('drop-reply')}>${icon('close')}</button></div>`
          : nothing
      }
      <form class="composer" @submit=${this.submit}>
        ${
          this.menu.length > 0
            ? html`<button type="button" class="menu" aria-label=${words.commands} title=${words.commands}
              aria-expanded=${String(isOpen && this.query === undefined)} @click=${this.toggleMenu}>/</button>`
            : nothing
        }
        <div class="grown" data-typed=${`${this.typed} `}><textarea rows="1" aria-label=${words.write} aria-autocomplete="list"
          aria-controls=${isOpen ? 'suggestions' : nothing} aria-activedescendant=${isOpen ? `suggestion-${this.active}` : nothing}
          placeholder=${reply?.placeholder || this.placeholder} .value=${this.typed} @input=${this.type} @keydown=${this.key}
          ></textarea></div>
        <input type="file" hidden tabindex="-1" @change=${this.upload}>
        <button type="button" aria-label=${words.attach} title=${words.attach} @click=${this.pick}>${icon('attach')}</button>
        <button class="send" aria-label=${words.send} title=${words.send} ?disabled=${this.typed.trim() === ''}>${icon('send')}</button>
      </form>`;
  }

  private toggleMenu(): void {
    const isOpen = this.suggestions !== undefined && this.query === undefined;
    this.write(isOpen ? '' : '/');
  }

  private type(event: Event): void {
    this.typed = (event.target as HTMLTextAreaElement).value;
    this.active = 0;
    this.isClosed = false;
    this.askInline();
  }

  private askInline(): void {
    clearTimeout(this.timer);
    const { query } = this;
    if (query === undefined) {
      this.results = undefined;
      return;
    }
    this.timer = setTimeout(async () => {
      const { results } = await this.act({ kind: 'telegram-inline', query });
      if (this.query === query) this.results = results ?? [];
    }, typingPauseMs);
  }

  private key(event: KeyboardEvent): void {
    if (event.isComposing) return;
    const { suggestions = [] } = this;
    const active = suggestions[this.active];
    if (event.key === 'Escape') {
      if (suggestions.length > 0) this.isClosed = true;
      else if (this.reply) this.tell('drop-reply');
    } else if (active && (event.key === 'ArrowDown' || event.key === 'ArrowUp')) {
      event.preventDefault();
      const step = event.key === 'ArrowDown' ? 1 : -1;
      this.active = (this.active + step + suggestions.length) % suggestions.length;
    } else if (active && event.key === 'Tab' && !event.shiftKey && this.query === undefined) {
      event.preventDefault();
      this.write(`${active.title} `);
    } else if (event.key === 'Enter' && !event.shiftKey) {
      event.preventDefault();
      if (active) this.choose(active);
      else this.submit(event);
    }
  }

  private choose(one: Suggestion): void {
    const { query } = this;
    if (query === undefined) {
      this.say(one.title);
    } else {
      this.write('');
      this.tell('choose', { query, result: one.id });
    }
  }

  private submit(event: Event): void {
    event.preventDefault();
    const text = this.typed.trim();
    if (text !== '') this.say(text);
  }

  private say(text: string): void {
    this.write('');
    this.tell('say', text);
  }

  private pick(): void {
    this.renderRoot.querySelector<HTMLInputElement>('input[type=file]')?.click();
  }

  private async upload(event: Event): Promise<void> {
    const input = event.target as HTMLInputElement;
    const [file] = input.files ?? [];
    input.value = '';
    if (!file) return;
    const bytes = new Uint8Array(await file.arrayBuffer());
    let binary = '';
    for (const byte of bytes) binary += String.fromCharCode(byte);
    this.tell('file', { name: file.name, base64: btoa(binary) } satisfies UploadedFile);
  }

  private tell(type: string, detail?: unknown): void {
    this.dispatchEvent(new CustomEvent(type, { detail }));
  }
}

customElements.define('parley-telegram-composer', TelegramComposer);
