import { setTimeout as delay } from 'node:timers/promises';
import type { Logger } from 'pino';
import { chatEvents } from './chat-events.ts';
import type { Config } from './config.ts';
import type { Catalogue } from './core/catalogue.ts';
import type { OperatorError } from './core/errors.ts';
import { findEntry } from './core/find-entry.ts';
import type { Language } from './core/language.ts';
import type { Texts } from './core/texts.ts';
import { newIncidentId, type Parley } from './parley.ts';
import { status } from './status.ts';
import type { Store } from './store/store.ts';

export interface ServingParts extends Parley {
  config: Config;
  log: Logger;
  texts: Texts;
  store: Store;
  /** Milliseconds since the epoch. */
  now: () => number;
  /** Aborted when the process is asked to stop. */
  stopping: AbortSignal;
}

/** How long work in flight may take once the process is asked to stop. */
const stopWithinMs = 10_000;

/**
 * Connects the platforms that have a token, until the process is asked to stop or none of them is left.
 * SDKs are imported where they are used: discord.js alone takes most of a second to load.
 */
export async function serve(parts: ServingParts): Promise<number> {
  const { config, log, store, registry, catalogues, deliverers, channels, now } = parts;
  const { ended, end } = ending(parts.stopping);
  const connected = new Set<string>();
  const common = (platform: string) => ({
    dispatcher: parts.dispatcher,
    reception: parts.reception,
    texts: parts.texts,
    log: log.child({ platform }),
    newIncidentId,
    onStopped(reason: OperatorError) {
      log.fatal({ platform }, reason.message);
      if (connected.delete(platform) && connected.size === 0) end(status.config);
    },
  });
  const chats = chatEvents(store, registry, now);
  const discord =
    config.discord &&
    (await import('./platforms/discord/index.ts')).createDiscord({
      ...common('discord'),
      ...config.discord,
      onRenamed: chats.onRenamed,
    });
  const telegram =
    config.telegram &&
    (await import('./platforms/telegram/index.ts')).createTelegram({
      ...common('telegram'),
      ...config.telegram,
      nearest: (question, language) => nearest(catalogues.shared(), question, language),
      dialogues: store.dialogues,
      workFor: chats.workFor,
      chats,
    });
  if (discord) {
    deliverers.set('discord', discord);
    channels.set('discord', ({ id }, { chats: own }) =>
      own.some((chat) => chat.platform === 'discord' && chat.id === discord.guildOf(id)),
    );
  }
  if (telegram) {
    deliverers.set('telegram', telegram);
    channels.set('telegram', ({ id }, { chats: own }) =>
      own.some((chat) => chat.platform === 'telegram' && chat.id === id),
    );
  }
  const http =
    telegram?.webhook &&
    (await import('./http/server.ts')).createHttpServer({ ...config.http, routes: [telegram.webhook], log });
  const platforms = Object.entries({ discord, telegram }).filter(([, platform]) => platform !== undefined);
  for (const [name] of platforms) connected.add(name);
  try {
    await http?.start();
    await Promise.race([Promise.all(platforms.map(([, platform]) => platform?.start())), ended]);
    return await ended;
  } finally {
    log.info('Stopping: finishing what is being answered');
    const stopped = Promise.allSettled([http?.stop(), ...platforms.map(([, platform]) => platform?.stop())]);
    await Promise.race([stopped, delay(stopWithinMs, undefined, { ref: false })]);
  }
}

/** Resolves with an exit status: when `end` gives one, or when the process is asked to stop. */
function ending(stopping: AbortSignal) {
  let end: (status: number) => void = () => {};
  const ended = new Promise<number>((resolve) => {
    end = resolve;
  });
  if (stopping.aborted) end(status.fine);
  stopping.addEventListener('abort', () => end(status.fine));
  return { ended, end };
}

/** The entries to offer for a question, the best one first; none where nothing is near. */
function nearest(catalogue: Catalogue, question: string, language: Language): string[] {
  const { outcome, answer, alternatives } = findEntry(catalogue, question, language);
  if (outcome === 'none') return [];
  return [...(answer ? [answer] : []), ...alternatives].map(({ id }) => id);
}
