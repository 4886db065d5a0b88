import { join, resolve } from 'node:path';
import { pino } from 'pino';
import { onTestFinished } from 'vitest';
import { readConfig } from '../../src/config.ts';
import { createHttpServer } from '../../src/http/server.ts';
import { loadTexts } from '../../src/locales/index.ts';
import type { Act, ActResult, Looking, Scene, View } from '../../src/playground/protocol.ts';
import { createPlaying } from '../../src/playing.ts';
import { openLibrary } from '../../src/served-content.ts';

const root = resolve(import.meta.dirname, '../..');
const ownContent = join(root, 'content');

async function open(folder: string) {
  const library = openLibrary(folder, () => new Date().toISOString().slice(0, 10), pino({ level: 'silent' }));
  await library.reload();
  return library;
}

let opened: ReturnType<typeof open> | undefined;
/** The project's own content, read once. */
const served = () => {
  opened ??= open(ownContent);
  return opened;
};

const patienceMs = 30_000;

export type PlaygroundPage = Awaited<ReturnType<typeof openPlayground>>;

/** The playground behind its real server, as a page talks to it; gone when the test ends. */
export async function openPlayground({ contentFolder = ownContent } = {}) {
  const lines: string[] = [];
  const log = pino({ level: 'warn' }, { write: (line: string) => void lines.push(line) });
  const library = contentFolder === ownContent ? await served() : await open(contentFolder);
  const config = readConfig({ PORT: '0' });
  const texts = loadTexts(join(root, 'src/locales'));
  const playing = createPlaying({ config, log, texts, library, root, contentFolder, version: '1.2.3', now: Date.now });
  const server = createHttpServer({ host: '127.0.0.1', port: 0, routes: playing.routes, log });
  await server.start();
  const url = server.address();
  const leaving = new AbortController();
  onTestFinished(async () => {
    leaving.abort();
    await Promise.all([playing.stop(), server.stop()]);
  });
  const scene = (await (await fetch(`${url}/api/scene`)).json()) as Scene;

  const post = (body: object, headers: Record<string, string> = {}) =>
    fetch(`${url}/api/act`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body: JSON.stringify(body),
    });

  return {
    url,
    scene,
    post,
    /** What the process complained of. */
    complaints: lines,
    /** The ids of a channel and of a chat by their names. */
    channel: (guild: string, name: string) =>
      scene.discord.guilds.find((one) => one.name === guild)?.channels.find((one) => one.name === name)?.id as string,
    chat: (title: string) => scene.telegram.chats.find((one) => one.title === title)?.id as number,
    /** A page that somebody has open at a place. */
    async look(at: Partial<Looking>) {
      const looking: Looking = { person: 'member', language: 'en', discord: 'dm', telegram: 0, ...at };
      const query = new URLSearchParams({ ...looking, telegram: String(looking.telegram) });
      const response = await fetch(`${url}/api/events?${query}`, { signal: leaving.signal });
      const views = await follow(response, leaving.signal);
      return {
        ...views,
        async act(act: Act): Promise<ActResult> {
          const answer = await post({ ...looking, ...act });
          if (!answer.ok) throw new Error(`${answer.status} ${await answer.text()}`);
          return (await answer.json()) as ActResult;
        },
      };
    },
  };
}

export type Page = Awaited<ReturnType<PlaygroundPage['look']>>;

/** Reads the views that a page is sent. */
async function follow({ body }: Response, signal: AbortSignal) {
  let latest: View | undefined;
  const waiting = new Set<() => void>();
  const reading = (async () => {
    let text = '';
    for await (const chunk of (body as ReadableStream<Uint8Array>).pipeThrough(new TextDecoderStream())) {
      text += chunk;
      const events = text.split('\n\n');
      text = events.pop() ?? '';
      for (const event of events) {
        const data = /^event: view\ndata: (.*)$/su.exec(event)?.[1];
        if (data) latest = JSON.parse(data) as View;
      }
      for (const look of [...waiting]) look();
    }
  })();
  reading.catch((error: unknown) => {
    if (!signal.aborted) throw error;
  });

  /** Resolves with the first thing that the page shows and `look` finds. */
  function until<T>(expected: string, look: (view: View) => T | undefined): Promise<T> {
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => {
        waiting.delete(check);
        const texts = [latest?.discord.messages.at(-1), latest?.telegram.messages.at(-1)];
        reject(new Error(`The page never showed ${expected}; at last ${JSON.stringify(texts)}`));
      }, patienceMs);
      const check = () => {
        const found = latest && look(latest);
        if (found === undefined) return;
        clearTimeout(timer);
        waiting.delete(check);
        resolve(found);
      };
      waiting.add(check);
      check();
    });
  }

  return {
    until,
    view: () => until('anything', (view) => view),
    /** The Discord message that says this. */
    onDiscord: (words: string | RegExp) =>
      until(`${words} on Discord`, ({ discord }) => discord.messages.findLast(({ raw }) => says(raw, words))),
    onTelegram: (words: string | RegExp) =>
      until(`${words} on Telegram`, ({ telegram }) => telegram.messages.findLast(({ raw }) => says(raw, words))),
  };
}

export const says = (raw: object, words: string | RegExp): boolean => {
  const text = JSON.stringify(raw);
  return typeof words === 'string' ? text.includes(words) : words.test(text);
};
