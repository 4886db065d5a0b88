import { html, nothing } from 'lit';
import { live } from 'lit/directives/live.js';
import { words } from '../words.ts';
import { type Component, componentType as type } from './payloads.ts';
import './select.ts';

export type FieldValue = string | string[] | boolean;

const paragraph = 2;
const mostCharacters = 4_000;

/** What a field holds before anybody touches it. */
export function presetOf({ type: kind, value, options, default: isOn }: Component): FieldValue {
  const chosen = (options ?? []).filter((option) => option.default).map((option) => option.value);
  if (kind === type.checkbox) return isOn === true;
  if (kind === type.radios) return chosen[0] ?? '';
  return kind === type.select || kind === type.checkboxes ? chosen : (value ?? '');
}

/** A field of a form with its label, hint and mark; `enter` takes what is entered. */
export function modalField(outer: Component, input: Component, value: FieldValue, enter: (value: FieldValue) => void) {
  const label = outer.label ?? input.label ?? '';
  const isRequired = input.required ?? input.type !== type.checkbox;
  const mark = isRequired ? html`<span class="mark" aria-hidden="true">*</span>` : nothing;
  const hint = outer.description ? html`<p class="hint">${outer.description}</p>` : nothing;
  const ticks = (kind: 'radio' | 'checkbox') => html`<fieldset>
    <legend>${label}${mark}</legend>
    ${hint} ${(input.options ?? []).map((option) => tick(kind, input.custom_id ?? '', option, [value].flat(), enter))}
  </fieldset>`;
  switch (input.type) {
    case type.textInput:
      return html`<div class="field">
        <label for=${fieldId(input.custom_id ?? '')}>${label}${mark}</label>
        ${hint} ${textField(input, String(value), isRequired, outer.description, enter)}
      </div>`;
    case type.select:
      return html`<div class="field">
        <span class="label">${label}${mark}</span>
        ${hint}
        <discord-choice
          keeps
          .label=${isRequired ? `${label} (${words.discord.modal.required})` : label}
          .placeholder=${input.placeholder ?? words.discord.choose}
          .options=${input.options ?? []}
          .least=${input.min_values ?? 1}
          .most=${input.max_values ?? 1}
          .chosen=${[value].flat().filter((one) => typeof one === 'string')}
          @choose=${({ detail }: CustomEvent<string[]>) => enter(detail)}
        ></discord-choice>
      </div>`;
    case type.radios:
      return ticks('radio');
    case type.checkboxes:
      return ticks('checkbox');
    case type.checkbox:
      return html`<label class="tick">
        <input type="checkbox" .checked=${live(value === true)} @change=${({ target }: Event) => enter((target as HTMLInputElement).checked)} />
        <span>${label}${hint}</span>
      </label>`;
    case type.upload:
      return html`<p class="hint">${label}: ${words.discord.modal.noFiles}</p>`;
    default:
      return html`<p class="hint">${words.discord.unknownComponent(input.type)}</p>`;
  }
}

/** Apart from the form's own ids, such as its title's. */
const fieldId = (customId: string): string => `field-${customId}`;

function textField(
  input: Component,
  value: string,
  isRequired: boolean,
  description: string | undefined,
  enter: (value: string) => void,
) {
  const { custom_id: id = '', placeholder = '', min_length: least, max_length: most = mostCharacters } = input;
  const entered = ({ target }: Event) => enter((target as HTMLInputElement).value);
  const isLong = input.style === paragraph;
  return html`
    ${
      isLong
        ? html`<textarea id=${fieldId(id)} rows="5" placeholder=${placeholder} ?required=${isRequired} minlength=${least ?? nothing}
            maxlength=${most} aria-description=${description ?? nothing} .value=${live(value)} @input=${entered}></textarea>`
        : html`<input id=${fieldId(id)} type="text" autocomplete="off" placeholder=${placeholder} ?required=${isRequired}
            minlength=${least ?? nothing} maxlength=${most} aria-description=${description ?? nothing} .value=${live(value)} @input=${entered} />`
    }
    ${isLong ? html`<span class="count" aria-hidden="true">${value.length}/${most}</span>` : nothing}
  `;
}

function tick(
  kind: 'radio' | 'checkbox',
  name: string,
  option: { label: string; value: string; description?: string },
  held: (string | boolean)[],
  enter: (value: FieldValue) => void,
) {
  const changed = ({ target }: Event) => {
    if (kind === 'radio') return enter(option.value);
    const others = held.filter((one) => typeof one === 'string' && one !== '' && one !== option.value) as string[];
    enter((target as HTMLInputElement).checked ? [...others, option.value] : others);
  };
  return html`<label class="tick">
    <input type=${kind} name=${name} .checked=${live(held.includes(option.value))} @change=${changed} />
    <span>${option.label}${option.description ? html`<small>${option.description}</small>` : nothing}</span>
  </label>`;
}
