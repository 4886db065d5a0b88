import { html } from 'lit';
import { words } from '../words.ts';

const styles: Record<string, Intl.DateTimeFormatOptions> = {
  t: { timeStyle: 'short' },
  T: { timeStyle: 'medium' },
  d: { dateStyle: 'short' },
  D: { dateStyle: 'long' },
  f: { dateStyle: 'long', timeStyle: 'short' },
  F: { dateStyle: 'full', timeStyle: 'short' },
};
const units = [
  ['year', 365 * 86_400_000],
  ['month', 30 * 86_400_000],
  ['day', 86_400_000],
  ['hour', 3_600_000],
  ['minute', 60_000],
  ['second', 1_000],
] as const;

/** A timestamp in a text, in one of Discord's styles (discord.com/developers/docs/reference#message-formatting). */
export function timestamp(ms: number, style = 'f', { locale, nowMs }: { locale: string; nowMs: number }): unknown {
  const date = new Date(ms);
  if (Number.isNaN(date.getTime())) return '';
  const shown =
    style === 'R'
      ? relative(ms - nowMs, locale)
      : new Intl.DateTimeFormat(locale, styles[style] ?? styles.f).format(date);
  return html`<time class="timestamp" datetime=${date.toISOString()}>${shown}</time>`;
}

function relative(aheadMs: number, locale: string): string {
  const [unit, unitMs] = units.find(([, size]) => Math.abs(aheadMs) >= size) ?? (['second', 1_000] as const);
  return new Intl.RelativeTimeFormat(locale, { numeric: 'auto' }).format(Math.trunc(aheadMs / unitMs), unit);
}

/** When a message was sent, as Discord says it beside the author. */
export function sentAt(ms: number, nowMs: number): string {
  const time = new Intl.DateTimeFormat('en-GB', { timeStyle: 'short' }).format(ms);
  const day = (at: number) => new Date(at).toDateString();
  if (day(ms) === day(nowMs)) return words.discord.today(time);
  if (day(ms) === day(nowMs - 86_400_000)) return words.discord.yesterday(time);
  return `${new Intl.DateTimeFormat('en-GB', { dateStyle: 'short' }).format(ms)} ${time}`;
}
