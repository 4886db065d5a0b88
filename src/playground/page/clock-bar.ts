import { html, nothing } from 'lit';
import { words } from './words.ts';

const hourMs = 3_600_000;
const steps = [
  { name: words.clock.forward.hour, ms: hourMs },
  { name: words.clock.forward.day, ms: 24 * hourMs },
  { name: words.clock.forward.week, ms: 7 * 24 * hourMs },
];
const timeFormat = new Intl.DateTimeFormat('en-GB', {
  weekday: 'short',
  day: 'numeric',
  month: 'short',
  year: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
  timeZoneName: 'short',
});

/** Parley's time, how far it is ahead, and buttons that move it forward. */
export function clockBar(nowMs: number, aheadMs: number, forward: (ms: number) => void) {
  return html`<section class="clock" aria-label=${words.clock.label}>
    <time datetime=${new Date(nowMs).toISOString()}>${timeFormat.format(nowMs)}</time>
    ${aheadMs > 0 ? html`<span class="ahead">${words.clock.ahead(spanOf(aheadMs))}</span>` : nothing}
    <span class="steps">
      ${steps.map(({ name, ms }) => html`<button type="button" @click=${() => forward(ms)}>${name}</button>`)}
    </span>
  </section>`;
}

function spanOf(ms: number): string {
  const hours = Math.round(ms / hourMs);
  const parts = [
    [Math.floor(hours / 24), 'd'],
    [hours % 24, 'h'],
  ] as const;
  return parts.flatMap(([count, unit]) => (count > 0 ? `${count} ${unit}` : [])).join(' ');
}
