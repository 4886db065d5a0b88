import { walkComponents } from './component-rules.ts';
import type { Component, MessageBody, SelectOption } from './payloads.ts';

/** A button as a person sees it; a link has a `url` and no `customId`. */
export interface SeenButton {
  label: string;
  customId?: string;
  url?: string;
  style: number;
  disabled: boolean;
}

/** A select menu as a person sees it; `options` is empty where Discord offers users, roles or channels itself. */
export interface SeenSelect {
  type: number;
  customId: string;
  placeholder: string;
  options: SelectOption[];
  minValues: number;
  maxValues: number;
  disabled: boolean;
}

/** What a message says: its content, then its embeds, then every text display, one a line. */
export function messageText({ content, embeds, components }: MessageBody): string {
  const ofEmbeds = (embeds ?? []).flatMap(({ author, title, description, fields, footer }) => [
    author?.name,
    title,
    description,
    ...(fields ?? []).flatMap(({ name, value }) => [name, value]),
    footer?.text,
  ]);
  const displays = walkComponents(components ?? []).map(({ component }) =>
    component.type === 10 ? component.content : null,
  );
  return [content, ...ofEmbeds, ...displays].filter(Boolean).join('\n');
}

/** A message's buttons in reading order; an emoji stands in for a missing label. */
export function buttonsOf(components: Component[]): SeenButton[] {
  return walkComponents(components).flatMap(({ component: { type, label, emoji, custom_id, url, style, disabled } }) =>
    type === 2
      ? [
          {
            label: label ?? String(emoji?.name ?? ''),
            ...(custom_id ? { customId: custom_id } : {}),
            ...(url ? { url } : {}),
            style: style ?? 2,
            disabled: disabled ?? false,
          },
        ]
      : [],
  );
}

/** A message's select menus in reading order. */
export function selectsOf(components: Component[]): SeenSelect[] {
  return walkComponents(components).flatMap(({ component }) =>
    [3, 5, 6, 7, 8].includes(component.type)
      ? [
          {
            type: component.type,
            customId: component.custom_id ?? '',
            placeholder: component.placeholder ?? '',
            options: component.options ?? [],
            minValues: component.min_values ?? 1,
            maxValues: component.max_values ?? 1,
            disabled: component.disabled ?? false,
          },
        ]
      : [],
  );
}
