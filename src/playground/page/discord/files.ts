import { html, nothing } from 'lit';
import { words } from '../words.ts';
import { icon } from './icons.ts';
import type { Attachment, Media } from './payloads.ts';

/** The page loads nothing from other hosts: a file elsewhere has no address here. */
function ownUrl(url: string | undefined): string | undefined {
  return url !== undefined && URL.parse(url, location.href)?.origin === location.origin ? url : undefined;
}

/** A picture with its alternative text, which Discord shows on a badge. */
export function picture(media: Media | undefined, description?: string | null) {
  const url = ownUrl(media?.url);
  if (!url) return html`<p class="elsewhere">${words.discord.elsewhere}</p>`;
  return html`<a class="picture" href=${url} target="_blank" rel="noopener">
    <img src=${url} alt=${description || words.discord.noAlt} />
    ${description ? html`<span class="alt" aria-hidden="true" title=${description}>ALT</span>` : nothing}
  </a>`;
}

/** A file that is saved rather than shown. */
export function fileCard({
  name,
  size,
  url,
}: {
  name?: string | undefined;
  size?: number | undefined;
  url?: string | undefined;
}) {
  const address = ownUrl(url);
  const shown = name ?? words.discord.file;
  return html`<div class="file">
    ${icon('file')}
    <span>
      ${address ? html`<a href=${address} download=${shown}>${shown}</a>` : shown}
      ${size === undefined ? nothing : html`<small>${bytes(size)}</small>`}
    </span>
  </div>`;
}

/** A message's attachments, apart from those that its components show. */
export function attachments(all: Attachment[], shownUrls: ReadonlySet<string>) {
  return all
    .filter(({ url }) => !shownUrls.has(url))
    .map(({ filename, content_type: mime, description, size, url }) =>
      mime?.startsWith('image/')
        ? html`<div class="gallery">${picture({ url }, description)}</div>`
        : fileCard({ name: filename, size, url }),
    );
}

function bytes(size: number): string {
  if (size < 1_000) return `${size} bytes`;
  return size < 1_000_000 ? `${(size / 1_000).toFixed(1)} KB` : `${(size / 1_000_000).toFixed(1)} MB`;
}
