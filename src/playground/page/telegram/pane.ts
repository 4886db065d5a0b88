import { html, LitElement, nothing, type PropertyValues } from 'lit';
import { keyed } from 'lit/directives/keyed.js';
import { repeat } from 'lit/directives/repeat.js';
import type { Act, ActResult, Looking, Scene, TelegramMessage, View } from '../../protocol.ts';
import { bubble } from './bubble.ts';
import { avatar, type Chat, chatList } from './chat-list.ts';
import './composer.ts';
import type { TelegramComposer } from './composer.ts';
import { excerptOf } from './excerpt.ts';
import { createFollowing } from './following.ts';
import { icon, wallpaper } from './icons.ts';
import { linkTarget, startPayload } from './links.ts';
import { idOf, isIn, keyOf, messageOf } from './message.ts';
import { createNotices } from './notices.ts';
import { createReplying } from './replying.ts';
import { standingOf } from './standing.ts';
import { paneStyles } from './styles.ts';
import type { Surface } from './surface.ts';
import { clientWords } from './words.ts';

/** Telegram as a person sees it: their chats, one of them open. Fires `look` with a chat's id when another is chosen. */
export class TelegramPane extends LitElement {
  static override styles = paneStyles;
  static override properties = {
    scene: { attribute: false },
    view: { attribute: false },
    looking: { attribute: false },
    act: { attribute: false },
    listsChats: { state: true },
    pressing: { state: true },
  };

  declare scene: Scene;
  declare view: View['telegram'] | undefined;
  declare looking: Looking;
  declare act: (act: Act) => Promise<ActResult>;
  /** On a phone the list covers the chat. */
  declare private listsChats: boolean;
  declare private pressing: { key: string; label: string } | undefined;

  private readonly notices = createNotices(() => this.requestUpdate());
  private readonly replying = createReplying(() => this.requestUpdate());
  private readonly previews = new Map<string, string>();
  private readonly following = createFollowing();
  /** What is said once the private chat is open. */
  private toSay: string | undefined;

  private get words() {
    return clientWords[this.looking.language];
  }

  private get chat(): Chat | undefined {
    return this.scene.telegram.chats.find(({ id }) => id === this.looking.telegram);
  }

  /** What is shown may be of the chat that was open before. */
  private get messages(): readonly TelegramMessage[] {
    const all = this.view?.messages ?? [];
    return all[0] && !isIn(this.looking.telegram, all[0]) ? [] : all;
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.following.stop();
    this.notices.stop();
  }

  override willUpdate(changed: PropertyValues<this>): void {
    const before = changed.get('looking');
    if (before && (before.telegram !== this.looking.telegram || before.person !== this.looking.person)) {
      this.replying.restart();
      this.following.restart();
    }
    if (!changed.has('view')) return;
    const last = this.messages.at(-1);
    if (last) this.previews.set(this.placeKey(this.looking.telegram), excerptOf(messageOf(last), this.words));
    this.replying.heed(this.messages, this.words);
  }

  override updated(changed: PropertyValues<this>): void {
    this.renderRoot.querySelector<HTMLDialogElement>('dialog:not([open])')?.showModal();
    const { log } = this;
    if (log && changed.has('view')) this.following.follow(log, this.messages);
    if (this.toSay !== undefined && this.looking.telegram === 0 && changed.has('looking')) {
      const text = this.toSay;
      this.toSay = undefined;
      void this.say(text);
    }
  }

  override render() {
    const { chat, words, looking, scene } = this;
    if (!chat) return nothing;
    return html`<div class="window ${this.listsChats ? 'lists-chats' : ''}">
      ${chatList({
        chats: scene.telegram.chats,
        chosen: looking.telegram,
        unread: this.view?.unread ?? [],
        previewOf: (id) => this.previews.get(this.placeKey(id)),
        words,
        choose: (id) => this.choose(id),
      })}
      <section class="open" aria-label=${chat.title}>
        <header><button class="back" aria-label=${words.back} @click=${() => this.list()}>${icon('back')}${this.hasUnread ? html`<span class="badge"></span>` : nothing}</button>
          ${avatar(chat)}<div><h2>${chat.title}</h2><small>${words.kinds[chat.kind]}</small></div></header>
        <div class="log-frame">${wallpaper}<div class="log" role="log" aria-live="polite" aria-label=${words.messages} tabindex="0" @scroll=${this.scrolled}>
          <div class="messages ${chat.kind}">${this.messages.length === 0 ? html`<p class="pill">${words.empty}</p>` : nothing}
          ${repeat(this.messages, keyOf, (message, index) => this.message(message, index, chat))}</div></div></div>
        ${this.composer(chat)}
        ${this.notices.toast()}
      </section>
      ${this.notices.dialog(words.ok)}
    </div>`;
  }

  private get log(): HTMLElement | null {
    return this.renderRoot.querySelector('.log');
  }

