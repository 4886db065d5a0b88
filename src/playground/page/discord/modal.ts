import { html, LitElement } from 'lit';
import type { ActResult } from '../../protocol.ts';
import { words } from '../words.ts';
import { icon } from './icons.ts';
import { markdown } from './markdown.ts';
import { type FieldValue, modalField, presetOf } from './modal-field.ts';
import { modalStyle } from './modal-style.ts';
import type { Names } from './names.ts';
import { type Component, componentType } from './payloads.ts';

/** A form of the bot's in a dialog. Fires `leave`; what was entered stays until it is taken or left. */
export class DiscordModal extends LitElement {
  static override styles = modalStyle;
  static override properties = {
    modal: { attribute: false },
    names: { attribute: false },
    submit: { attribute: false },
    refusal: { state: true },
    isSending: { state: true },
    values: { state: true },
  };

  declare modal: NonNullable<ActResult['modal']>;
  declare names: Names;
  declare submit: (fields: Record<string, FieldValue>) => Promise<ActResult>;
  declare private refusal: string;
  declare private isSending: boolean;
  declare private values: Record<string, FieldValue>;

  constructor() {
    super();
    this.refusal = '';
    this.isSending = false;
    this.values = {};
  }

  private get components(): Component[] {
    return (this.modal.data.components ?? []) as Component[];
  }

  override willUpdate(changed: Map<string, unknown>) {
    if (!changed.has('modal')) return;
    const inputs = this.components.flatMap(({ component, components }) =>
      component ? [component] : (components ?? []),
    );
    this.values = Object.fromEntries(inputs.map((input) => [input.custom_id ?? '', presetOf(input)]));
    this.refusal = '';
  }

  override firstUpdated() {
    this.renderRoot.querySelector('dialog')?.showModal();
    this.renderRoot.querySelector<HTMLElement>('.body :is(input, textarea, discord-choice)')?.focus();
  }

  private readonly leave = () => this.dispatchEvent(new CustomEvent('leave'));

  private readonly send = async (event: Event) => {
    event.preventDefault();
    if (this.isSending) return;
    this.isSending = true;
    this.refusal = '';
    this.refusal = (await this.submit(this.values)).refused ?? '';
    this.isSending = false;
  };

  override render() {
    return html`<dialog aria-labelledby="title" @cancel=${this.leave} @keydown=${(event: Event) => event.stopPropagation()}>
      <form @submit=${this.send}>
        <header>
          <h2 id="title">${this.modal.data.title}</h2>
          <button type="button" class="close" aria-label=${words.discord.modal.close} @click=${this.leave}>${icon('close')}</button>
        </header>
        <div class="body">
          <p class="warning">${words.discord.modal.notice(words.discord.botName)}</p>
          ${this.components.map((one) => this.drawn(one))}
          <p class="refusal" role="alert">${this.refusal}</p>
        </div>
        <footer>
          <button type="button" class="cancel" @click=${this.leave}>${words.discord.modal.cancel}</button>
          <button type="submit" class="submit" aria-busy=${this.isSending}>${words.discord.modal.submit}</button>
        </footer>
      </form>
    </dialog>`;
  }

  private drawn(one: Component) {
    if (one.type === componentType.text)
      return html`<div class="text">${markdown(one.content ?? '', this.names)}</div>`;
    const inputs = one.component ? [one.component] : (one.components ?? []);
    return inputs.map((input) => {
      const id = input.custom_id ?? '';
      return modalField(one, input, this.values[id] ?? '', (value) => {
        this.values = { ...this.values, [id]: value };
      });
    });
  }
}

customElements.define('parley-discord-modal', DiscordModal);
