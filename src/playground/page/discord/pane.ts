import '@skyra/discord-components-core/discord-mention.js';
import '@skyra/discord-components-core/discord-message.js';
import '@skyra/discord-components-core/discord-messages.js';
import { html, LitElement, nothing } from 'lit';
import { keyed } from 'lit/directives/keyed.js';
import { repeat } from 'lit/directives/repeat.js';
import { localeOf } from '../../people.ts';
import type { Act, ActResult, DiscordMessage, Looking, Scene, View } from '../../protocol.ts';
import { words } from '../words.ts';
import { channelList, channelName } from './channel-list.ts';
import { messageCommands, slashCommands } from './commands.ts';
import './composer.ts';
import { componentStyle } from './component-style.ts';
import type { Surroundings } from './components.ts';
import type { DiscordComposer } from './composer.ts';
import { createFollowing } from './following.ts';
import { icon } from './icons.ts';
import { message, rawOf } from './message.ts';
import { messageMenu } from './message-menu.ts';
import { messageStyle } from './message-style.ts';
import './modal.ts';
import type { FieldValue } from './modal-field.ts';
import { type Names, namesIn } from './names.ts';
import { paneStyle } from './pane-style.ts';
import { type Command, shownName } from './payloads.ts';

/** Discord as a person sees it: the servers' channels, one of them open. Fires `look` with a channel's id when another is chosen. */
export class DiscordPane extends LitElement {
  static override styles = [paneStyle, messageStyle, componentStyle];
  static override properties = {
    scene: { attribute: false },
    view: { attribute: false },
    looking: { attribute: false },
    act: { attribute: false },
    nowMs: { attribute: false },
    theme: { reflect: true },
    listsChannels: { state: true },
    refusal: { state: true },
    pending: { state: true },
    menuOn: { state: true },
    modal: { state: true },
  };

  declare scene: Scene;
  declare view: View['discord'] | undefined;
  declare looking: Looking;
  declare act: (act: Act) => Promise<ActResult>;
  declare nowMs: number;
  declare theme: 'dark' | 'light';
  /** On a phone the list covers the messages. */
  declare private listsChannels: boolean;
  declare private refusal: string;
  declare private pending: { message: string; customId: string } | undefined;
  declare private menuOn: string | undefined;
  declare private modal: ActResult['modal'];
  private newest = '';
  private readonly following = createFollowing();

  constructor() {
    super();
    this.listsChannels = false;
    this.refusal = '';
    this.nowMs = 0;
    this.theme = 'dark';
  }

  /** What is shown may be of the channel that was open before. */
  private get messages(): DiscordMessage[] {
    const all = this.view?.messages ?? [];
    const isGuildChannel = this.looking.discord !== 'dm';
    const channel = all[0] && rawOf(all[0]).channel_id;
    const isElsewhere = isGuildChannel ? channel !== this.looking.discord : this.isInGuild(channel);
    return isElsewhere ? [] : all;
  }

  private isInGuild(channel: string | undefined): boolean {
    return this.scene.discord.guilds.some(({ channels }) => channels.some(({ id }) => id === channel));
  }

  get locale(): string {
    return localeOf(this.looking.language);
  }

  private names(): Names {
    return namesIn(this.messages, this.scene, this);
  }

  /** Acts and shows what comes of it: a form, a message to scroll to, or why it was refused. */
  private readonly perform = async (act: Act): Promise<ActResult> => {
    const result = await this.act(act);
    if (act.kind === 'discord-suggest') return result;
    this.refusal = result.refused ?? '';
    if (result.modal) this.modal = result.modal;
    if (result.message !== undefined) {
      if (this.messages.at(-1)?.raw.id === result.message || !this.has(result.message)) this.following.resume();
      this.requestUpdate();
    }
    return result;
  };

  private has(id: string | number): boolean {
    return this.messages.some(({ raw }) => raw.id === id);
  }

  private around(one: DiscordMessage, names: Names): Surroundings {
    const { id } = rawOf(one);
    const during = async (customId: string, act: Act) => {
      this.pending = { message: id, customId };
      await this.perform(act);
      this.pending = undefined;
    };
    return {
      names,
      pending: this.pending?.message === id ? this.pending.customId : undefined,
      press: (customId) => during(customId, { kind: 'discord-press', message: id, customId }),
      select: (customId, values) => during(customId, { kind: 'discord-select', message: id, customId, values }),
    };
  }