  private get hasUnread(): boolean {
    return this.view?.unread.some((id) => id !== this.looking.telegram) ?? false;
  }

  private composer(chat: Chat) {
    const { words, looking } = this;
    const mayWrite = chat.kind !== 'channel' || looking.person === 'moderator' || looking.person === 'operator';
    if (!mayWrite) return html`<p class="closed">${words.adminsOnly}</p>`;
    // Until it has come, whether the chat is yet to be started is not known.
    if (chat.kind === 'private' && !this.view) return html`<p class="closed" aria-busy="true"></p>`;
    if (chat.kind === 'private' && this.messages.length === 0)
      return html`<button class="closed start" @click=${() => this.say('/start')}>${words.start}</button>`;
    return keyed(
      this.placeKey(chat.id),
      html`<parley-telegram-composer .words=${words} .botUsername=${this.scene.telegram.botUsername} .menu=${this.view?.menu ?? []}
        .placeholder=${chat.kind === 'channel' ? words.broadcast : words.write} .reply=${this.replying.reply} .act=${this.act}
        @say=${(event: CustomEvent<string>) => this.say(this.addressed(event.detail), this.replying.reply?.id)}
        @file=${(event: CustomEvent) => this.carryOut({ kind: 'telegram-file', file: event.detail })}
        @choose=${(event: CustomEvent<{ query: string; result: string }>) => this.carryOut({ kind: 'telegram-choose', ...event.detail })}
        @drop-reply=${this.replying.drop}></parley-telegram-composer>`,
    );
  }

  private message(shown: TelegramMessage, index: number, chat: Chat) {
    const standing = standingOf(this.messages, index, this.looking.language);
    const mayReply = chat.kind !== 'channel' && !shown.ephemeral;
    const { label, key } = this.pressing ?? {};
    return html`${standing.day === undefined ? nothing : html`<p class="pill">${standing.day}</p>`}
      ${bubble(
        shown,
        { ...standing, showsSender: chat.kind !== 'private' },
        {
          ...this.surface,
          press: (pressed) => void this.press(shown, pressed),
          pressing: key === keyOf(shown) ? label : undefined,
          ...(mayReply && { reply: () => this.replying.to(shown, this.words) }),
        },
      )}`;
  }

  private get surface(): Surface {
    return {
      words: this.words,
      language: this.looking.language,
      say: (text) => void this.say(this.addressed(text)),
      open: (url) => this.openHere(url),
      copy: (text) => void navigator.clipboard.writeText(text).then(() => this.notices.remark(this.words.copied)),
      write: (query) =>
        this.renderRoot
          .querySelector<TelegramComposer>('parley-telegram-composer')
          ?.write(`@${this.scene.telegram.botUsername} ${query}`),
    };
  }

  /** Outside private chats a tapped or chosen command names its bot. */
  private addressed(text: string): string {
    return this.chat?.kind !== 'private' && /^\/\w+$/u.test(text) ? `${text}@${this.scene.telegram.botUsername}` : text;
  }

  private async press(shown: TelegramMessage, label: string): Promise<void> {
    const pressing = { key: keyOf(shown), label };
    this.pressing = pressing;
    const { toast } = await this.carryOut({
      kind: 'telegram-press',
      message: idOf(shown),
      ephemeral: shown.ephemeral,
      text: label,
    });
    if (this.pressing === pressing) this.pressing = undefined;
    if (!toast) return;
    if (toast.url !== undefined && !this.openHere(toast.url)) {
      const target = linkTarget(toast.url);
      if (target) window.open(target, '_blank', 'noopener');
    }
    if (toast.text === '') return;
    if (toast.isAlert) this.notices.alert(toast.text);
    else this.notices.remark(toast.text);
  }

  private async say(text: string, replyTo?: number): Promise<void> {
    this.replying.drop();
    await this.carryOut({ kind: 'telegram-say', text, ...(replyTo !== undefined && { replyTo }) });
  }

  private async carryOut(act: Act): Promise<ActResult> {
    this.following.expectAnswer();
    const result = await this.act(act);
    if (result.refused) this.notices.remark(result.refused);
    return result;
  }

  /** Opens a link that starts the bot in its private chat. */
  private openHere(url: string): boolean {
    const payload = startPayload(url, this.scene.telegram.botUsername);
    if (payload === undefined) return false;
    const text = `/start ${payload}`.trim();
    if (this.looking.telegram === 0) void this.say(text);
    else {
      this.toSay = text;
      this.choose(0);
    }
    return true;
  }

  private choose(id: number): void {
    this.listsChats = false;
    if (id !== this.looking.telegram) this.dispatchEvent(new CustomEvent('look', { detail: id }));
  }

  private list(): void {
    this.listsChats = true;
  }

  private scrolled({ target }: Event): void {
    this.following.scrolled(target as HTMLElement);
  }

  private placeKey(chat: number): string {
    return `${this.looking.person}/${chat}`;
  }
}

customElements.define('parley-telegram', TelegramPane);
