import { html, nothing } from 'lit';

/** A command or an inline result that can be chosen. */
export interface Suggestion {
  id: string;
  title: string;
  description: string;
}

/** What is typed after the bot's name, where an inline query is being typed. */
export function inlineQuery(typed: string, botUsername: string): string | undefined {
  const match = /^@(\w+)\s(.*)$/su.exec(typed);
  return match?.[1]?.toLowerCase() === botUsername.toLowerCase() ? match[2] : undefined;
}

/** The commands that begin with what is typed, the same one first. */
export function matchingCommands(
  menu: readonly { command: string; description: string }[],
  typed: string,
): Suggestion[] {
  const start = /^\/(\w*)$/u.exec(typed)?.[1]?.toLowerCase();
  if (start === undefined) return [];
  return menu
    .filter(({ command }) => command.startsWith(start))
    .sort((a, b) => Number(b.command === start) - Number(a.command === start))
    .map(({ command, description }) => ({ id: command, title: `/${command}`, description }));
}

interface Listed {
  all: readonly Suggestion[];
  active: number;
  label: string;
  empty: string;
  choose(suggestion: Suggestion): void;
}

/** The list over the composer; the active one is chosen by Enter. */
export const suggestionList = ({ all, active, label, empty, choose }: Listed) => html`<div class="suggestions">
  ${all.length === 0 ? html`<p>${empty}</p>` : nothing}
  <ul role="listbox" id="suggestions" aria-label=${label}>${all.map(
    (one, index) => html`<li role="option" id="suggestion-${index}" class=${index === active ? 'active' : ''}
      aria-selected=${String(index === active)} @mousedown=${(event: Event) => event.preventDefault()} @click=${() => choose(one)}>
      <b>${one.title}</b><span>${one.description}</span></li>`,
  )}</ul></div>`;
