import { html, nothing } from 'lit';
import type { DiscordMessage } from '../../protocol.ts';
import { words } from '../words.ts';
import { avatarOf } from './avatars.ts';
import { components, type Surroundings } from './components.ts';
import { attachments } from './files.ts';
import { icon } from './icons.ts';
import { markdown } from './markdown.ts';
import { type Component, type Message, shownName } from './payloads.ts';
import { sentAt } from './timestamps.ts';

export const rawOf = ({ raw }: DiscordMessage): Message => raw as unknown as Message;

/** Discord leaves the author out where the same one goes on within this time. */
const togetherMs = 7 * 60_000;

/** One message as Discord shows it, its menu of apps apart. */
export function message(
  shown: DiscordMessage,
  before: DiscordMessage | undefined,
  around: Surroundings,
  menu: unknown,
) {
  const raw = rawOf(shown);
  const author = shownName(raw.author);
  const time = sentAt(Date.parse(raw.timestamp), around.names.nowMs);
  return html`<discord-message
    role="article"
    aria-label=${words.discord.messageOf(author, time)}
    class=${shown.ephemeral ? 'ephemeral' : ''}
    data-id=${raw.id}
    author=${author}
    avatar=${avatarOf(author)}
    timestamp=${time}
    ?bot=${raw.author.bot}
    ?message-body-only=${goesOn(shown, before)}
  >
    ${shown.used ? usedCommand(shown.used) : reply(raw)}
    ${shown.loading ? thinking(author) : content(shown, raw, around)}
    ${shown.ephemeral ? html`<div class="only-you">${icon('eye')} ${words.discord.onlyYou}</div>` : nothing}
    ${menu}
  </discord-message>`;
}

function goesOn(shown: DiscordMessage, before: DiscordMessage | undefined): boolean {
  if (!before || shown.used || shown.ephemeral !== before.ephemeral) return false;
  const [one, other] = [rawOf(before), rawOf(shown)];
  const isReply = other.message_reference !== undefined && other.message_reference !== null;
  const apartMs = Date.parse(other.timestamp) - Date.parse(one.timestamp);
  return !isReply && one.author.id === other.author.id && apartMs < togetherMs;
}

function content(shown: DiscordMessage, raw: Message, around: Surroundings) {
  const edited = shown.edited ? html`<span class="edited">${words.discord.edited}</span>` : nothing;
  return html`
    ${raw.content ? html`<div class="content">${markdown(raw.content, around.names)}</div>` : nothing}
    ${(raw.embeds ?? []).map(
      ({ title, description }) =>
        html`<div class="container"><div class="inside">
          ${title ? html`<strong>${title}</strong>` : nothing} ${markdown(description ?? '', around.names)}
        </div></div>`,
    )}
    <div class="components">${components(raw.components, around)}</div>
    ${attachments(raw.attachments ?? [], shownUrls(raw.components))} ${edited}
  `;
}

const thinking = (bot: string) =>
  html`<div class="thinking" role="status"><span aria-hidden="true">•••</span> ${words.discord.thinking(bot)}</div>`;

function usedCommand({ by, command }: NonNullable<DiscordMessage['used']>) {
  return html`<div slot="reply" class="reference">
    <img src=${avatarOf(by)} alt="" />
    <strong>${by}</strong> ${words.discord.used} <span class="used">${command}</span>
  </div>`;
}

function reply(raw: Message) {
  const to = raw.referenced_message;
  if (!raw.message_reference) return nothing;
  if (!to) return html`<div slot="reply" class="reference"><em>${words.discord.replyGone}</em></div>`;
  const name = shownName(to.author);
  return html`<div slot="reply" class="reference">
    <img src=${avatarOf(name)} alt="" />
    <strong>${name}</strong> <span class="excerpt">${excerptOf(to)}</span>
  </div>`;
}

function excerptOf({ content: text, components: all }: Message): string {
  return (text || texts(all).join(' ')).replace(/[#*_>`~\\]|-# /gu, '').slice(0, 120);
}

const texts = (all: Component[] = []): string[] =>
  all.flatMap(({ content: text, components: inside }) => [...(text ? [text] : []), ...texts(inside)]);

function shownUrls(all: Component[] = []): Set<string> {
  const urlsOf = (one: Component): string[] => [
    ...[one.media?.url, one.file?.url, ...(one.items ?? []).map(({ media }) => media.url)].filter(
      (url) => url !== undefined,
    ),
    ...[...(one.components ?? []), ...(one.accessory ? [one.accessory] : [])].flatMap(urlsOf),
  ];
  return new Set(all.flatMap(urlsOf));
}