  private look(id: string) {
    this.listsChannels = false;
    this.refusal = '';
    this.following.resume();
    this.modal = undefined;
    this.dispatchEvent(new CustomEvent('look', { detail: id }));
  }

  override willUpdate(changed: Map<string, unknown>) {
    if (!changed.has('view')) return;
    const newest = this.messages.at(-1);
    const id = newest ? rawOf(newest).id : '';
    // An answer to oneself is always gone to; of others' messages, only if one was reading the end.
    if (id !== this.newest && newest?.ephemeral) this.following.resume();
    this.newest = id;
  }

  override firstUpdated() {
    const [log, messages] = ['.log', 'discord-messages'].map((one) => this.renderRoot.querySelector<HTMLElement>(one));
    if (log && messages) this.following.start(log, messages);
  }

  override updated() {
    this.following.toEnd();
  }

  override render() {
    const { scene, looking, listsChannels } = this;
    const name = channelName(scene, looking.discord);
    return html`<section aria-label=${words.discord.label} class=${listsChannels ? 'lists' : ''}>
      ${channelList(scene, looking.discord, this.view?.unread ?? [], (id) => this.look(id))}
      <div class="channel">
        <header>
          <button
            type="button"
            class="channels"
            aria-label=${words.discord.channels}
            aria-expanded=${listsChannels}
            @click=${() => {
              this.listsChannels = !listsChannels;
            }}
          >
            ${icon('menu')}
          </button>
          <h2>${icon(looking.discord === 'dm' ? 'person' : name.isNews ? 'news' : 'hash')} ${name.name}</h2>
        </header>
        ${this.log(name.spoken)}
        <p class="refusal" role="alert">${this.refusal}</p>
        <div class="composer">
          ${keyed(
            `${looking.discord} ${looking.person}`,
            html`<discord-composer
              .channel=${name.spoken}
              .commands=${slashCommands((this.view?.commands ?? []) as Command[], this.locale)}
              .locale=${this.locale}
              .perform=${this.perform}
            ></discord-composer>`,
          )}
        </div>
      </div>
      ${this.form()}
    </section>`;
  }

  private log(channel: string) {
    const names = this.names();
    const apps = messageCommands((this.view?.commands ?? []) as Command[], this.locale);
    const { messages } = this;
    return html`<div
      class="log"
      role="log"
      aria-live="polite"
      aria-label=${words.discord.messages(channel)}
      lang=${this.looking.language}
      tabindex="0"
    >
      <discord-messages no-background ?light-theme=${this.theme === 'light'}>
        ${repeat(
          messages,
          ({ raw }) => raw.id,
          (one, i) =>
            message(one, messages[i - 1], this.around(one, names), apps.length > 0 ? this.menu(one, apps) : nothing),
        )}
      </discord-messages>
      ${messages.length === 0 && this.view ? html`<p class="empty">${words.discord.empty}</p>` : nothing}
    </div>`;
  }

  private menu(one: DiscordMessage, apps: { name: string; shown: string }[]) {
    const { id, author } = rawOf(one);
    return messageMenu({
      label: words.discord.messageMenu(shownName(author)),
      apps,
      isOpen: this.menuOn === id,
      toggle: (isOpen) => {
        this.menuOn = isOpen ? id : undefined;
      },
      choose: (command) => {
        this.menuOn = undefined;
        void this.perform({ kind: 'discord-menu', command, message: id });
      },
    });
  }

  private form() {
    const { modal } = this;
    if (!modal) return nothing;
    const leave = () => {
      this.modal = undefined;
      this.renderRoot.querySelector<DiscordComposer>('discord-composer')?.focus();
    };
    const submit = async (fields: Record<string, FieldValue>) => {
      const result = await this.act({ kind: 'discord-submit', modal: modal.id, fields });
      if (result.refused) return result;
      leave();
      this.modal = result.modal;
      if (result.message !== undefined && !this.has(result.message)) this.following.resume();
      return result;
    };
    return keyed(
      modal.id,
      html`<parley-discord-modal .modal=${modal} .names=${this.names()} .submit=${submit} @leave=${leave}></parley-discord-modal>`,
    );
  }
}

customElements.define('parley-discord', DiscordPane);
