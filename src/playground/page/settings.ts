import { html } from 'lit';
import type { Looking, Scene } from '../protocol.ts';
import type { Place } from './address.ts';
import { choice } from './choice.ts';
import { words } from './words.ts';

export type PlaceChange = Partial<Omit<Place, 'looking'>> & { looking?: Partial<Looking> };

interface Settings {
  scene: Scene;
  place: Place;
  isOpen: boolean;
  /** Shown among them. */
  clock: unknown;
  change: (change: PlaceChange) => void;
  /** They have been opened or closed, by whomever. */
  toggled: (isOpen: boolean) => void;
}

/** Who looks, in which language and at what, and the clock: what can be folded away to leave the room to the platforms. */
export function settings({ scene, place, isOpen, clock, change, toggled }: Settings) {
  const { looking, theme, width, show } = place;
  return html`<details
    class="settings"
    ?open=${isOpen}
    @toggle=${({ currentTarget }: Event) => toggled((currentTarget as HTMLDetailsElement).open)}
  >
    <summary>${words.settings}</summary>
    <div class="choices">
      ${choice({
        label: words.person,
        options: scene.people.map(({ id, name }) => ({ value: id, name: words.named(name, words.roles[id]) })),
        chosen: looking.person,
        choose: (person) => change({ looking: { person } }),
      })}
      ${choice({
        label: words.language,
        options: scene.languages.map(({ code, name }) => ({ value: code, name })),
        chosen: looking.language,
        choose: (language) => change({ looking: { language } }),
      })}
      ${choice({
        label: words.theme,
        options: options(words.themes),
        chosen: theme,
        choose: (chosen) => change({ theme: chosen }),
      })}
      ${choice({
        label: words.width,
        options: options(words.widths),
        chosen: width,
        choose: (chosen) => change({ width: chosen }),
      })}
      ${choice({
        label: words.show,
        options: options(words.shown),
        chosen: show,
        choose: (chosen) => change({ show: chosen }),
      })}
      ${clock}
      <p class="gone">${words.gone}</p>
    </div>
  </details>`;
}

const options = <T extends string>(names: Record<T, string>) =>
  (Object.entries(names) as [T, string][]).map(([value, name]) => ({ value, name }));
