import { html, nothing } from 'lit';
import type { Scene } from '../../protocol.ts';
import { words } from '../words.ts';
import { icon } from './icons.ts';

interface ChannelName {
  name: string;
  /** With its sign, as one speaks of it: `#general`. */
  spoken: string;
  isNews: boolean;
}

export function channelName({ discord }: Scene, id: string): ChannelName {
  const channel = discord.guilds.flatMap(({ channels }) => channels).find((one) => one.id === id);
  if (!channel) return { name: words.discord.botName, spoken: `@${words.discord.botName}`, isNews: false };
  return { name: channel.name, spoken: `#${channel.name}`, isNews: channel.kind === 'news' };
}

/** The servers with their channels, and the private chat with the bot; a dot marks what is unread. */
export function channelList(
  { discord }: Scene,
  current: string,
  unread: readonly string[],
  look: (id: string) => void,
) {
  const entry = (id: string, name: string, sign: 'hash' | 'news' | 'person') => {
    const isUnread = unread.includes(id) && id !== current;
    return html`<li>
      <button type="button" class=${isUnread ? 'unread' : ''} aria-current=${id === current ? 'page' : nothing} @click=${() => look(id)}>
        ${icon(sign)}<span>${name}</span>
        ${isUnread ? html`<span class="dot" role="img" aria-label=${words.discord.unread}></span>` : nothing}
      </button>
    </li>`;
  };
  return html`<nav aria-label=${words.discord.channels}>
    ${discord.guilds.map(
      (guild) => html`<h3>${guild.name}</h3>
        <ul>
          ${guild.channels.map(({ id, name, kind }) => entry(id, name, kind === 'news' ? 'news' : 'hash'))}
        </ul>`,
    )}
    <h3>${words.discord.direct}</h3>
    <ul>
      ${entry('dm', words.discord.botName, 'person')}
    </ul>
  </nav>`;
}
