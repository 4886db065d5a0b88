import { html, nothing } from 'lit';
import type { View } from '../protocol.ts';
import { words } from './words.ts';

const timeFormat = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit', second: '2-digit' });

/** Since when the content is what it is, and every complaint of the content check with its place. */
export function contentStatus({ readAtMs, problems }: View['content']) {
  const summary = problems.length === 0 ? words.content.sound : words.content.problems(problems.length);
  return html`<section class="content" role="status" aria-label=${words.content.label}>
    <p class=${problems.length === 0 ? 'sound' : 'unsound'}>
      ${words.content.readAt(timeFormat.format(readAtMs))}: <strong>${summary}</strong>
    </p>
    ${problems.length > 0 ? html`<ul tabindex="0">${problems.map(problemLine)}</ul>` : nothing}
  </section>`;
}

function problemLine({ severity, file, line, message }: View['content']['problems'][number]) {
  return html`<li class=${severity}>
    <strong>${words.content.severity[severity]}</strong>
    <code>${line === undefined ? file : `${file}:${line}`}</code>
    ${message}
  </li>`;
}
