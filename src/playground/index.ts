import { createDiscordActing } from './acting-discord.ts';
import { createTelegramActing } from './acting-telegram.ts';
import { createMovableClock, type MovableClock } from './clock.ts';
import { type ContentWatchParts, createContentWatch } from './content-watch.ts';
import { createEvents } from './events.ts';
import type { Act, ActResult, Looking } from './protocol.ts';
import { isRefusal } from './refusal.ts';
import { playgroundRoutes, type Route, type Show } from './routes.ts';
import type { Stage } from './scene.ts';
import { createDiscordView } from './view-discord.ts';
import { createTelegramView } from './view-telegram.ts';

/** What a Parley of its own is connected to, instead of the real platforms. */
export interface Loopback extends Pick<Stage, 'operators'> {
  discord: { token: string; apiUrl: string };
  telegram: { token: string; apiRoot: string };
  clock: MovableClock;
}

export interface PlaygroundParts extends Pick<ContentWatchParts, 'reload' | 'check'> {
  host: string;
  /** The folder of the built page. */
  page: string;
  contentFolder: string;
  version: string;
  /** Milliseconds since the epoch. */
  now: () => number;
  /** Starts a Parley of its own on these platforms; resolves, once it is connected, to how to stop it. */
  connect(to: Loopback): Promise<() => Promise<void>>;
  onFault(error: unknown, what: string): void;
}

export interface Playground {
  /** The first request sets the stage and connects to it; those that need it wait for that. */
  routes: Route[];
  stop(): Promise<void>;
}

/** Both platforms in a browser: the real adapters, connected to a Discord and a Telegram on loopback. */
export function createPlayground(parts: PlaygroundParts): Playground {
  const closing: (() => void | Promise<void>)[] = [];
  let shown: Promise<Show> | undefined;

  function show(): Promise<Show> {
    if (shown) return shown;
    shown = open();
    shown.catch((error: unknown) => parts.onFault(error, 'start'));
    return shown;
  }

  async function open(): Promise<Show> {
    const clock = createMovableClock(parts.now);
    // What stands for the platforms takes a while to load, and is not needed where nobody looks.
    const { createStage } = await import('./scene.ts');
    const stage = await createStage(clock.now, parts.version);
    closing.unshift(stage.close);
    const { fake: discord } = stage.discord;
    const { fake: telegram } = stage.telegram;
    const disconnect = await parts.connect({
      discord: { token: discord.token, apiUrl: discord.apiUrl },
      telegram: { token: telegram.token, apiRoot: telegram.apiRoot },
      operators: stage.operators,
      clock,
    });
    closing.unshift(disconnect);
    await discord.ready();
    const content = createContentWatch({
      folder: parts.contentFolder,
      reload: parts.reload,
      check: parts.check,
      onChange: () => events.changed(),
      onFault: (error) => parts.onFault(error, 'content'),
    });
    const views = { discord: createDiscordView(stage.discord), telegram: createTelegramView(stage.telegram) };
    const events = createEvents((looking) => ({
      discord: views.discord(looking),
      telegram: views.telegram(looking),
      clock: { nowMs: clock.now(), aheadMs: clock.aheadMs() },
      content: content.current(),
    }));
    for (const { fake } of [stage.discord, stage.telegram]) closing.unshift(fake.watch(events.changed));
    content.start();
    closing.unshift(content.stop, events.close);
    return {
      scene: stage.scene,
      events,
      act: acting(stage, clock, events.changed, parts.onFault),
      file(platform, id) {
        if (platform === 'telegram') {
          const found = telegram.contentOf(id);
          return found && { name: id, content: found };
        }
        const found = discord.file(id);
        return found && { name: found.filename, content: found.bytes };
      },
    };
  }

  return {
    routes: playgroundRoutes({ host: parts.host, page: parts.page, show }),
    async stop() {
      // What is being set up can only be taken down when it stands.
      await shown?.catch(() => {});
      for (const close of closing.splice(0)) await close();
    },
  };
}

function acting(stage: Stage, clock: MovableClock, changed: () => void, onFault: PlaygroundParts['onFault']) {
  const onDiscord = createDiscordActing(stage.discord);
  const onTelegram = createTelegramActing(stage.telegram);

  async function carryOut(looking: Looking, act: Act): Promise<ActResult> {
    if (act.kind === 'clock-forward') {
      await clock.forward(act.ms);
      return {};
    }
    return isOnDiscord(act) ? await onDiscord(looking, act) : await onTelegram(looking, act);
  }

  return async (looking: Looking, act: Act): Promise<ActResult> => {
    try {
      return await carryOut(looking, act);
    } catch (error) {
      if (isRefusal(error)) return { refused: error.message };
      onFault(error, act.kind);
      return { refused: 'The bot did not answer in time.' };
    } finally {
      changed();
    }
  };
}

const isOnDiscord = (act: Act): act is Extract<Act, { kind: `discord-${string}` }> => act.kind.startsWith('discord-');
