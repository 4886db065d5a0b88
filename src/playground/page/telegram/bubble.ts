import { html, nothing } from 'lit';
import { keyed } from 'lit/directives/keyed.js';
import type { TelegramMessage } from '../../protocol.ts';
import { excerptOf } from './excerpt.ts';
import { faceOf, initialsOf } from './faces.ts';
import { icon } from './icons.ts';
import { keyboard } from './keyboard.ts';
import { idOf, keyOf, type Message, messageOf, nameOf, senderOf } from './message.ts';
import { richMessage } from './rich-message.ts';
import { serviceText } from './service.ts';
import type { Standing } from './standing.ts';
import type { MessageSurface } from './surface.ts';
import { formattedText, type Shown } from './text.ts';

const sizeUnits = ['B', 'KB', 'MB', 'GB'];

/** One message: its bubble, and the keyboard under it; in groups people are told apart by names and avatars. */
export function bubble(
  shown: TelegramMessage,
  standing: Standing & { showsSender: boolean },
  surface: MessageSurface,
): Shown {
  const message = messageOf(shown);
  const { words } = surface;
  const service = serviceText(message);
  if (service !== undefined) return html`<p class="pill" aria-label="${words.service}: ${service}">${service}</p>`;
  const sender = senderOf(message);
  const name = nameOf(sender);
  const rows = message.reply_markup?.inline_keyboard ?? [];
  const isNamed = standing.showsSender && !shown.mine;
  const look = [
    shown.mine ? 'out' : 'in',
    ...(standing.isFirst ? ['first'] : []),
    ...(standing.isLast ? ['last'] : []),
    ...(message.rich_message ? ['rich'] : []),
    ...(shown.ephemeral ? ['ephemeral'] : []),
    ...(isNamed ? ['named'] : []),
  ].join(' ');
  const face = `face-${faceOf(sender?.id ?? 0)}`;
  return html`<article class="message ${look}" id=${keyOf(shown)} data-id=${idOf(shown)}
    aria-label="${shown.mine ? words.you : name}, ${timeOf(message.date, surface.language)}">
    <div class="column"><div class="bubble">
      ${isNamed && standing.isLast ? html`<span class="avatar ${face}" aria-hidden="true">${initialsOf(name)}</span>` : nothing}
      ${shown.ephemeral ? html`<div class="alone">${icon('eye')} ${words.onlyYou}</div>` : nothing}
      ${isNamed && standing.isFirst ? html`<div class="name ${face}">${name}</div>` : nothing}
      ${message.via_bot ? html`<div class="via">${words.via} @${message.via_bot.username}</div>` : nothing}
      ${message.reply_to_message ? quoted(message.reply_to_message, surface) : nothing}
      ${shown.file ? file(shown.file, message, surface) : nothing}
      ${keyed(JSON.stringify([message.text, message.caption, message.rich_message]), content(message, surface))}
      ${meta(shown, message, surface)}
    </div>${rows.length > 0 ? keyboard(rows, surface) : nothing}</div>
    ${surface.reply ? html`<button class="reply" title=${words.reply} aria-label=${words.reply} @click=${surface.reply}>${icon('reply')}</button>` : nothing}
  </article>`;
}

function content(message: Message, surface: MessageSurface): Shown {
  const { rich_message: rich, text, caption } = message;
  if (rich)
    return html`<div class="blocks rich" dir=${rich.is_rtl ? 'rtl' : 'auto'}>${richMessage(rich.blocks, surface)}</div>`;
  const entities = (text === undefined ? message.caption_entities : message.entities) ?? [];
  const shown = text ?? caption ?? '';
  return shown === '' ? '' : html`<div class="text" dir="auto">${formattedText(shown, entities, surface)}</div>`;
}

function quoted(message: Message, { words }: MessageSurface): Shown {
  const sender = senderOf(message);
  return html`<div class="quoted face-${faceOf(sender?.id ?? 0)}"><b>${nameOf(sender)}</b><span>${excerptOf(message, words) || words.gone}</span></div>`;
}

function file(
  { name, url, isPicture }: NonNullable<TelegramMessage['file']>,
  message: Message,
  surface: MessageSurface,
) {
  const alt = message.caption ?? surface.words.photo;
  if (isPicture)
    return html`<a class="photo" href=${url} target="_blank" rel="noopener noreferrer"><img src=${url} alt=${alt}></a>`;
  const bytes = message.document?.file_size;
  return html`<a class="file" href=${url} download=${name}><span class="file-icon">${icon('file')}</span>
    <span><b>${name}</b><small>${bytes === undefined ? '' : sizeOf(bytes, surface.language)}</small></span></a>`;
}

function meta({ silent, mine }: TelegramMessage, message: Message, { words, language }: MessageSurface): Shown {
  const edited = message.edit_date === undefined ? '' : `${words.edited} `;
  return html`<span class="meta">${silent ? icon('silent', words.silent) : nothing}${edited}<time
    datetime=${new Date(message.date * 1000).toISOString()}>${timeOf(message.date, language)}</time>${mine ? icon('read', words.read) : nothing}</span>`;
}

const timeOf = (seconds: number, language: string): string =>
  new Date(seconds * 1000).toLocaleTimeString(language, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });

function sizeOf(bytes: number, language: string): string {
  const power = Math.min(Math.floor(Math.log(Math.max(bytes, 1)) / Math.log(1024)), sizeUnits.length - 1);
  const amount = (bytes / 1024 ** power).toLocaleString(language, { maximumFractionDigits: power === 0 ? 0 : 1 });
  return `${amount} ${sizeUnits[power]}`;
}
