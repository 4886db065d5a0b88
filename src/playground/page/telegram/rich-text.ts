import { html } from 'lit';
import { plainText, type RichButton, type RichText } from '../../../loopback/telegram/rich-blocks.ts';
import { button } from './keyboard.ts';
import type { MessageSurface } from './surface.ts';
import { command, link, type Shown, styled } from './text.ts';

/** A rich text with its formatting (core.telegram.org/bots/api#richtext). */
export function richText(text: RichText | undefined, surface: MessageSurface): Shown {
  if (text === undefined) return '';
  if (typeof text === 'string') return text;
  if (Array.isArray(text)) return text.map((piece) => richText(piece, surface));
  const inner = () => richText(text.text, surface);
  switch (text.type) {
    case 'url':
      return link(String(text.url), inner(), surface);
    case 'bot_command':
      return command(String(text.bot_command), surface);
    case 'custom_emoji':
    case 'mathematical_expression':
      return plainText(text);
    case 'button':
      return button(text.button as RichButton, surface);
    case 'date_time':
      return html`<time datetime=${new Date(Number(text.unix_time) * 1000).toISOString()}>${inner()}</time>`;
    default:
      return styled(text.type, inner(), surface);
  }
}
