import { html, nothing } from 'lit';
import { words } from '../words.ts';
import { button } from './button.ts';
import { fileCard, picture } from './files.ts';
import { markdown } from './markdown.ts';
import type { Names } from './names.ts';
import { type Component, componentType as type } from './payloads.ts';
import './select.ts';

/** What the components of one message need to be shown and to act. */
export interface Surroundings {
  names: Names;
  /** The custom id of a component whose press is being answered. */
  pending: string | undefined;
  press: (customId: string) => void;
  select: (customId: string, values: string[]) => void;
}

/** The components of a message (discord.com/developers/docs/components/reference) as Discord draws them. */
export function components(all: Component[] | undefined, around: Surroundings): unknown {
  return (all ?? []).map((one) => component(one, around));
}

function component(one: Component, around: Surroundings): unknown {
  switch (one.type) {
    case type.row:
      return html`<div class="row">${components(one.components, around)}</div>`;
    case type.button:
      return button(one, around);
    case type.select:
      return select(one, around);
    case type.section:
      return html`<div class="section">
        <div>${components(one.components, around)}</div>
        ${one.accessory ? component(one.accessory, around) : nothing}
      </div>`;
    case type.text:
      return html`<div class="display">${markdown(one.content ?? '', around.names)}</div>`;
    case type.thumbnail:
      return html`<div class="thumbnail">${picture(one.media, one.description)}</div>`;
    case type.gallery:
      return html`<div class="gallery">${(one.items ?? []).map((item) => picture(item.media, item.description))}</div>`;
    case type.file:
      return fileCard({ name: one.name, size: one.size, url: one.file?.url });
    case type.separator:
      return separator(one);
    case type.container:
      return container(one, around);
    default:
      return html`<p class="unknown">${words.discord.unknownComponent(one.type)}</p>`;
  }
}

function select(one: Component, { pending, select: choose }: Surroundings) {
  const id = one.custom_id ?? '';
  return html`<discord-choice
    .options=${one.options ?? []}
    .label=${one.placeholder ?? words.discord.choose}
    .placeholder=${one.placeholder ?? words.discord.choose}
    .least=${one.min_values ?? 1}
    .most=${one.max_values ?? 1}
    ?disabled=${one.disabled || pending === id}
    @choose=${({ detail }: CustomEvent<string[]>) => choose(id, detail)}
  ></discord-choice>`;
}

function separator({ divider = true, spacing }: Component) {
  return html`<hr class=${`${divider ? '' : 'gap'} ${spacing === 2 ? 'large' : ''}`} />`;
}

/** The accent is a colour as a number, as Discord sends it. */
function container({ accent_color: accent, components: inside, spoiler }: Component, around: Surroundings) {
  const bar =
    typeof accent === 'number' ? html`<span class="accent" .style=${`background:${hex(accent)}`}></span>` : nothing;
  const content = html`${bar}<div class="inside">${components(inside, around)}</div>`;
  return spoiler
    ? html`<details class="container"><summary>${words.discord.spoiler}</summary>${content}</details>`
    : html`<div class="container">${content}</div>`;
}

const hex = (colour: number): string => `#${colour.toString(16).padStart(6, '0')}`;
