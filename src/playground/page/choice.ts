import { html } from 'lit';

interface Choice<T extends string> {
  label: string;
  options: readonly { value: T; name: string }[];
  chosen: T;
  choose: (value: T) => void;
}

/** A labelled menu of the page's header. */
export function choice<T extends string>({ label, options, chosen, choose }: Choice<T>) {
  const changed = ({ target }: Event) => choose((target as HTMLSelectElement).value as T);
  return html`<label class="choice">
    <span>${label}</span>
    <select @change=${changed} .value=${chosen}>
      ${options.map(({ value, name }) => html`<option value=${value} ?selected=${value === chosen}>${name}</option>`)}
    </select>
  </label>`;
}
