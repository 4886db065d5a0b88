import { html, LitElement, nothing } from 'lit';
import type { Act, Looking, Scene, View } from '../protocol.ts';
import { type Place, placeOf, searchOf } from './address.ts';
import { clockBar } from './clock-bar.ts';
import { fetchScene, send, watch } from './connection.ts';
import { contentStatus } from './content-status.ts';
import { type PlaceChange, settings } from './settings.ts';
import { shellStyle } from './shell-style.ts';
import { words } from './words.ts';

/** The page: who looks at what, the clock and the content check above, the two platforms below. */
class Shell extends LitElement {
  static override styles = shellStyle;
  static override properties = {
    scene: { state: true },
    view: { state: true },
    isViewHere: { state: true },
    place: { state: true },
    isAnswering: { state: true },
    nowMs: { state: true },
    refusal: { state: true },
  };

  declare private scene: Scene | undefined;
  declare private view: View | undefined;
  /** Whether the view is of the place, not of the one before. */
  declare private isViewHere: boolean;
  declare private place: Place | undefined;
  declare private isAnswering: boolean;
  declare private nowMs: number;
  declare private refusal: string;
  private stopWatching: (() => void) | undefined;
  /** Where there is room for the settings beside everything else. */
  private readonly wide = matchMedia('(min-width: 901px)');
  private ticking: ReturnType<typeof setInterval> | undefined;

  constructor() {
    super();
    this.isAnswering = true;
    this.isViewHere = false;
    this.nowMs = 0;
    this.refusal = '';
  }

  override connectedCallback() {
    super.connectedCallback();
    this.ticking = setInterval(() => this.tick(), 1_000);
    window.addEventListener('popstate', this.readAddress);
    this.wide.addEventListener('change', this.resized);
    void this.start();
  }

  override disconnectedCallback() {
    super.disconnectedCallback();
    clearInterval(this.ticking);
    window.removeEventListener('popstate', this.readAddress);
    this.wide.removeEventListener('change', this.resized);
    this.stopWatching?.();
  }

  private async start() {
    this.stopWatching?.();
    this.stopWatching = undefined;
    this.scene = await fetchScene(this.connected);
    this.readAddress();
  }

  private readonly connected = (isAnswering: boolean) => {
    const isBack = isAnswering && !this.isAnswering;
    this.isAnswering = isAnswering;
    // A process started anew has other channels.
    if (isBack && this.scene) void this.start();
  };

  private readonly resized = () => this.requestUpdate();

  private readonly readAddress = () => {
    if (!this.scene) return;
    const preferred = matchMedia('(prefers-color-scheme: light)').matches ? 'light' : 'dark';
    this.enter(placeOf(location.search, this.scene, preferred));
  };

  private enter(place: Place) {
    const before = this.place?.looking;
    this.place = place;
    document.documentElement.dataset.theme = place.theme;
    if (this.stopWatching && before && sameLooking(before, place.looking)) return;
    this.stopWatching?.();
    this.isViewHere = false;
    this.stopWatching = watch(place.looking, {
      connected: this.connected,
      view: (view) => {
        this.view = view;
        this.isViewHere = true;
        this.tick();
      },
    });
  }

  private go(change: PlaceChange) {
    if (!this.place || !this.scene) return;
    const place = { ...this.place, ...change, looking: { ...this.place.looking, ...change.looking } };
    history.replaceState(null, '', searchOf(place, this.scene));
    this.enter(place);
  }

  private tick() {
    if (this.view) this.nowMs = Math.floor((Date.now() + this.view.clock.aheadMs) / 1_000) * 1_000;
  }

  private readonly act = (act: Act) => {
    if (!this.place) throw new Error('The page is not ready for acts.');
    return send(this.place.looking, act);
  };

  private readonly forward = async (ms: number) => {
    this.refusal = (await this.act({ kind: 'clock-forward', ms })).refused ?? '';
  };

  override render() {
    const { scene, place, view } = this;
    return html`
      <header>
        <h1>${words.title}</h1>
        ${scene && place ? this.settings(scene, place) : nothing}
        ${view ? contentStatus(view.content) : nothing}
      </header>
      <div class="notice" role="alert">${this.isAnswering ? this.refusal : words.lost}</div>
      ${scene && place ? this.panes(scene, place) : html`<main><p class="waiting">${words.loading}</p></main>`}
    `;
  }

  private settings(scene: Scene, place: Place) {
    const isOpen = place.settings ? place.settings === 'open' : this.wide.matches;
    return settings({
      scene,
      place,
      isOpen,
      clock: this.view ? clockBar(this.nowMs, this.view.clock.aheadMs, this.forward) : nothing,
      change: (change) => this.go(change),
      toggled: (isNowOpen) => {
        if (isNowOpen !== isOpen) this.go({ settings: isNowOpen ? 'open' : 'closed' });
      },
    });
  }

  private panes(scene: Scene, { looking, theme, width, show }: Place) {
    const view = this.isViewHere ? this.view : undefined;
    const look = (side: 'discord' | 'telegram') => (event: CustomEvent) =>
      this.go({ looking: { [side]: event.detail } });
    return html`<main class=${`${width} ${show}`}>
      ${
        show === 'telegram'
          ? nothing
          : html`<parley-discord
              theme=${theme}
              lang=${looking.language}
              .scene=${scene}
              .view=${view?.discord}
              .looking=${looking}
              .nowMs=${this.nowMs}
              .act=${this.act}
              @look=${look('discord')}
            ></parley-discord>`
      }
      ${
        show === 'discord'
          ? nothing
          : html`<parley-telegram
              theme=${theme}
              lang=${looking.language}
              .scene=${scene}
              .view=${view?.telegram}
              .looking=${looking}
              .act=${this.act}
              @look=${look('telegram')}
            ></parley-telegram>`
      }
    </main>`;
  }
}

const sameLooking = (one: Looking, other: Looking): boolean =>
  (Object.keys(one) as (keyof Looking)[]).every((key) => one[key] === other[key]);

customElements.define('parley-playground', Shell);
