import { html, nothing } from 'lit';
import type { Scene } from '../../protocol.ts';
import { faceOf, initialsOf } from './faces.ts';
import { icon } from './icons.ts';
import type { ClientWords } from './words.ts';

export type Chat = Scene['telegram']['chats'][number];

interface Listed {
  chats: readonly Chat[];
  chosen: number;
  unread: readonly number[];
  /** The last line of a chat, as far as it was seen. */
  previewOf(id: number): string | undefined;
  words: ClientWords;
  choose(id: number): void;
}

export const avatar = ({ id, title }: Chat) =>
  html`<span class="avatar face-${faceOf(id)}" aria-hidden="true">${initialsOf(title)}</span>`;

/** The chats that a person has, with those marked in which something is new. */
export const chatList = ({ chats, chosen, unread, previewOf, words, choose }: Listed) => html`<nav class="chats"
  aria-label=${words.chats}><h2>${words.chats}</h2><ul role="list">${chats.map((chat) => {
    const isUnread = unread.includes(chat.id) && chat.id !== chosen;
    const preview = isUnread ? words.newMessages : (previewOf(chat.id) ?? words.kinds[chat.kind]);
    return html`<li><button class="chat" aria-current=${chat.id === chosen ? 'true' : nothing} @click=${() => choose(chat.id)}>
      ${avatar(chat)}<span class="chat-text"><b>${chat.kind === 'private' ? nothing : icon(chat.kind)} ${chat.title}</b>
      <small>${preview}</small></span>
      ${isUnread ? html`<span class="badge"><span class="aloud">${words.unread}</span></span>` : nothing}</button></li>`;
  })}</ul></nav>`;
